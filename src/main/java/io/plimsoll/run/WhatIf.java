package io.plimsoll.run;

import io.plimsoll.allocation.Allocator;
import io.plimsoll.allocation.SharingTask;
import io.plimsoll.work.Workers;

/**
 * A cycle shared again with one thing changed and all else, the ceilings too, as it was. What would have been different
 * is so recomputed and never guessed; each answer costs a whole allocation.
 */
public final class WhatIf {

    private final SharingTask task;
    private final int threads;

    private WhatIf(SharingTask task, int threads) {
        this.task = task;
        this.threads = threads;
    }

    /**
     * Questions about a result.
     *
     * @param threads how many threads may share supply; the answers are the same for any number
     */
    public static WhatIf about(CycleResult result, int threads) {
        try (Workers workers = new Workers(threads)) {
            return new WhatIf(TaskSetting.of(result.cycle(), result.ceilings(), workers), threads);
        }
    }

    /** The grants by line, had one retailer one more carton of headroom; of unlimited headroom there is no more. */
    public int[] oneMoreOfHeadroom(int retailer) {
        return granted(task.withHeadroom(retailer, oneMore(task.headroom()[retailer])));
    }

    /** The grants by line, had one more carton of a Sku been released; of unlimited supply there is no more. */
    public int[] oneMoreReleased(int sku) {
        return granted(task.withReleased(sku, oneMore(task.released()[sku])));
    }

    /** What one retailer claims in the first round, line by line: what it would be granted were nothing short. */
    public int[] firstClaims(int retailer) {
        return Allocator.share(task.aloneWithNothingShort(retailer), 1).granted();
    }

    private int[] granted(SharingTask changed) {
        return Allocator.share(changed, threads).granted();
    }

    private static long oneMore(long cartons) {
        return cartons == SharingTask.UNLIMITED ? cartons : cartons + 1;
    }
}
