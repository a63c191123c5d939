package io.plimsoll.service.web;

import io.plimsoll.message.Message;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Lets nothing through that changes something, unless one of our own pages sent it. Programs under {@code /api} show a
 * token in each request, which no foreign page can make a browser do; so they need no such proof.
 */
class Protection {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Forms forms;
    private final RoutingContext routing;

    Protection(Forms forms, RoutingContext routing) {
        this.forms = forms;
        this.routing = routing;
    }

    @WithFormRead
    @ServerRequestFilter
    void refuseForeignForms(ResteasyReactiveContainerRequestContext context) {
        if (READING.contains(context.getMethod()) || Paths.isApi(routing)) {
            return;
        }
        String site = routing.request().getHeader("Sec-Fetch-Site");
        boolean isFromElsewhere = site != null && !site.equals("same-origin") && !site.equals("none");
        if (isFromElsewhere || !forms.isOurs(token(context))) {
            throw new Refused(Problem.FORM_NOT_OURS, Message.of("PROBLEM_FORM_NOT_OURS"));
        }
    }

    private static String token(ContainerRequestContext context) {
        var request = (ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) context).getServerRequestContext();
        return (String) request.getFormParameter("csrf", true, false);
    }
}
