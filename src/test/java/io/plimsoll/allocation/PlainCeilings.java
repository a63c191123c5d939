package io.plimsoll.allocation;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.order.Orders;
import io.plimsoll.policy.Pacing;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Every ceiling of one cycle, reckoned without rules and read straight off the table in docs/mechanism.md. The oracle and
 * the property checks stand on it, so it shares no code with what it judges.
 */
public final class PlainCeilings {

    /** No ceiling. Larger than any sum of demands, so it can be put in a {@code min} like a number. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    private final Cycle cycle;
    private final int[] retailerOf;
    private final long[] periodCeiling;
    private final long[] pacedHeadroom;
    private final long[] headroom;
    private final long[] weight;
    private final long[][] tierCeiling;
    private final long[] lineCeiling;
    private final long[] released;

    public PlainCeilings(Cycle cycle) {
        this.cycle = cycle;
        int retailers = cycle.retailers().size();
        int lines = cycle.orders().lines();
        periodCeiling = new long[retailers];
        pacedHeadroom = new long[retailers];
        headroom = new long[retailers];
        weight = new long[retailers];
        tierCeiling = new long[retailers][BrandTier.values().length];
        retailerOf = new int[lines];
        lineCeiling = new long[lines];
        for (int r = 0; r < retailers; r++) {
            reckonRetailer(r);
            for (int line = firstLine(r); line < firstLine(r + 1); line++) {
                retailerOf[line] = r;
                lineCeiling[line] = reckonLineCeiling(cycle.retailers().get(r), skuOf(line));
            }
        }
        released = new long[cycle.skus().size()];
        for (int s = 0; s < released.length; s++) {
            released[s] = reckonReleased(cycle.skus().get(s));
        }
    }

    /** P: floor(T x (1 + f)). */
    public long periodCeiling(int retailer) {
        return periodCeiling[retailer];
    }

    /** max(0, paced - G): what pacing leaves, before the retailer's own at_most. */
    public long pacedHeadroom(int retailer) {
        return pacedHeadroom[retailer];
    }

    /** H: what the retailer may still be granted in this order. */
    public long headroom(int retailer) {
        return headroom[retailer];
    }

    /** w: the weight of his class times his order interval. */
    public long weight(int retailer) {
        return weight[retailer];
    }

    /** C: over his lines of that tier that aren't OPEN. */
    public long tierCeiling(int retailer, BrandTier tier) {
        return tierCeiling[retailer][tier.ordinal()];
    }

    /** u: the line's own ceiling. */
    public long lineCeiling(int line) {
        return lineCeiling[line];
    }

    /** The most a line can be granted before anything is shared: min(d, u), or 0 where the licence doesn't stand. */
    public long mostOf(int line) {
        return isActive(retailerOf(line)) ? Math.min(cycle.orders().demand()[line], lineCeiling[line]) : 0;
    }

    /** S: what is released of a Sku. */
    public long released(int sku) {
        return released[sku];
    }

    /** S as results write it: empty where it is unlimited. */
    OptionalLong releasedIfLimited(int sku) {
        return released[sku] == UNLIMITED ? OptionalLong.empty() : OptionalLong.of(released[sku]);
    }

    public int retailerOf(int line) {
        return retailerOf[line];
    }

    public boolean isActive(int retailer) {
        return cycle.retailers().get(retailer).status() == RetailerStatus.ACTIVE;
    }

    /** Whether the tier ceiling covers a line: it leaves out what is OPEN. */
    public boolean countsTowardsTier(int line) {
        return skuOf(line).status() != SupplyStatus.OPEN;
    }

    /** Whether the ceiling of this tier covers a Sku. */
    boolean tierCovers(BrandTier tier, int sku) {
        Sku covered = cycle.skus().get(sku);
        return covered.tier() == tier && covered.status() != SupplyStatus.OPEN;
    }

    public Sku skuOf(int line) {
        return cycle.skus().get(cycle.orders().sku()[line]);
    }

    public Cycle cycle() {
        return cycle;
    }

    public int firstLine(int retailer) {
        return cycle.orders().firstLine()[retailer];
    }

    private void reckonRetailer(int r) {
        Retailer retailer = cycle.retailers().get(r);
        periodCeiling[r] = floor(BigDecimal.valueOf(retailer.agreedTotal()).multiply(onePlusFloat(retailer)));
        pacedHeadroom[r] = Math.max(0, paced(retailer, periodCeiling[r]) - retailer.grantedInPeriod());
        int atMost = cycle.orders().atMost()[r];
        headroom[r] = atMost == Orders.NO_LIMIT ? pacedHeadroom[r] : Math.min(pacedHeadroom[r], atMost);
        weight[r] = (long) cycle.policy().weights().get(retailer.sizeClass()) * retailer.interval();
        for (BrandTier tier : BrandTier.values()) {
            Optional<BigDecimal> ceiling =
                    cycle.policy().tierCeilings().ceiling(retailer.sizeClass(), retailer.marketType(), tier.name());
            tierCeiling[r][tier.ordinal()] = ceiling.map(
                            q -> floor(perInterval(q, retailer).multiply(onePlusFloat(retailer))))
                    .orElse(UNLIMITED);
        }
    }

    /** floor(P x min(1, (1 + b) k'/K, 1 - lambda (K - k')/K)); all three are taken times K, to divide only once. */
    private long paced(Retailer retailer, long periodCeiling) {
        Optional<Pacing> pacing = cycle.policy().pacing();
        if (pacing.isEmpty() || periodCeiling <= pacing.get().exempt()) {
            return periodCeiling;
        }
        BigDecimal of = BigDecimal.valueOf(cycle.head().of());
        BigDecimal number =
                of.min(BigDecimal.valueOf(cycle.head().number()).add(BigDecimal.valueOf(retailer.interval() - 1)));
        BigDecimal ahead = BigDecimal.ONE.add(pacing.get().burst()).multiply(number);
        BigDecimal kept = of.subtract(pacing.get().reserve().multiply(of.subtract(number)));
        BigDecimal share = of.min(ahead).min(kept);
        return floor(BigDecimal.valueOf(periodCeiling).multiply(share).divideToIntegralValue(of));
    }

    private long reckonLineCeiling(Retailer retailer, Sku sku) {
        Optional<BigDecimal> ceiling =
                cycle.policy().skuCeilings().ceiling(retailer.sizeClass(), retailer.marketType(), sku.key());
        if (sku.status() == SupplyStatus.OPEN || ceiling.isEmpty()) {
            return UNLIMITED;
        }
        BigDecimal cartons = perInterval(ceiling.get(), retailer);
        return floor(sku.status() == SupplyStatus.NORMAL ? cartons.multiply(onePlusFloat(retailer)) : cartons);
    }

    private long reckonReleased(Sku sku) {
        ReleasePolicy policy = cycle.policy();
        long supply = sku.supply().orElse(UNLIMITED);
        BigDecimal rho = policy.tightBalance().get(sku.tier());
        if (rho == null || sku.forecast().isEmpty()) {
            return supply;
        }
        return Math.min(supply, floor(rho.multiply(sku.forecast().get())));
    }

    private BigDecimal onePlusFloat(Retailer retailer) {
        BigDecimal percent = cycle.policy().floatPercents().get(retailer.sizeClass());
        return percent.movePointLeft(2).add(BigDecimal.ONE);
    }

    private static BigDecimal perInterval(BigDecimal ceiling, Retailer retailer) {
        return ceiling.multiply(BigDecimal.valueOf(retailer.interval()));
    }

    private static long floor(BigDecimal value) {
        return value.setScale(0, RoundingMode.FLOOR).longValueExact();
    }
}
