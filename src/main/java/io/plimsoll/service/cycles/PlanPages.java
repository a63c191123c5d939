package io.plimsoll.service.cycles;

import static io.plimsoll.service.right.Role.Name.PLANNER;

import io.plimsoll.message.Message;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Forms;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.plimsoll.service.web.Versions;
import io.plimsoll.service.web.WebSettings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** The form in which a cycle is planned, and changed until it is published. */
@Path("/plan-cycle")
@Produces(MediaType.TEXT_HTML)
public class PlanPages {

    private static final int SEED_CHARACTERS = 16;

    private final Cycles cycles;
    private final Policies policies;
    private final Asking asking;
    private final Once once;
    private final CycleSettings settings;
    private final ZoneId zone;

    PlanPages(Cycles cycles, Policies policies, Asking asking, Once once, CycleSettings settings, WebSettings web) {
        this.cycles = cycles;
        this.policies = policies;
        this.asking = asking;
        this.once = once;
        this.settings = settings;
        this.zone = web.zone();
    }

    @CheckedTemplate(basePath = "cycles")
    static class Templates {
        static native TemplateInstance plan(
                CycleForm form, boolean isNew, List<Policies.Named> policies, String secondUntil, Refused refused);
    }

    @GET
    @Path("")
    @RolesAllowed(PLANNER)
    public TemplateInstance form() {
        CycleForm form = cycles.last()
                .map(last -> NextCycle.after(last, zone))
                .map(next -> CycleForm.of(next, zone))
                .orElseGet(CycleForm::new);
        form.seed = Forms.random().substring(0, SEED_CHARACTERS);
        form.once = Forms.random();
        return shown(form, true, null);
    }

    @POST
    @Path("")
    @RolesAllowed(PLANNER)
    public Response plan(@BeanParam CycleForm form) {
        CyclePlan plan = form.plan(zone);
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> once.create(form.once, plan.toString(), () -> {
                        return SeeOther.to(cycles.plan(asking.known(), plan).address());
                    }));
        } catch (Refused refused) {
            return again(form, true, refused);
        }
    }

    @GET
    @Path("{cycle}")
    @RolesAllowed(PLANNER)
    public TemplateInstance changeForm(@RestPath String cycle) {
        CycleView found = cycles.find(asking.known(), cycle);
        if (found.state() != CycleState.PLANNED) {
            throw new Refused(Problem.CONFLICT, Message.of("CYCLE_IS_FIXED"));
        }
        return shown(CycleForm.of(found, zone), false, null);
    }

    @POST
    @Path("{cycle}")
    @RolesAllowed(PLANNER)
    public Response change(@RestPath String cycle, @BeanParam CycleForm form) {
        form.cycle = cycle;
        try {
            CycleView changed = cycles.change(
                    asking.known(), form.plan(zone), version -> Versions.requireSame(form.seenVersion(), version));
            return SeeOther.to(changed.address());
        } catch (Refused refused) {
            return again(form, false, refused);
        }
    }

    private Response again(CycleForm form, boolean isNew, Refused refused) {
        return Response.status(refused.problem().status())
                .entity(shown(form, isNew, refused))
                .build();
    }

    private TemplateInstance shown(CycleForm form, boolean isNew, Refused refused) {
        CyclePlan plan = form.plan(zone);
        return Templates.plan(
                form,
                isNew,
                policies.approvedFor(plan.period(), plan.number()),
                settings.secondWindowUntil().toString(),
                refused);
    }
}
