package io.plimsoll.service.quotas;

import io.plimsoll.service.master.AgreedTotals.State;
import io.plimsoll.service.quotas.Bodies.Answer;
import io.plimsoll.service.quotas.Bodies.Approval;
import io.plimsoll.service.quotas.Bodies.ProposedTotal;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Totals proposed to single retailers, for programs (R1). */
@Path("/api")
@Tag(name = "Agreed totals")
public class TotalResource {

    private final TotalProposals proposals;
    private final Asking asking;
    private final Once once;

    TotalResource(TotalProposals proposals, Asking asking, Once once) {
        this.proposals = proposals;
        this.asking = asking;
        this.once = once;
    }

    @GET
    @Path("total-proposals")
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    @Operation(summary = "Totals that were proposed; those that wait for somebody first")
    public PageOf<TotalProposal> list(@RestQuery String state, @Valid @BeanParam Paging paging) {
        Checks checks = new Checks();
        State wanted = checks.constant("state", state, State.class);
        checks.refuseErrors();
        return proposals.list(wanted, paging);
    }

    @POST
    @Path("retailers/{licence}/total-proposals")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    @Transactional
    @Operation(
            summary =
                    "Propose a total to a retailer of one's own, from the next month on; neither an order nor a target")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TotalProposal.class)))
    public Response propose(@RestPath String licence, ProposedTotal body) {
        ProposedTotal given = Checks.present(body);
        return once.create(given, () -> {
            TotalProposal proposed = proposals.propose(
                    asking.known(),
                    licence,
                    new TotalProposals.Proposed(given.total(), given.reason(), given.evidence()));
            return Response.created(URI.create("/api" + proposed.address()))
                    .entity(proposed)
                    .build();
        });
    }

    @GET
    @Path("total-proposals/{proposal}")
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    @Operation(summary = "A total that was proposed")
    public TotalProposal find(@RestPath long proposal) {
        return proposals.find(proposal);
    }

    @POST
    @Path("total-proposals/{proposal}/answer")
    @RolesAllowed(Role.Name.RETAILER)
    @Operation(summary = "The retailer agrees, or declines")
    public TotalProposal answer(@RestPath long proposal, Answer body) {
        Answer given = Checks.present(body);
        Checks checks = new Checks();
        checks.given("agrees", given.agrees());
        checks.given("total", given.total());
        checks.refuseErrors();
        return proposals.answer(asking.known(), proposal, given.agrees(), given.total());
    }

    @POST
    @Path("total-proposals/{proposal}/approval")
    @RolesAllowed({Role.Name.MARKET_MANAGER, Role.Name.PLANNER})
    @Operation(summary = "The market manager approves, or refuses with a reason; for a key account a planner after him")
    public TotalProposal approve(@RestPath long proposal, Approval body) {
        Approval given = Checks.present(body);
        Checks checks = new Checks();
        checks.given("approves", given.approves());
        checks.refuseErrors();
        return given.approves()
                ? proposals.approve(asking.known(), proposal)
                : proposals.refuse(asking.known(), proposal, given.reason());
    }

    @POST
    @Path("total-proposals/{proposal}/withdrawal")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    @Operation(summary = "The customer manager takes it back")
    public TotalProposal withdraw(@RestPath long proposal) {
        return proposals.withdraw(asking.known(), proposal);
    }
}
