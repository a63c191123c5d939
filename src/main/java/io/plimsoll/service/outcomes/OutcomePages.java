package io.plimsoll.service.outcomes;

import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/** A cycle at a glance before its run, and what came of it afterwards. */
@Path("/cycles/{cycle}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
public class OutcomePages {

    private final Glance glance;
    private final Outcomes outcomes;
    private final Cycles cycles;
    private final Asking asking;

    OutcomePages(Glance glance, Outcomes outcomes, Cycles cycles, Asking asking) {
        this.glance = glance;
        this.outcomes = outcomes;
        this.cycles = cycles;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "outcomes")
    static class Templates {
        static native TemplateInstance glance(CycleView cycle, Glance.Seen seen);

        static native TemplateInstance outcome(CycleView cycle, Outcome outcome);
    }

    @GET
    @Path("glance")
    public TemplateInstance glance(@RestPath String cycle) {
        CycleView found = cycles.find(asking.known(), cycle);
        return Templates.glance(found, glance.of(cycle));
    }

    @GET
    @Path("results")
    public TemplateInstance results(@RestPath String cycle) {
        CycleView found = cycles.find(asking.known(), cycle);
        return Templates.outcome(found, outcomes.of(cycle).orElse(null));
    }
}
