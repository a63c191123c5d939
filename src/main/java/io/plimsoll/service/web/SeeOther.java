package io.plimsoll.service.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The answer to every form that was done: go and look (303), so that a reload sends nothing again. */
public final class SeeOther {

    private SeeOther() {}

    /**
     * Leads to an address within the service.
     *
     * @param namesAndValues of the query, in turn
     */
    public static Response to(String address, String... namesAndValues) {
        StringBuilder to = new StringBuilder(address);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            to.append(to.indexOf("?") < 0 ? '?' : '&')
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        // As text: an address object would be completed by the host that the asker named, which may be any.
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, to.toString())
                .build();
    }
}
