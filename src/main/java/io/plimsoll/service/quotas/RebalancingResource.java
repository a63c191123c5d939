package io.plimsoll.service.quotas;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plimsoll.message.Message;
import io.plimsoll.quota.Balance;
import io.plimsoll.service.quotas.Bodies.Answer;
import io.plimsoll.service.quotas.Bodies.Approval;
import io.plimsoll.service.quotas.Bodies.Lines;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Checks;
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
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Re-balancings, for programs (R7). */
@Path("/api/rebalancings")
@Tag(name = "Agreed totals")
public class RebalancingResource {

    private final Rebalancings rebalancings;
    private final RebalancingDrafts drafts;
    private final RebalancingLines lines;
    private final RebalancingPlans plans;
    private final RebalancingApproval approval;
    private final Asking asking;
    private final Once once;

    RebalancingResource(
            Rebalancings rebalancings,
            RebalancingDrafts drafts,
            RebalancingLines lines,
            RebalancingPlans plans,
            RebalancingApproval approval,
            Asking asking,
            Once once) {
        this.rebalancings = rebalancings;
        this.drafts = drafts;
        this.lines = lines;
        this.plans = plans;
        this.approval = approval;
        this.asking = asking;
        this.once = once;
    }

    /**
     * Changes that were computed and are not stored.
     *
     * @param changes cartons by licence; they balance what retailers have agreed to or are asked about already
     */
    @Schema(name = "BalancePlan")
    record Plan(
            @Schema(examples = "{\"L620119\": 12, \"L620344\": -12}")
            Map<String, Integer> changes,

            @Schema(examples = "57") long outsideBefore,
            @Schema(examples = "9") long outsideAfter) {

        @JsonProperty
        int lines() {
            return changes.size();
        }
    }

    @GET
    @Path("")
    @RolesAllowed({Role.Name.CUSTOMER_MANAGER, Role.Name.MARKET_MANAGER, Role.Name.PLANNER, Role.Name.AUDITOR})
    @Operation(summary = "Re-balancings, the latest first")
    public PageOf<Rebalancings.Summary> list(@Valid @BeanParam Paging paging) {
        return rebalancings.list(paging);
    }

    @POST
    @Path("")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    @Transactional
    @Operation(summary = "Open a re-balancing; a manager has one at a time, and gets the one that is open")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Rebalancing.class)))
    public Response open() {
        return once.create("", () -> {
            Rebalancing opened = rebalancings.shown(drafts.open(asking.known()));
            return Response.created(URI.create("/api" + opened.address()))
                    .tag(Versions.tag(opened.version()))
                    .entity(opened)
                    .build();
        });
    }

    @GET
    @Path("{rebalancing}")
    @RolesAllowed({Role.Name.CUSTOMER_MANAGER, Role.Name.MARKET_MANAGER, Role.Name.PLANNER, Role.Name.AUDITOR})
    @Operation(summary = "A re-balancing with its lines, their sum and the drift of the ceilings")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Rebalancing.class)))
    public Response find(@RestPath long rebalancing) {
        return shown(rebalancings.find(rebalancing).rebalancing());
    }

    @GET
    @Path("{rebalancing}/plan")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    @Operation(
            summary = "What would balance the territory",
            description =
                    "Exactly: the fewest cartons outside of the band, then the fewest changes, then nearest to the"
                            + " demand. Lines that are agreed or asked stay; nothing is stored.")
    public Plan plan(
            @RestPath long rebalancing,
            @Parameter(description = "how many of the worst fits are to be mended; all without it") @RestQuery
                    String worst) {
        Balance.Plan plan = plans.plan(asking.known(), rebalancing, RebalancingForm.worst(worst))
                .orElseThrow(() -> new Refused(Problem.CONFLICT, Message.of("REBALANCING_CANNOT_BALANCE")));
        return new Plan(plan.changes(), plan.outsideBefore(), plan.outsideAfter());
    }

    @PUT
    @Path("{rebalancing}/lines")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    @Operation(
            summary = "Write lines; those that are changed have to be agreed anew",
            description =
                    "Lines that are not named stay as they are. A line with the present total, or none, is taken out.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Rebalancing.class)))
    public Response save(@RestPath long rebalancing, Lines body, @Context HttpHeaders headers) {
        Lines given = Checks.present(body);
        List<LineEdit> edits = Checks.present(given.lines());
        edits.forEach(Checks::present);
        return shown(lines.save(asking.known(), rebalancing, match(headers), edits));
    }

    @POST
    @Path("{rebalancing}/questions")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    @Operation(summary = "Ask the retailers of all lines that are not asked yet; it has to sum to zero")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Rebalancing.class)))
    public Response ask(@RestPath long rebalancing, @Context HttpHeaders headers) {
        return shown(drafts.ask(asking.known(), rebalancing, match(headers)));
    }

    @POST
    @Path("{rebalancing}/withdrawal")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    @Operation(summary = "Take a re-balancing back that is not approved")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Rebalancing.class)))
    public Response withdraw(@RestPath long rebalancing, @Context HttpHeaders headers) {
        return shown(drafts.withdraw(asking.known(), rebalancing, match(headers)));
    }

    @POST
    @Path("{rebalancing}/approval")
    @RolesAllowed({Role.Name.MARKET_MANAGER, Role.Name.PLANNER})
    @Operation(
            summary = "Approve it as a whole, or refuse it with a reason",
            description =
                    "A market manager once all retailers have agreed; a planner after him where a key account is in it."
                            + " It is refused when anything it rests on has changed, and holds from the next cycle.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Rebalancing.class)))
    public Response approve(@RestPath long rebalancing, Approval body, @Context HttpHeaders headers) {
        Approval given = Checks.present(body);
        Checks checks = new Checks();
        checks.given("approves", given.approves());
        checks.refuseErrors();
        return shown(
                given.approves()
                        ? approval.approve(asking.known(), rebalancing, match(headers))
                        : approval.refuse(asking.known(), rebalancing, match(headers), given.reason()));
    }

    @GET
    @Path("{rebalancing}/lines/{licence}")
    @RolesAllowed(Role.Name.RETAILER)
    @Operation(summary = "What a re-balancing proposes to one's own shop")
    public OwnLine line(@RestPath long rebalancing, @RestPath String licence) {
        return approval.requireOwn(asking.known(), rebalancing, licence);
    }

    @POST
    @Path("{rebalancing}/lines/{licence}/answer")
    @RolesAllowed(Role.Name.RETAILER)
    @Operation(summary = "The retailer agrees to his line, or declines it")
    public OwnLine answer(@RestPath long rebalancing, @RestPath String licence, Answer body) {
        Answer given = Checks.present(body);
        Checks checks = new Checks();
        checks.given("agrees", given.agrees());
        checks.given("total", given.total());
        checks.refuseErrors();
        approval.requireOwn(asking.known(), rebalancing, licence);
        approval.answer(asking.known(), rebalancing, given.agrees(), given.total());
        return approval.requireOwn(asking.known(), rebalancing, licence);
    }

    private static LongConsumer match(HttpHeaders headers) {
        return version -> Versions.requireMatch(headers, version);
    }

    private static Response shown(Rebalancing rebalancing) {
        return Versions.show(rebalancing, rebalancing.version()).build();
    }
}
