package io.plimsoll.allocation;

import java.util.Optional;

/** What became of each Sku: how much of it was granted, and at which common level where it ran short. */
public final class SkuLevels {

    private final long[] granted;
    private final Level[] level;

    private SkuLevels(int skus) {
        granted = new long[skus];
        level = new Level[skus];
    }

    /** Reads the levels off a finished allocation. */
    public static SkuLevels of(SharingTask task, Sharing sharing) {
        SkuLevels levels = new SkuLevels(task.skus());
        boolean[] cutSomebody = new boolean[task.skus()];
        int[] mostOfWeight = new int[task.skus() * task.weight().length];
        for (int retailer = 0; retailer < task.retailers(); retailer++) {
            int group = task.peers()[retailer];
            for (int line = task.firstLine()[retailer]; line < task.firstLine()[retailer + 1]; line++) {
                int sku = task.sku()[line];
                int cartons = sharing.granted()[line];
                levels.granted[sku] += cartons;
                cutSomebody[sku] |= sharing.bound()[line] < task.bound()[line];
                int place = sku * task.weight().length + group;
                mostOfWeight[place] = Math.max(mostOfWeight[place], cartons);
            }
        }
        for (int sku = 0; sku < task.skus(); sku++) {
            if (cutSomebody[sku]) {
                levels.level[sku] = largestKey(task, sku, mostOfWeight);
            }
        }
        return levels;
    }

    /** Among peers the largest key is that of the largest grant, so one candidate a group is enough. */
    private static Level largestKey(SharingTask task, int sku, int[] mostOfWeight) {
        Level largest = Level.ZERO;
        int groups = task.weight().length;
        for (int group = 0; group < groups; group++) {
            int cartons = mostOfWeight[sku * groups + group];
            if (cartons > 0) {
                Level last = Level.ofLast(cartons, task.weight()[group]);
                largest = last.compareTo(largest) > 0 ? last : largest;
            }
        }
        return largest;
    }

    /** Cartons granted of a Sku in all. */
    public long granted(int sku) {
        return granted[sku];
    }

    /** The common level of a Sku, or empty where it cut nobody. */
    public Optional<Level> level(int sku) {
        return Optional.ofNullable(level[sku]);
    }
}
