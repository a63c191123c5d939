package io.plimsoll.service.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

/** The answer to every form that was done: go and look (303), so that a reload sends nothing again. */
public final class SeeOther {

    private SeeOther() {}

    /**
     * Leads to an address within the service.
     *
     * @param namesAndValues of the query, in turn
     */
    public static Response to(String address, String... namesAndValues) {
        UriBuilder uri = UriBuilder.fromUri(address);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            uri.queryParam(namesAndValues[i], "{value" + i + "}").resolveTemplate("value" + i, namesAndValues[i + 1]);
        }
        return Response.seeOther(uri.build()).build();
    }
}
