package io.plimsoll.service.quotas;

import io.plimsoll.message.Message;
import io.plimsoll.quota.ReasonForChange;
import io.plimsoll.service.master.AgreedTotals.State;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Filled;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.plimsoll.service.web.TypedNumber;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Totals proposed to single retailers: the form, the list, and the page of each, where everybody takes his own step (R1). */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class TotalPages {

    private final TotalProposals proposals;
    private final Horizon horizon;
    private final Asking asking;
    private final Once once;

    TotalPages(TotalProposals proposals, Horizon horizon, Asking asking, Once once) {
        this.proposals = proposals;
        this.horizon = horizon;
        this.asking = asking;
        this.once = once;
    }

    @CheckedTemplate(basePath = "quotas")
    static class Templates {
        static native TemplateInstance newTotal(
                QuotaShop shop, String month, Filled form, List<ReasonForChange> reasons);

        static native TemplateInstance proposals(PageOf<TotalProposal> list, Filled form, List<State> states);

        static native TemplateInstance proposal(TotalProposal proposal, QuotaShop shop, Filled form);
    }

    @GET
    @Path("retailers/{licence}/new-total")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    public TemplateInstance form(@RestPath String licence) {
        return form(licence, Filled.with(Map.of()));
    }

    private TemplateInstance form(String licence, Filled form) {
        return Templates.newTotal(
                proposals.shop(licence), horizon.nextMonth(), form, List.of(ReasonForChange.values()));
    }

    @POST
    @Path("retailers/{licence}/new-total")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    public Response propose(
            @RestPath String licence,
            @RestForm String total,
            @RestForm String reason,
            @RestForm String evidence,
            @RestForm("once") String key) {
        proposals.shop(licence);
        Map<String, String> sent = Filled.fields("total", total, "reason", reason, "evidence", evidence);
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> once.create(
                            key,
                            sent,
                            () -> SeeOther.to(proposals
                                    .propose(
                                            asking.known(),
                                            licence,
                                            new TotalProposals.Proposed(typed(total), reason, evidence))
                                    .address())));
        } catch (Refused refused) {
            return Filled.again(refused, () -> form(licence, Filled.refused(sent, refused)));
        }
    }

    private static Integer typed(String total) {
        Checks checks = new Checks();
        Integer number = checks.wholeIfAny("total", TypedNumber.plain(total));
        checks.refuseErrors();
        return number;
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
    public TemplateInstance list(@RestQuery String state, @Valid @BeanParam Paging paging) {
        Checks checks = new Checks();
        State wanted = checks.constant("state", state, State.class);
        checks.refuseErrors();
        return Templates.proposals(
                proposals.list(wanted, paging), Filled.with(Filled.fields("state", state)), List.of(State.values()));
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
    public TemplateInstance proposal(@RestPath long proposal) {
        return shown(proposal, Filled.with(Map.of()));
    }

    private TemplateInstance shown(long id, Filled form) {
        TotalProposal proposal = proposals.find(id);
        return Templates.proposal(proposal, proposals.shop(proposal.licence()), form);
    }

    @POST
    @Path("total-proposals/{proposal}/answer")
    @RolesAllowed(Role.Name.RETAILER)
    public Response answer(@RestPath long proposal, @RestForm String agrees, @RestForm String total) {
        return step(proposal, null, () -> {
            Integer seen = typed(total);
            return proposals.answer(asking.known(), proposal, said(agrees), seen == null ? -1 : seen);
        });
    }

    @POST
    @Path("total-proposals/{proposal}/approval")
    @RolesAllowed({Role.Name.MARKET_MANAGER, Role.Name.PLANNER})
    public Response approve(@RestPath long proposal, @RestForm String approves, @RestForm String reason) {
        return step(
                proposal,
                reason,
                () -> said(approves)
                        ? proposals.approve(asking.known(), proposal)
                        : proposals.refuse(asking.known(), proposal, reason));
    }

    @POST
    @Path("total-proposals/{proposal}/withdrawal")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    public Response withdraw(@RestPath long proposal) {
        return step(proposal, null, () -> proposals.withdraw(asking.known(), proposal));
    }

    /** What a button says; a form without any was not sent by a person. */
    static boolean said(String button) {
        if (button == null || button.isBlank()) {
            throw Refused.field("answer", Message.of("FIELD_MISSING"));
        }
        return button.equals("true");
    }

    private Response step(long id, String reason, Supplier<TotalProposal> work) {
        try {
            return SeeOther.to(work.get().address());
        } catch (Refused refused) {
            return Filled.again(refused, () -> shown(id, Filled.refused(Filled.fields("reason", reason), refused)));
        }
    }
}
