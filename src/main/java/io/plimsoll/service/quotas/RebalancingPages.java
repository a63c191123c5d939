package io.plimsoll.service.quotas;

import io.plimsoll.quota.FitBand;
import io.plimsoll.quota.ReasonForChange;
import io.plimsoll.service.quotas.RebalancingForm.Typed;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Filled;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.plimsoll.service.web.TypedNumber;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Re-balancings: the list, the page of each on which everybody takes his own step, and a retailer's own line (R7). */
@Path("/rebalancings")
@Produces(MediaType.TEXT_HTML)
public class RebalancingPages {

    private final Rebalancings rebalancings;
    private final RebalancingDrafts drafts;
    private final RebalancingLines lines;
    private final RebalancingPlans plans;
    private final RebalancingApproval approval;
    private final QuotaShops shops;
    private final Horizon horizon;
    private final Asking asking;

    RebalancingPages(
            Rebalancings rebalancings,
            RebalancingDrafts drafts,
            RebalancingLines lines,
            RebalancingPlans plans,
            RebalancingApproval approval,
            QuotaShops shops,
            Horizon horizon,
            Asking asking) {
        this.rebalancings = rebalancings;
        this.drafts = drafts;
        this.lines = lines;
        this.plans = plans;
        this.approval = approval;
        this.shops = shops;
        this.horizon = horizon;
        this.asking = asking;
    }

    /**
     * A row of the form.
     *
     * @param line as it is stored; null where it is only typed yet
     * @param shop null where nobody knows the licence that was typed
     */
    record Row(RebalancingLine line, QuotaShop shop, Typed typed) {

        public boolean isBlank() {
            return typed.licence().isEmpty();
        }
    }

    /**
     * What the page of a re-balancing shows.
     *
     * @param isMine whether the one who asks works it out
     * @param rows of the form; none where nothing can be changed
     * @param others own shops that are in no line, to add one
     * @param band within which a total fits
     * @param largestChangePercent by how much of itself a total is changed at most by what is computed
     * @param outsideNow cartons by which the totals of the lines lie outside of the band; and once they are changed
     */
    record Shown(
            Rebalancing rebalancing,
            boolean isMine,
            boolean mayApprove,
            List<Row> rows,
            Collection<QuotaShop> others,
            List<ReasonForChange> reasons,
            FitBand band,
            int largestChangePercent,
            long outsideNow,
            long outsideAfter) {

        /** Whether lines can be written. */
        public boolean isToWrite() {
            return isMine && rebalancing.state() == RebalancingState.OPEN;
        }
    }

    @CheckedTemplate(basePath = "quotas")
    static class Templates {
        static native TemplateInstance rebalancings(PageOf<Rebalancings.Summary> list);

        static native TemplateInstance rebalancing(Shown shown, Filled form);

        static native TemplateInstance ownLine(
                OwnLine line, QuotaShop shop, Effect effect, boolean mayAnswer, Filled form);
    }

    @GET
    @Path("")
    @RolesAllowed({Role.Name.CUSTOMER_MANAGER, Role.Name.MARKET_MANAGER, Role.Name.PLANNER, Role.Name.AUDITOR})
    public TemplateInstance list(@Valid @BeanParam Paging paging) {
        return Templates.rebalancings(rebalancings.list(paging));
    }

    @POST
    @Path("")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    public Response open() {
        return SeeOther.to("/rebalancings/" + drafts.open(asking.known()));
    }

    @GET
    @Path("{rebalancing}")
    @RolesAllowed({Role.Name.CUSTOMER_MANAGER, Role.Name.MARKET_MANAGER, Role.Name.PLANNER, Role.Name.AUDITOR})
    public TemplateInstance find(@RestPath long rebalancing) {
        return shown(rebalancing, null, Filled.with(Map.of()));
    }

    private TemplateInstance shown(long id, List<Typed> typedOrNull, Filled form) {
        Rebalancings.Read read = rebalancings.find(id);
        Rebalancing rebalancing = read.rebalancing();
        Viewer viewer = asking.known();
        boolean isMine = viewer.role() == Role.CUSTOMER_MANAGER;
        RebalancingState due = viewer.role() == Role.PLANNER ? RebalancingState.SIGNED : RebalancingState.OPEN;
        boolean isApprover = viewer.role() == Role.PLANNER || viewer.role() == Role.MARKET_MANAGER;
        boolean mayApprove = isApprover
                && rebalancing.state() == due
                && rebalancing.isReady()
                && Rebalancings.isAllIn(viewer, rebalancing);
        boolean isToWrite = isMine && rebalancing.state() == RebalancingState.OPEN;
        Map<String, QuotaShop> own = isToWrite ? shops.ofManager(rebalancing.manager(), read.view()) : Map.of();
        FitBand band = QuotaThresholds.band(read.view().policy());
        return Templates.rebalancing(
                new Shown(
                        rebalancing,
                        isMine,
                        mayApprove,
                        isToWrite ? rows(rebalancing, own, typedOrNull) : List.of(),
                        own.values().stream()
                                .filter(shop -> rebalancing.lines().stream()
                                        .noneMatch(line -> line.shop().licence().equals(shop.licence())))
                                .toList(),
                        List.of(ReasonForChange.values()),
                        band,
                        QuotaThresholds.largestChangePercent(read.view().policy()),
                        rebalancing.live().stream()
                                .mapToLong(line -> line.shop().outside(line.totalBefore(), band))
                                .sum(),
                        rebalancing.live().stream()
                                .mapToLong(line -> line.shop().outside(line.totalAfter(), band))
                                .sum()),
                form);
    }

