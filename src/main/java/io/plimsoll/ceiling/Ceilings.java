package io.plimsoll.ceiling;

import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.sku.BrandTier;
import java.util.Arrays;
import java.util.List;

/**
 * The ceilings that hold in one cycle: of all that were proposed the smallest, everywhere. Retailers, Skus and peer
 * groups are named by their positions.
 */
public final class Ceilings {

    /** No rule set one. */
    public static final long NONE = Long.MAX_VALUE;

    private static final int TIERS = BrandTier.values().length;

    private final int skus;
    private final long[] standing;
    private final long[] period;
    private final long[] pace;
    private final long[] bySku;
    private final long[] byTier;
    private final long[] released;
    private final long[] weight = none(PeerGroup.COUNT);
    private final List<Ceiling> all;

    Ceilings(int retailers, long[] supply, List<Ceiling> all) {
        skus = supply.length;
        standing = none(retailers);
        period = none(retailers);
        pace = none(retailers);
        bySku = none(PeerGroup.COUNT * skus);
        byTier = none(PeerGroup.COUNT * TIERS);
        released = supply.clone();
        this.all = all;
    }

    private static long[] none(int length) {
        long[] ceilings = new long[length];
        Arrays.fill(ceilings, NONE);
        return ceilings;
    }

    void lower(CeilingScope scope, int subject, int ref, long max) {
        switch (scope) {
            case STANDING -> lower(standing, subject, max);
            case PERIOD -> lower(period, subject, max);
            case PACE -> lower(pace, subject, max);
            case SKU -> lower(bySku, subject * skus + ref, max);
            case TIER -> lower(byTier, subject * TIERS + ref, max);
            case SUPPLY -> lower(released, subject, max);
            case WEIGHT -> lower(weight, subject, max);
        }
    }

    private static void lower(long[] ceilings, int at, long max) {
        ceilings[at] = Math.min(ceilings[at], max);
    }

    /** The most a retailer may be granted in this cycle whatever it ordered; 0 for one that isn't eligible (R35). */
    public long standing(int retailer) {
        return standing[retailer];
    }

    /** The most a retailer may be granted in the period (P; R2). */
    public long period(int retailer) {
        return period[retailer];
    }

    /** The most a retailer may have been granted in the period once this cycle is done (R2, R8). */
    public long paced(int retailer) {
        return Math.min(period[retailer], pace[retailer]);
    }

    /** The most of a Sku on each line of these peers (u; R5); 0 blocks it. */
    public long sku(int peerGroup, int sku) {
        return bySku[peerGroup * skus + sku];
    }

    /** The most of a tier for each of these peers, over what isn't OPEN (C; R5). */
    public long tier(int peerGroup, BrandTier tier) {
        return byTier[peerGroup * TIERS + tier.ordinal()];
    }

    /** What there is to share of a Sku (S): its supply, or less where tight balance holds some back (R6). */
    public long released(int sku) {
        return released[sku];
    }

    /** The share of each of these peers in a short Sku (w; R34); 0 for a group that nobody is in. */
    public int weight(int peerGroup) {
        return weight[peerGroup] == NONE ? 0 : (int) Math.min(weight[peerGroup], Integer.MAX_VALUE);
    }

    /** Every ceiling that a rule set, the larger ones too, in the order of scope, subject, ref and rule. */
    public List<Ceiling> all() {
        return all;
    }
}
