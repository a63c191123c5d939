package io.plimsoll.allocation;

import io.plimsoll.work.Workers;
import java.util.Arrays;

/**
 * The state of one allocation in the making. Each line has a place; the places of one Sku stand side by side, in the
 * order of its retailers. What is known of a line is kept by place: a Sku walks over its own places from end to end, and
 * retailers who claim one after the other move along each Sku's places too, so that neither side jumps about in memory.
 */
final class Board {

    final SharingTask task;
    final Keys keys;

    /** The places of Sku s are firstPlace[s] to firstPlace[s + 1], exclusive. */
    final int[] firstPlace;

    /** What each place claims, and the most that it may claim. */
    final int[] claim;

    final int[] bound;

    /** Whose line it is, and of which kind his weight is. */
    final int[] retailer;

    final byte[] kind;

    private final int[] placeOfLine;

    /** The draws of a Sku's places; null until its first tie. */
    private final long[][] lots;

    Board(SharingTask task, Workers workers) {
        this.task = task;
        keys = new Keys(task.weight());
        firstPlace = new int[task.skus() + 1];
        claim = new int[task.lines()];
        bound = new int[task.lines()];
        retailer = new int[task.lines()];
        kind = new byte[task.lines()];
        placeOfLine = new int[task.lines()];
        lots = new long[task.skus()][];
        layOut(workers);
    }

    /** Gives every line its place. Each slice of the retailers knows where its places begin in each Sku. */
    private void layOut(Workers workers) {
        int slices = workers.threads();
        int[][] next = new int[slices][];
        workers.split(slices, (slice, thread) -> next[slice] = linesBySku(slice, slices));
        int place = 0;
        for (int sku = 0; sku < task.skus(); sku++) {
            firstPlace[sku] = place;
            for (int[] ofSlice : next) {
                int lines = ofSlice[sku];
                ofSlice[sku] = place;
                place += lines;
            }
        }
        firstPlace[task.skus()] = place;
        workers.split(slices, (slice, thread) -> place(slice, slices, next[slice]));
    }

    private int firstOfSlice(int slice, int slices) {
        return (int) ((long) task.retailers() * slice / slices);
    }

    private int[] linesBySku(int slice, int slices) {
        int[] count = new int[task.skus()];
        int end = task.firstLine()[firstOfSlice(slice + 1, slices)];
        for (int line = task.firstLine()[firstOfSlice(slice, slices)]; line < end; line++) {
            count[task.sku()[line]]++;
        }
        return count;
    }

    private void place(int slice, int slices, int[] next) {
        int end = firstOfSlice(slice + 1, slices);
        for (int shop = firstOfSlice(slice, slices); shop < end; shop++) {
            byte kindOfShop = keys.kindOf(task.peers()[shop]);
            for (int line = task.firstLine()[shop]; line < task.firstLine()[shop + 1]; line++) {
                int place = next[task.sku()[line]]++;
                placeOfLine[line] = place;
                bound[place] = task.bound()[line];
                retailer[place] = shop;
                kind[place] = kindOfShop;
            }
        }
    }

    /** Key of the last carton that a place claims. */
    long lastKey(int place) {
        return keys.ofLast(claim[place], kind[place]);
    }

    /** Below 0 where the first place's lot comes before the second's. */
    int compareLots(int sku, int first, int second) {
        int byPrefix = Long.compareUnsigned(lot(sku, first), lot(sku, second));
        if (byPrefix != 0 || first == second) {
            return byPrefix;
        }
        return task.draw().compare(sku, retailer[first], retailer[second]);
    }

    /** At most one hash a line: a lot is kept once drawn. (A lot of 0 is drawn again; it comes once in 2^64.) */
    private long lot(int sku, int place) {
        if (lots[sku] == null) {
            lots[sku] = new long[firstPlace[sku + 1] - firstPlace[sku]];
        }
        int at = place - firstPlace[sku];
        long known = lots[sku][at];
        if (known == 0) {
            known = task.draw().prefix(sku, retailer[place]);
            lots[sku][at] = known;
        }
        return known;
    }

    /** How many lots have been drawn, each by one hash. */
    long lotsDrawn() {
        return Arrays.stream(lots)
                .filter(ofSku -> ofSku != null)
                .flatMapToLong(Arrays::stream)
                .filter(lot -> lot != 0)
                .count();
    }

    /** What is claimed of a Sku now. */
    long claimedOf(int sku) {
        long claimed = 0;
        for (int place = firstPlace[sku]; place < firstPlace[sku + 1]; place++) {
            claimed += claim[place];
        }
        return claimed;
    }

    /** Told of every place whose claim has changed. */
    interface ClaimChanged {
        void changed(int sku, int place, int from, int to);
    }

    /**
     * Step 1 of the mechanism for one retailer: goes down its lines by rank and claims min(bound, what is left of the
     * tier's ceiling, what is left of the headroom).
     *
     * @param tierLeft scratch space of {@link SharingTask#TIERS} entries
     */
    void claimAnew(int shop, long[] tierLeft, ClaimChanged listener) {
        long left = task.headroom()[shop];
        System.arraycopy(task.tierCeiling(), task.peers()[shop] * SharingTask.TIERS, tierLeft, 0, SharingTask.TIERS);
        for (int line = task.firstLine()[shop]; line < task.firstLine()[shop + 1]; line++) {
            int sku = task.sku()[line];
            int place = placeOfLine[line];
            long most = Math.min(bound[place], left);
            int tier = task.tier()[sku];
            if (tier != SharingTask.NO_TIER) {
                most = Math.min(most, tierLeft[tier]);
                tierLeft[tier] -= most;
            }
            left -= most;
            int before = claim[place];
            if (most != before) {
                claim[place] = (int) most;
                listener.changed(sku, place, before, (int) most);
            }
        }
    }

    /** Something that is known by place, by line. */
    int[] byLine(int[] byPlace, Workers workers) {
        int[] byLine = new int[byPlace.length];
        int slices = workers.threads();
        workers.split(slices, (slice, thread) -> {
            int end = task.firstLine()[firstOfSlice(slice + 1, slices)];
            for (int line = task.firstLine()[firstOfSlice(slice, slices)]; line < end; line++) {
                byLine[line] = byPlace[placeOfLine[line]];
            }
        });
        return byLine;
    }
}
