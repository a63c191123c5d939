package io.plimsoll.service.cycles;

import static io.plimsoll.service.right.Role.Name.AUDITOR;
import static io.plimsoll.service.right.Role.Name.CUSTOMER_MANAGER;
import static io.plimsoll.service.right.Role.Name.MARKET_MANAGER;
import static io.plimsoll.service.right.Role.Name.ORDER_DESK;
import static io.plimsoll.service.right.Role.Name.PLANNER;
import static io.plimsoll.service.right.Role.Name.RETAILER;

import io.plimsoll.message.Message;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.plimsoll.service.web.Versions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestPath;

/** What there is in a cycle, and how much of it a class may have (R31, R34). */
@Path("/cycles/{cycle}/supply")
@Produces(MediaType.TEXT_HTML)
public class SupplyPages {

    private final Cycles cycles;
    private final Supplies supplies;
    private final Policies policies;
    private final Asking asking;
    private final Clock clock;

    SupplyPages(Cycles cycles, Supplies supplies, Policies policies, Asking asking, Clock clock) {
        this.cycles = cycles;
        this.supplies = supplies;
        this.policies = policies;
        this.asking = asking;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "cycles")
    static class Templates {
        static native TemplateInstance supply(
                CycleView cycle,
                PageOf<SupplyLine> found,
                Ceilings ceilings,
                boolean isEditable,
                SupplyForm form,
                Refused refused);

        static native TemplateInstance supplyLine(CycleView cycle, SupplyLine line, SupplyForm form, Refused refused);
    }

    @GET
    @Path("")
    @RolesAllowed({RETAILER, CUSTOMER_MANAGER, MARKET_MANAGER, ORDER_DESK, PLANNER, AUDITOR})
    public TemplateInstance supply(@RestPath String cycle, @Valid @BeanParam Paging paging) {
        return shown(cycle, paging, new SupplyForm(), null);
    }

    private TemplateInstance shown(String name, Paging paging, SupplyForm form, Refused refused) {
        CycleView cycle = cycles.find(asking.known(), name);
        boolean isEditable = asking.is(Role.PLANNER) && isEditable(cycle);
        Ceilings ceilings = cycle.policy() == null ? null : Ceilings.of(policies.releasePolicy(cycle.policy()));
        PageOf<SupplyLine> found = PageOf.of(supplies.list(name, paging), paging, supplies.count(name));
        return Templates.supply(cycle, found, ceilings, isEditable, form, refused);
    }

    /** Whether the supply of a cycle may be set or corrected as it stands now. */
    private boolean isEditable(CycleView cycle) {
        CycleState now = cycle.life().stateAt(clock.instant());
        return now == CycleState.PLANNED || now.allowsCorrection();
    }

    @POST
    @Path("")
    @RolesAllowed(PLANNER)
    public Response add(@RestPath String cycle, @BeanParam SupplyForm form) {
        String sku = form.sku == null ? "" : form.sku.strip();
        try {
            supplies.put(
                    asking.known(),
                    cycle,
                    sku,
                    form.amounts(),
                    there -> there.ifPresent(line -> {
                        throw Refused.field("sku", Message.of("SKU_THERE_ALREADY"));
                    }));
            return SeeOther.to(CycleView.address(cycle) + "/supply");
        } catch (Refused refused) {
            return Response.status(refused.problem().status())
                    .entity(shown(cycle, new Paging(), form, refused))
                    .build();
        }
    }

    @GET
    @Path("{sku}")
    @RolesAllowed(PLANNER)
    public TemplateInstance form(@RestPath String cycle, @RestPath String sku) {
        CycleView found = cycles.find(asking.known(), cycle);
        SupplyLine line = supplies.find(cycle, sku).orElseThrow(Refused::notFound);
        if (!isEditable(found)) {
            throw Supplies.frozen(found.state());
        }
        return Templates.supplyLine(found, line, SupplyForm.of(line), null);
    }

    @POST
    @Path("{sku}")
    @RolesAllowed(PLANNER)
    public Response change(@RestPath String cycle, @RestPath String sku, @BeanParam SupplyForm form) {
        CycleView found = cycles.find(asking.known(), cycle);
        SupplyLine line = supplies.find(cycle, sku).orElseThrow(Refused::notFound);
        try {
            supplies.put(
                    asking.known(),
                    cycle,
                    sku,
                    form.amounts(),
                    there -> Versions.requireSame(
                            form.seenVersion(), there.map(SupplyLine::version).orElse(-1L)));
            return SeeOther.to(CycleView.address(cycle) + "/supply");
        } catch (Refused refused) {
            if (!isEditable(found)) {
                throw refused;
            }
            return Response.status(refused.problem().status())
                    .entity(Templates.supplyLine(found, line, form, refused))
                    .build();
        }
    }

    @POST
    @Path("{sku}/removal")
    @RolesAllowed(PLANNER)
    public Response remove(@RestPath String cycle, @RestPath String sku, @BeanParam SupplyForm form) {
        supplies.remove(asking.known(), cycle, sku, there -> {
            if (there.isPresent() && there.get().version() != form.seenVersion()) {
                throw new Refused(Problem.STALE, Message.of("PROBLEM_STALE"));
            }
        });
        return SeeOther.to(CycleView.address(cycle) + "/supply");
    }
}
