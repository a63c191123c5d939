package io.plimsoll.allocation;

import java.util.Arrays;

/**
 * The state of one allocation in the making: what each line claims and may claim, seen from the retailers' side (lines
 * in the order of the task) and from the Skus' (an index of lines by Sku).
 */
final class Board {

    final SharingTask task;
    final Keys keys;
    final int[] claim;
    final int[] bound;
    final int[] retailerOf;

    /** Lines by Sku: those of Sku s stand in linesBySku from firstOfSku[s] to firstOfSku[s + 1]. */
    final int[] firstOfSku;

    final int[] linesBySku;

    private final long[] lot;

    Board(SharingTask task) {
        this.task = task;
        keys = new Keys(task.weight());
        claim = new int[task.lines()];
        bound = task.bound().clone();
        lot = new long[task.lines()];
        retailerOf = new int[task.lines()];
        for (int retailer = 0; retailer < task.retailers(); retailer++) {
            Arrays.fill(retailerOf, task.firstLine()[retailer], task.firstLine()[retailer + 1], retailer);
        }
        firstOfSku = new int[task.skus() + 1];
        linesBySku = new int[task.lines()];
        indexLinesBySku();
    }

    private void indexLinesBySku() {
        int[] sku = task.sku();
        for (int s : sku) {
            firstOfSku[s + 1]++;
        }
        for (int s = 0; s < task.skus(); s++) {
            firstOfSku[s + 1] += firstOfSku[s];
        }
        int[] next = Arrays.copyOf(firstOfSku, task.skus());
        for (int line = 0; line < sku.length; line++) {
            linesBySku[next[sku[line]]++] = line;
        }
    }

    int groupOf(int line) {
        return task.peers()[retailerOf[line]];
    }

    /** Key of the last carton that a line claims. */
    long lastKey(int line) {
        return keys.ofLast(claim[line], groupOf(line));
    }

    /** Below 0 where the first line's lot comes before the second's; both are lines of the same Sku. */
    int compareLots(int first, int second) {
        int byPrefix = Long.compareUnsigned(lot(first), lot(second));
        if (byPrefix != 0 || first == second) {
            return byPrefix;
        }
        return task.draw().compare(task.sku()[first], retailerOf[first], retailerOf[second]);
    }

    /** At most one hash a line: a lot is kept once drawn. (A lot of 0 is drawn again; it comes once in 2^64.) */
    private long lot(int line) {
        long known = lot[line];
        if (known == 0) {
            known = task.draw().prefix(task.sku()[line], retailerOf[line]);
            lot[line] = known;
        }
        return known;
    }

    /** What is claimed of a Sku now. */
    long claimedOf(int sku) {
        long claimed = 0;
        for (int i = firstOfSku[sku]; i < firstOfSku[sku + 1]; i++) {
            claimed += claim[linesBySku[i]];
        }
        return claimed;
    }

    /** Told of every line whose claim has changed. */
    interface ClaimChanged {
        void changed(int line, int from, int to);
    }

    /**
     * Step 1 of the mechanism for one retailer: goes down its lines by rank and claims min(bound, what is left of the
     * tier's ceiling, what is left of the headroom).
     *
     * @param tierLeft scratch space of {@link SharingTask#TIERS} entries
     */
    void claimAnew(int retailer, long[] tierLeft, ClaimChanged listener) {
        long left = task.headroom()[retailer];
        System.arraycopy(
                task.tierCeiling(), task.peers()[retailer] * SharingTask.TIERS, tierLeft, 0, SharingTask.TIERS);
        for (int line = task.firstLine()[retailer]; line < task.firstLine()[retailer + 1]; line++) {
            long most = Math.min(bound[line], left);
            int tier = task.tier()[task.sku()[line]];
            if (tier != SharingTask.NO_TIER) {
                most = Math.min(most, tierLeft[tier]);
                tierLeft[tier] -= most;
            }
            left -= most;
            int before = claim[line];
            if (most != before) {
                claim[line] = (int) most;
                listener.changed(line, before, (int) most);
            }
        }
    }
}
