package io.plimsoll.service.quotas;

import io.plimsoll.message.Message;
import io.plimsoll.quota.Balance;
import io.plimsoll.quota.BalanceShop;
import io.plimsoll.quota.ReasonForChange;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.LongConsumer;

/** What the service proposes to a customer manager whose territory is to be balanced. */
@ApplicationScoped
class RebalancingPlans {

    private final Rebalancings rebalancings;
    private final RebalancingLines lines;
    private final QuotaShops shops;
    private final Sql sql;
    private final Journal journal;

    RebalancingPlans(Rebalancings rebalancings, RebalancingLines lines, QuotaShops shops, Sql sql, Journal journal) {
        this.rebalancings = rebalancings;
        this.lines = lines;
        this.shops = shops;
        this.sql = sql;
        this.journal = journal;
    }

    /**
     * What would balance the territory: the lines that retailers have agreed to, or are asked about, stay; those who
     * declined, or let it expire, are left in peace; the rest makes up for it. Nothing is stored.
     *
     * @param worstOrNull how many of the worst fits are to be mended; null: all that lie outside of the band
     * @return nothing where no changes of the other shops make up for what stands
     */
    @Transactional
    Optional<Balance.Plan> plan(Viewer manager, long id, Integer worstOrNull) {
        Rebalancings.Read read = rebalancings.find(id);
        return plan(RebalancingLines.keyOf(manager), read, worstOrNull);
    }

    private Optional<Balance.Plan> plan(String manager, Rebalancings.Read read, Integer worstOrNull) {
        Map<String, RebalancingLine> written = RebalancingLines.byLicence(read.rebalancing());
        int standing = read.rebalancing().live().stream()
                .filter(RebalancingPlans::stands)
                .mapToInt(RebalancingLine::change)
                .sum();
        List<BalanceShop> free = shops.ofManager(manager, read.view()).values().stream()
                .filter(QuotaShop::isToBalance)
                .filter(shop -> !written.containsKey(shop.licence())
                        || written.get(shop.licence()).state() == LineState.DRAFT)
                .map(QuotaShop::forBalance)
                .sorted(Comparator.comparing((BalanceShop shop) -> -shop.misfit())
                        .thenComparing(BalanceShop::retailer))
                .toList();
        return new Balance(
                        QuotaThresholds.band(read.view().policy()),
                        QuotaThresholds.largestChangePercent(read.view().policy()))
                .plan(worstOrNull == null ? free : onlyWorst(free, worstOrNull), -standing);
    }

    /** The misfit of so many counts; the others only make up for them. */
    private static List<BalanceShop> onlyWorst(List<BalanceShop> worstFirst, int worst) {
        List<BalanceShop> shops = new ArrayList<>();
        for (BalanceShop shop : worstFirst) {
            shops.add(new BalanceShop(
                    shop.retailer(),
                    shop.peers(),
                    shop.total(),
                    shop.demand(),
                    shop.leastTotal(),
                    shops.size() < worst));
        }
        return shops;
    }

    private static boolean stands(RebalancingLine line) {
        return line.state() == LineState.AGREED || line.state() == LineState.ASKED;
    }

    /** Puts what is computed in the place of the lines nobody has been asked about. */
    @Transactional
    Rebalancing compute(Viewer manager, long id, LongConsumer match, Integer worstOrNull) {
        Rebalancings.Read read = lines.openHeld(manager, id, match);
        Balance.Plan plan = plan(RebalancingLines.keyOf(manager), read, worstOrNull)
                .orElseThrow(() -> new Refused(Problem.CONFLICT, Message.of("REBALANCING_CANNOT_BALANCE")));
        sql.update("DELETE FROM rebalancing_line WHERE rebalancing = ? AND state = 'DRAFT'", id);
        SortedMap<String, QuotaShop> present = shops.of(plan.changes().keySet(), read.view());
        plan.changes().forEach((licence, change) -> {
            QuotaShop shop = present.get(licence);
            lines.add(id, shop, shop.total() + change, ReasonForChange.DEMAND.name(), "");
        });
        lines.touch(id);
        journal.append(
                manager,
                Act.REBALANCING_COMPUTED,
                Subject.rebalancing(id),
                Map.of(
                        "lines", plan.changes().size(),
                        "outside_before", plan.outsideBefore(),
                        "outside_after", plan.outsideAfter()));
        return rebalancings.shown(id);
    }
}
