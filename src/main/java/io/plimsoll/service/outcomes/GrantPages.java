package io.plimsoll.service.outcomes;

import io.plimsoll.explanation.Explanation;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.master.ShopScope;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** What a retailer asked for and got, and why. */
@Path("/grants")
@Produces(MediaType.TEXT_HTML)
public class GrantPages {

    private final Grants grants;
    private final Explanations explanations;
    private final Cycles cycles;
    private final ShopScope scope;
    private final Asking asking;

    GrantPages(Grants grants, Explanations explanations, Cycles cycles, ShopScope scope, Asking asking) {
        this.grants = grants;
        this.explanations = explanations;
        this.cycles = cycles;
        this.scope = scope;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "outcomes")
    static class Templates {
        static native TemplateInstance grants(GrantedOrder granted, CycleView cycle);

        static native TemplateInstance why(GrantedOrder granted, Explanation explanation);
    }

    @GET
    @Path("{cycle}")
    @RolesAllowed(Role.Name.RETAILER)
    public Response own(@RestPath String cycle) {
        cycles.find(asking.known(), cycle);
        if (!(asking.known().scope() instanceof Scope.OneRetailer own)) {
            throw Refused.forbidden();
        }
        return SeeOther.to(GrantedOrder.address(cycle, own.licence()));
    }

    @GET
    @Path("{cycle}/{licence}")
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public TemplateInstance grants(@RestPath String cycle, @RestPath String licence) {
        scope.require(licence);
        CycleView found = cycles.find(asking.known(), cycle);
        return Templates.grants(grants.of(cycle, licence).orElse(null), found);
    }

    @GET
    @Path("{cycle}/{licence}/why")
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public TemplateInstance why(@RestPath String cycle, @RestPath String licence) {
        scope.require(licence);
        CycleView found = cycles.find(asking.known(), cycle);
        GrantedOrder granted = grants.of(cycle, licence).orElse(null);
        return granted == null ? Templates.grants(null, found) : Templates.why(granted, explanations.of(granted));
    }
}
