package io.plimsoll.service.cycles;

import static io.plimsoll.service.right.Role.Name.AUDITOR;
import static io.plimsoll.service.right.Role.Name.CUSTOMER_MANAGER;
import static io.plimsoll.service.right.Role.Name.MARKET_MANAGER;
import static io.plimsoll.service.right.Role.Name.ORDER_DESK;
import static io.plimsoll.service.right.Role.Name.PLANNER;
import static io.plimsoll.service.right.Role.Name.RETAILER;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Refused.FieldError;
import io.plimsoll.service.web.SeeOther;
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
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The cycles, and each one with what it is at and what comes next. */
@Path("/cycles")
@Produces(MediaType.TEXT_HTML)
public class CyclePages {

    /** What was collected on a visit and is not entered is no demand once no order is taken any more (R17). */
    private static final String LAPSING =
            "SELECT COUNT(*) FROM assisted_order WHERE cycle = ? AND state IN ('COLLECTED', 'VERIFIED')";

    private final Cycles cycles;
    private final CycleTable table;
    private final Passage passage;
    private final Publishing publishing;
    private final Policies policies;
    private final Figures figures;
    private final Supplies supplies;
    private final Running running;
    private final Sql sql;
    private final Asking asking;
    private final Clock clock;

    CyclePages(
            Cycles cycles,
            CycleTable table,
            Passage passage,
            Publishing publishing,
            Policies policies,
            Figures figures,
            Supplies supplies,
            Running running,
            Sql sql,
            Asking asking,
            Clock clock) {
        this.cycles = cycles;
        this.table = table;
        this.passage = passage;
        this.publishing = publishing;
        this.policies = policies;
        this.figures = figures;
        this.supplies = supplies;
        this.running = running;
        this.sql = sql;
        this.asking = asking;
        this.clock = clock;
    }

    /**
     * What the page of a cycle shows.
     *
     * @param policy the one that binds or is chosen; else the one that would bind; null: none
     * @param now the state that holds, even if the schedule has not got to it yet
     * @param buttons the states that the viewer may bring it to
     * @param missing what stands in the way of publishing it; only for whom it concerns
     * @param covered how many Skus have supply, before it is published; only for whom it concerns
     * @param lapsing assisted orders that lapse once no order is taken any more
     * @param isUnshared whether supply was corrected since the run in force, before the goods are out
     * @param isRunShown whether there is a page of its runs for the viewer
     * @param until when the present state ends by schedule; null where nothing is planned
     */
    record Shown(
            CycleView cycle,
            CycleState now,
            Policies.Named policy,
            Figures.Of figures,
            List<Step> steps,
            List<Correction> corrections,
            List<CycleState> buttons,
            List<FieldError> missing,
            Instant until,
            Publishing.Covered covered,
            long lapsing,
            boolean isUnshared,
            boolean isRunShown) {

        /** Whether a window would be ended before its time; that wants a reason. */
        public boolean isEarly() {
            return now == cycle.state() && now.takesOrders();
        }

        /** When retailers could order, if it was before the planned time; else null. */
        public Instant openedEarly() {
            return early(CycleState.OPEN, cycle.opensAt());
        }

        /** When the retailers' window was ended, if it was before its time; else null. */
        public Instant endedEarly() {
            return early(CycleState.SECOND_WINDOW, cycle.closesAt());
        }

        /** When the second window was ended, if it was before its time; else null. */
        public Instant secondEndedEarly() {
            return early(CycleState.CLOSED, cycle.secondClosesAt());
        }

        private Instant early(CycleState entered, Instant planned) {
            return steps.stream()
                    .filter(step -> step.state() == entered
                            && planned != null
                            && step.at().isBefore(planned))
                    .map(Step::at)
                    .findFirst()
                    .orElse(null);
        }
    }

    @CheckedTemplate(basePath = "cycles")
    static class Templates {
        static native TemplateInstance list(
                PageOf<CycleView> found, String state, String period, List<CycleState> states, String query);

