package io.plimsoll.service.web;

import io.plimsoll.message.Message;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Names the page or the size that is no number: the container would say that there is no such page of ours. */
class PagingFilter {

    @ServerRequestFilter
    void refuseWhatIsNoNumber(ContainerRequestContext asked) {
        for (String name : List.of("page", "size")) {
            String value = asked.getUriInfo().getQueryParameters().getFirst(name);
            if (value != null && !value.matches("-?[0-9]{1,9}")) {
                throw Refused.field(name, Message.of("FIELD_NOT_NUMBER"));
            }
        }
    }
}
