package io.plimsoll.explanation;

import io.plimsoll.ceiling.Ceiling;
import io.plimsoll.ceiling.CeilingScope;
import io.plimsoll.ceiling.CeilingSetter;
import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.ceiling.JustifiedCeiling;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.message.Message;
import io.plimsoll.order.Orders;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.run.Binding;
import io.plimsoll.run.CycleResult;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every ceiling that one retailer's order met, and what each of them left for a line. */
final class OrderCeilings {

    private static final Set<CeilingScope> ON_THE_ORDER =
            Set.of(CeilingScope.STANDING, CeilingScope.PERIOD, CeilingScope.PACE);

    private final CycleResult result;
    private final int retailer;
    private final List<JustifiedCeiling> justified;
    private final List<AppliedCeiling> onOrder;

    OrderCeilings(CycleResult result, int retailer, RuleBook rules) {
        this.result = result;
        this.retailer = retailer;
        justified = CeilingSetter.justify(result.cycle(), retailer, rules);
        onOrder = onOrder();
    }

    /** Those on the order as a whole, with what they leave for it: rules' ceilings and the retailer's own limit. */
    List<AppliedCeiling> onTheWholeOrder() {
        return onOrder;
    }

    private List<AppliedCeiling> onOrder() {
        Cycle cycle = result.cycle();
        int before = cycle.retailers().get(retailer).grantedInPeriod();
        List<AppliedCeiling> ceilings = new ArrayList<>();
        for (JustifiedCeiling each : justified) {
            CeilingScope scope = each.ceiling().scope();
            if (ON_THE_ORDER.contains(scope)) {
                long earlier = scope == CeilingScope.STANDING ? 0 : before;
                ceilings.add(applied(
                                Limit.valueOf(scope.name()),
                                each,
                                each.ceiling().max())
                        .after(earlier));
            }
        }
        int atMost = cycle.orders().atMost()[retailer];
        if (atMost != Orders.NO_LIMIT) {
            Message reason = Message.of("EXPLAIN_OWN_LIMIT", "max", atMost);
            ceilings.add(new AppliedCeiling(Limit.AT_MOST, atMost, atMost, "", "", reason));
        }
        return ceilings;
    }

    /**
     * Those on one line, the one that leaves least first; of several that leave as little, the one that the binding names.
     *
     * @param line of this retailer
     * @param taken cartons granted to better-ranked lines
     * @param takenOfTier the same, of this Sku's tier and under the tier's ceiling
     */
    List<AppliedCeiling> onLine(int line, long taken, long takenOfTier) {
        Sku sku = result.cycle().skus().get(result.cycle().orders().sku()[line]);
        List<AppliedCeiling> ceilings = new ArrayList<>();
        onOrder.forEach(each -> ceilings.add(each.after(taken)));
        justified.forEach(each -> onLine(each, line, sku, takenOfTier).ifPresent(ceilings::add));
        sku.supply().ifPresent(supply -> {
            Message reason = Message.of("EXPLAIN_SUPPLY", "supply", supply);
            ceilings.add(new AppliedCeiling(Limit.SUPPLY, supply, keptOf(line, Binding.SUPPLY), "", "", reason));
        });
        Limit held = Limit.of(result.bindings()[line]).orElse(null);
        ceilings.sort(Comparator.comparingLong(AppliedCeiling::leaves)
                .thenComparing(each -> each.limit() != held)
                .thenComparing(AppliedCeiling::max));
        return ceilings;
    }

    /** A rule's ceiling as this line met it; empty where it is on something else. */
    private Optional<AppliedCeiling> onLine(JustifiedCeiling each, int line, Sku sku, long takenOfTier) {
        Ceiling ceiling = each.ceiling();
        AppliedCeiling met = switch (ceiling.scope()) {
            case STANDING, PERIOD, PACE -> null;
            case SKU -> ceiling.ref().equals(sku.key()) ? applied(Limit.SKU, each, ceiling.max()) : null;
            case TIER -> {
                boolean covers = sku.status() != SupplyStatus.OPEN
                        && ceiling.ref().equals(sku.tier().name());
                yield covers ? applied(Limit.TIER, each, ceiling.max()).after(takenOfTier) : null;
            }
            case SUPPLY ->
                ceiling.subject().equals(sku.key())
                        ? applied(Limit.TIGHT_BALANCE, each, keptOf(line, Binding.TIGHT_BALANCE))
                        : null;
            case WEIGHT -> ranShort(line) ? applied(Limit.SHARE, each, Ceilings.NONE) : null;
        };
        return Optional.ofNullable(met);
    }

    /** Whether the Sku of a line cut anybody; only then do shares decide. */
    private boolean ranShort(int line) {
        return result.levels().level(result.cycle().orders().sku()[line]).isPresent();
    }

    /** What a short Sku kept of the claims of a line. */
    private long keptOf(int line, Binding shortage) {
        return result.bindings()[line] == shortage ? result.sharing().bound()[line] : Ceilings.NONE;
    }

    private AppliedCeiling applied(Limit limit, JustifiedCeiling ceiling, long leaves) {
        String policy = result.cycle().policy().version();
        return new AppliedCeiling(
                limit, ceiling.ceiling().max(), leaves, ceiling.ceiling().rule(), policy, ceiling.reason());
    }
}
