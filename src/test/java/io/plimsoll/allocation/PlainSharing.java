package io.plimsoll.allocation;

import java.util.Arrays;

/**
 * Sharing as docs/mechanism.md says it, and no faster: everybody claims, every Sku that is claimed past what is released
 * gives back one carton after the other, the least fair first, and all begins anew. What the allocator is held to.
 */
public final class PlainSharing {

    private final SharingTask task;
    private final int[] bound;
    private final int[] claim;
    private final int[] retailerOf;
    private final long[] claimed;

    private PlainSharing(SharingTask task) {
        this.task = task;
        bound = task.bound().clone();
        claim = new int[bound.length];
        retailerOf = new int[bound.length];
        claimed = new long[task.skus()];
        for (int retailer = 0; retailer < task.retailers(); retailer++) {
            for (int line = task.firstLine()[retailer]; line < task.firstLine()[retailer + 1]; line++) {
                retailerOf[line] = retailer;
            }
        }
    }

    /** What every line is granted. */
    public static int[] share(SharingTask task) {
        PlainSharing sharing = new PlainSharing(task);
        do {
            sharing.everybodyClaims();
        } while (sharing.skusRejectedAny());
        return sharing.claim;
    }

    private void everybodyClaims() {
        Arrays.fill(claimed, 0);
        for (int retailer = 0; retailer < task.retailers(); retailer++) {
            long headroom = task.headroom()[retailer];
            long[] ofTier = new long[SharingTask.TIERS];
            for (int line = task.firstLine()[retailer]; line < task.firstLine()[retailer + 1]; line++) {
                int tier = task.tier()[task.sku()[line]];
                long cartons = Math.min(bound[line], headroom);
                if (tier != SharingTask.NO_TIER) {
                    long ceiling = task.tierCeiling()[task.peers()[retailer] * SharingTask.TIERS + tier];
                    cartons = Math.min(cartons, ceiling - ofTier[tier]);
                    ofTier[tier] += cartons;
                }
                headroom -= cartons;
                claim[line] = (int) cartons;
                claimed[task.sku()[line]] += cartons;
            }
        }
    }

    private boolean skusRejectedAny() {
        boolean any = false;
        for (int sku = 0; sku < claimed.length; sku++) {
            while (claimed[sku] > task.released()[sku]) {
                int line = leastFairOf(sku);
                claim[line]--;
                bound[line] = claim[line];
                claimed[sku]--;
                any = true;
            }
        }
        return any;
    }

    private int leastFairOf(int sku) {
        int leastFair = -1;
        for (int line = 0; line < claim.length; line++) {
            if (task.sku()[line] == sku && claim[line] > 0 && (leastFair < 0 || comesAfter(line, leastFair))) {
                leastFair = line;
            }
        }
        return leastFair;
    }

    /** By the key (2j - 1) / 2w of the last carton, then by the draw. */
    private boolean comesAfter(int line, int other) {
        long left = (2L * claim[line] - 1) * task.weight()[task.peers()[retailerOf[other]]];
        long right = (2L * claim[other] - 1) * task.weight()[task.peers()[retailerOf[line]]];
        return left != right
                ? left > right
                : task.draw().compare(task.sku()[line], retailerOf[line], retailerOf[other]) > 0;
    }
}