        static native TemplateInstance cycle(Shown shown, Refused refused, String reason);
    }

    @GET
    @Path("")
    @RolesAllowed({RETAILER, CUSTOMER_MANAGER, MARKET_MANAGER, ORDER_DESK, PLANNER, AUDITOR})
    public TemplateInstance list(@RestQuery String state, @RestQuery String period, @Valid @BeanParam Paging paging) {
        Cycles.Found found = cycles.list(asking.known(), CycleResource.state(state), period, paging);
        List<CycleState> states = Arrays.stream(CycleState.values())
                .filter(each -> each != CycleState.PLANNED || !asking.is(Role.RETAILER))
                .toList();
        return Templates.list(
                PageOf.of(found.cycles(), paging, found.total()),
                state == null ? "" : state,
                period == null ? "" : period,
                states,
                query(state, period));
    }

    /** The filter, as the links to other pages of the list carry it on. */
    private static String query(String state, String period) {
        String ofState = state == null || state.isBlank() ? "" : "&state=" + CycleView.segment(state);
        return period == null || period.isBlank() ? ofState : ofState + "&period=" + CycleView.segment(period);
    }

    @GET
    @Path("{cycle}")
    @RolesAllowed({RETAILER, CUSTOMER_MANAGER, MARKET_MANAGER, ORDER_DESK, PLANNER, AUDITOR})
    public TemplateInstance cycle(@RestPath String cycle) {
        return Templates.cycle(shown(cycle), null, "");
    }

    @POST
    @Path("{cycle}/steps")
    @RolesAllowed(PLANNER)
    public Response step(@RestPath String cycle, @RestForm String state, @RestForm String reason) {
        CycleState next = CycleResource.state(state);
        if (next == null) {
            throw Refused.notFound();
        }
        try {
            return SeeOther.to(
                    passage.byHand(asking.known(), cycle, next, reason).address());
        } catch (Refused refused) {
            return Response.status(refused.problem().status())
                    .entity(Templates.cycle(shown(cycle), refused, reason == null ? "" : reason))
                    .build();
        }
    }

    private Shown shown(String name) {
        Viewer viewer = asking.known();
        CycleView cycle = cycles.find(viewer, name);
        boolean isPlanners = viewer.role() == Role.PLANNER;
        List<CycleState> buttons = isPlanners
                ? cycle.state().next().stream()
                        .filter(CycleState::isReachedByHand)
                        .toList()
                : List.of();
        List<FieldError> missing = isPlanners && cycle.state() == CycleState.PLANNED
                ? publishing.missing(table.findById(name))
                : List.of();
        Publishing.Covered covered =
                isPlanners && cycle.state() == CycleState.PLANNED ? publishing.covered(table.findById(name)) : null;
        boolean seesRuns = isPlanners || viewer.role() == Role.AUDITOR;
        Instant now = clock.instant();
        return new Shown(
                cycle,
                cycle.life().stateAt(now),
                policy(cycle),
                figures.of(viewer, name),
                cycles.steps(viewer, name),
                supplies.corrections(name),
                buttons,
                missing,
                cycle.life().until(now),
                covered,
                isPlanners ? sql.count(LAPSING, name) : 0,
                seesRuns && cycle.state() == CycleState.ALLOCATED && running.isCorrectedSinceItsRun(name),
                seesRuns && cycle.state().compareTo(CycleState.CLOSED) >= 0 && cycle.state() != CycleState.CANCELLED);
    }

    private Policies.Named policy(CycleView cycle) {
        if (cycle.policy() != null) {
            return policies.find(cycle.policy())
                    .map(found -> new Policies.Named(found.digest(), found.name()))
                    .orElse(null);
        }
        return policies.approvedFor(cycle.period(), cycle.number()).stream()
                .findFirst()
                .orElse(null);
    }
}