    private static List<Row> rows(Rebalancing rebalancing, Map<String, QuotaShop> own, List<Typed> typedOrNull) {
        Map<String, RebalancingLine> lines = rebalancing.lines().stream()
                .collect(Collectors.toMap(line -> line.shop().licence(), line -> line));
        List<Typed> typed = typedOrNull != null
                ? new ArrayList<>(typedOrNull)
                : new ArrayList<>(rebalancing.lines().stream()
                        .map(line -> new Typed(
                                line.shop().licence(),
                                Integer.toString(line.totalAfter()),
                                line.reason(),
                                line.evidence(),
                                null,
                                null))
                        .toList());
        typed.add(new Typed("", "", "", "", null, null));
        return typed.stream()
                .map(each -> new Row(lines.get(each.licence()), own.get(each.licence()), each))
                .toList();
    }

    @POST
    @Path("{rebalancing}/lines")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    public Response save(@RestPath long rebalancing, @BeanParam RebalancingForm form) {
        Viewer manager = asking.known();
        try {
            Rebalancing saved = lines.save(manager, rebalancing, same(form.version), form.edits());
            if (Objects.equals(form.act, "ask")) {
                return step(rebalancing, null, () -> drafts.ask(manager, rebalancing, same(saved.version())));
            }
            return SeeOther.to(saved.address());
        } catch (Refused refused) {
            return Filled.again(
                    refused, () -> shown(rebalancing, form.typed(refused), Filled.refused(Filled.fields(), refused)));
        }
    }

    @POST
    @Path("{rebalancing}/computation")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    public Response compute(@RestPath long rebalancing, @RestForm long version, @RestForm String worst) {
        return step(
                rebalancing,
                null,
                () -> plans.compute(asking.known(), rebalancing, same(version), RebalancingForm.worst(worst)));
    }

    @POST
    @Path("{rebalancing}/withdrawal")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    public Response withdraw(@RestPath long rebalancing, @RestForm long version) {
        return step(rebalancing, null, () -> drafts.withdraw(asking.known(), rebalancing, same(version)));
    }

    @POST
    @Path("{rebalancing}/approval")
    @RolesAllowed({Role.Name.MARKET_MANAGER, Role.Name.PLANNER})
    public Response approve(
            @RestPath long rebalancing, @RestForm long version, @RestForm String approves, @RestForm String reason) {
        Viewer viewer = asking.known();
        return step(
                rebalancing,
                reason,
                () -> TotalPages.said(approves)
                        ? approval.approve(viewer, rebalancing, same(version))
                        : approval.refuse(viewer, rebalancing, same(version), reason));
    }

    @GET
    @Path("{rebalancing}/lines/{licence}")
    @RolesAllowed(Role.Name.RETAILER)
    public TemplateInstance line(@RestPath long rebalancing, @RestPath String licence) {
        return ownLine(rebalancing, licence, Filled.with(Map.of()));
    }

    private TemplateInstance ownLine(long rebalancing, String licence, Filled form) {
        OwnLine line = approval.requireOwn(asking.known(), rebalancing, licence);
        Horizon.View view = horizon.ahead();
        QuotaShop shop = shops.of(List.of(licence), view).get(licence);
        Effect effect = line.effect() == null ? view.effect() : line.effect();
        return Templates.ownLine(line, shop, effect, approval.isToAnswer(line), form);
    }

    @POST
    @Path("{rebalancing}/lines/{licence}/answer")
    @RolesAllowed(Role.Name.RETAILER)
    public Response answer(
            @RestPath long rebalancing, @RestPath String licence, @RestForm String agrees, @RestForm String total) {
        Viewer retailer = asking.known();
        OwnLine line = approval.requireOwn(retailer, rebalancing, licence);
        try {
            approval.answer(
                    retailer,
                    rebalancing,
                    TotalPages.said(agrees),
                    TypedNumber.of(total).orElse(-1));
            return SeeOther.to(line.address());
        } catch (Refused refused) {
            return Filled.again(refused, () -> ownLine(rebalancing, licence, Filled.refused(Filled.fields(), refused)));
        }
    }

    private static LongConsumer same(long seen) {
        return version -> Versions.requireSame(seen, version);
    }

    private Response step(long id, String reason, Supplier<Rebalancing> work) {
        try {
            return SeeOther.to(work.get().address());
        } catch (Refused refused) {
            return Filled.again(
                    refused, () -> shown(id, null, Filled.refused(Filled.fields("reason", reason), refused)));
        }
    }
}
