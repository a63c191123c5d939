package io.plimsoll.service.cycles;

import static io.plimsoll.service.right.Role.Name.AUDITOR;
import static io.plimsoll.service.right.Role.Name.CUSTOMER_MANAGER;
import static io.plimsoll.service.right.Role.Name.MARKET_MANAGER;
import static io.plimsoll.service.right.Role.Name.ORDER_DESK;
import static io.plimsoll.service.right.Role.Name.PLANNER;
import static io.plimsoll.service.right.Role.Name.RETAILER;

import io.plimsoll.message.Message;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Cycles, for programs. */
@Path("/api/cycles")
@Tag(name = "Cycles")
public class CycleResource {

    private final Cycles cycles;
    private final Passage passage;
    private final Supplies supplies;
    private final Asking asking;
    private final Once once;

    CycleResource(Cycles cycles, Passage passage, Supplies supplies, Asking asking, Once once) {
        this.cycles = cycles;
        this.passage = passage;
        this.supplies = supplies;
        this.asking = asking;
        this.once = once;
    }

    /** What is to be known of a cycle. */
    @Schema(name = "CyclePlan", examples = """
            {"cycle": "2026-12-w1",
             "seed": "drawn in public on 2026-11-27: 481516",
             "period": "2026-12",
             "number": 1,
             "of": 5,
             "opensAt": "2026-11-30T00:00:00Z",
             "closesAt": "2026-12-02T10:00:00Z",
             "secondClosesAt": "2026-12-03T02:00:00Z",
             "policy": null}""")
    public record PlanBody(
            @Schema(examples = "2026-W48", maxLength = 64) String cycle,

            @Schema(examples = "winter-48", maxLength = 200, description = "breaks ties (R34)")
            String seed,

            @Schema(examples = "2026-11") String period,

            @Schema(examples = "4", minimum = "1", maximum = "31")
            int number,

            @Schema(examples = "4", minimum = "1", maximum = "31")
            int of,

            @Schema(examples = "2026-11-23T00:00:00Z", nullable = true)
            Instant opensAt,

            @Schema(examples = "2026-11-24T10:00:00Z", nullable = true)
            Instant closesAt,

            @Schema(
                    examples = "2026-11-25T02:00:00Z",
                    nullable = true,
                    description = "without it, an hour of the next business day")
            Instant secondClosesAt,

            @Schema(
                    nullable = true,
                    examples = "45468bb3a6b745468bb3a6b745468bb3a6b745468bb3a6b745468bb3a6b74546",
                    description = "digest of a release policy; without it, the one in force")
            String policy) {

        CyclePlan plan(String name) {
            return new CyclePlan(name, seed, period, number, of, opensAt, closesAt, secondClosesAt, policy);
        }
    }

    /** A step that a planner makes. */
    @Schema(
            name = "CycleStep",
            examples = "{\"state\": \"CANCELLED\", \"reason\": \"The flood has closed the warehouse.\"}")
    public record StepBody(
            @Schema(
                    examples = "PUBLISHED",
                    description = "PUBLISHED, OPEN, SECOND_WINDOW, CLOSED, DELIVERED or CANCELLED: the state to enter")
            CycleState state,

            @Schema(
                    examples = "The flood has closed the warehouse.",
                    nullable = true,
                    maxLength = 500,
                    description = "needed for an end before its time")
            String reason) {}

    @GET
    @Path("")
    @RolesAllowed({RETAILER, CUSTOMER_MANAGER, MARKET_MANAGER, ORDER_DESK, PLANNER, AUDITOR})
    @Operation(summary = "Cycles, the latest first; retailers find published ones only")
    public PageOf<CycleView> list(@RestQuery String state, @RestQuery String period, @Valid @BeanParam Paging paging) {
        Cycles.Found found = cycles.list(asking.known(), state(state), period, paging);
        return PageOf.of(found.cycles(), paging, found.total());
    }

    /** A state by its name; null for a blank one. */
    static CycleState state(String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        try {
            return CycleState.valueOf(name);
        } catch (IllegalArgumentException none) {
            throw Refused.field("state", Message.of("CYCLE_STATE_EXPECTED"));
        }
    }

    @POST
    @Path("")
    @RolesAllowed(PLANNER)
    @Transactional
    @Operation(summary = "Plans a cycle")
    public Response plan(PlanBody body) {
        requireBody(body);
        return once.create(body, () -> {
            CycleView made = cycles.plan(asking.known(), body.plan(body.cycle()));
            return Response.created(URI.create("/api" + made.address()))
                    .entity(made)
                    .build();
        });
    }

    static void requireBody(Object body) {
        if (body == null) {
            throw new Refused(Problem.MALFORMED, Message.of("PROBLEM_MALFORMED"));
        }
    }

    @GET
    @Path("{cycle}")
    @RolesAllowed({RETAILER, CUSTOMER_MANAGER, MARKET_MANAGER, ORDER_DESK, PLANNER, AUDITOR})
    @Operation(summary = "A cycle, with its ETag")
    public Response find(@RestPath String cycle) {
        CycleView found = cycles.find(asking.known(), cycle);
        return Versions.show(found, found.version()).build();
    }

    @PUT
    @Path("{cycle}")
    @RolesAllowed(PLANNER)
    @Operation(summary = "Changes a cycle that is not published yet; needs If-Match")
    public Response change(@RestPath String cycle, PlanBody body, @Context HttpHeaders headers) {
        requireBody(body);
        CycleView changed =
                cycles.change(asking.known(), body.plan(cycle), version -> Versions.requireMatch(headers, version));
        return Versions.show(changed, changed.version()).build();
    }

    @GET
    @Path("{cycle}/steps")
    @RolesAllowed({RETAILER, CUSTOMER_MANAGER, MARKET_MANAGER, ORDER_DESK, PLANNER, AUDITOR})
    @Operation(summary = "The states that a cycle has entered, and when")
    public List<Step> steps(@RestPath String cycle) {
        return cycles.steps(asking.known(), cycle);
    }

    @GET
    @Path("{cycle}/supply-corrections")
    @RolesAllowed({RETAILER, CUSTOMER_MANAGER, MARKET_MANAGER, ORDER_DESK, PLANNER, AUDITOR})
    @Operation(summary = "What was changed of supply after it had been published, and why")
    public List<Correction> corrections(@RestPath String cycle) {
        cycles.find(asking.known(), cycle);
        return supplies.corrections(cycle);
    }

    @POST
    @Path("{cycle}/steps")
    @RolesAllowed(PLANNER)
    @Transactional
    @Operation(
            summary =
                    "Publishes, opens, closes, cancels a cycle by hand, or says that it is delivered; it never goes back")
    public Response step(@RestPath String cycle, StepBody body) {
        requireBody(body);
        if (body.state() == null) {
            throw Refused.field("state", Message.of("CYCLE_STATE_EXPECTED"));
        }
        return once.create(body, () -> {
            CycleView now = passage.byHand(asking.known(), cycle, body.state(), body.reason());
            return Response.created(URI.create("/api" + now.address()))
                    .entity(now)
                    .build();
        });
    }
}
