package io.plimsoll.allocation;

import java.util.Arrays;

/**
 * What is to be shared among whom, in numbers only. Arrays are shared, not copied, and never written to.
 *
 * @param firstLine where the lines of each retailer begin; one longer than there are retailers
 * @param sku Sku of each line
 * @param bound the most a line may claim, min(d, u); 0 for a retailer that may be granted nothing
 * @param headroom what each retailer may still be granted in this cycle (H), or {@link #UNLIMITED}
 * @param peers peer group of each retailer
 * @param weight share of each peer group in a short Sku (w, the order interval included), positive
 * @param tier tier of each Sku, or {@link #NO_TIER} where no tier ceiling covers it
 * @param tierCeiling by peer group x {@link #TIERS} + tier (C), or {@link #UNLIMITED}
 * @param released cartons of each Sku (S), or {@link #UNLIMITED}
 * @param draw breaks ties between equal keys
 */
public record SharingTask(
        int[] firstLine,
        int[] sku,
        int[] bound,
        long[] headroom,
        byte[] peers,
        int[] weight,
        byte[] tier,
        long[] tierCeiling,
        long[] released,
        Draw draw) {

    /** No ceiling. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    /** No tier ceiling covers this Sku: it is OPEN. */
    public static final byte NO_TIER = -1;

    /** How many tiers there are. */
    public static final int TIERS = 5;

    /**
     * Whether keys of these weights can be told apart in whole numbers of 64 bits. Weights of three classes from 1 to 500,
     * times an interval of 1 or 2, always can.
     *
     * @param weight by peer group; 0 for a group that nobody is in
     */
    public static boolean keysFit(int[] weight) {
        return Keys.commonMultiple(weight) <= Keys.LARGEST_MULTIPLE;
    }

    /** The same task with another headroom for one retailer. */
    public SharingTask withHeadroom(int retailer, long cartons) {
        long[] changed = headroom.clone();
        changed[retailer] = cartons;
        return new SharingTask(firstLine, sku, bound, changed, peers, weight, tier, tierCeiling, released, draw);
    }

    /** The same task with another release of one Sku. */
    public SharingTask withReleased(int skuIndex, long cartons) {
        long[] changed = released.clone();
        changed[skuIndex] = cartons;
        return new SharingTask(firstLine, sku, bound, headroom, peers, weight, tier, tierCeiling, changed, draw);
    }

    /** One retailer alone, with nothing short: what it is then granted are its claims of the first round. */
    public SharingTask aloneWithNothingShort(int retailer) {
        int from = firstLine[retailer];
        int to = firstLine[retailer + 1];
        long[] enough = new long[released.length];
        Arrays.fill(enough, UNLIMITED);
        return new SharingTask(
                new int[] {0, to - from},
                Arrays.copyOfRange(sku, from, to),
                Arrays.copyOfRange(bound, from, to),
                new long[] {headroom[retailer]},
                new byte[] {peers[retailer]},
                weight,
                tier,
                tierCeiling,
                enough,
                draw);
    }

    public int retailers() {
        return firstLine.length - 1;
    }

    public int lines() {
        return sku.length;
    }

    public int skus() {
        return released.length;
    }
}
