package io.plimsoll.run;

import io.plimsoll.allocation.SharingTask;
import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.ceiling.Headroom;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.order.Orders;
import io.plimsoll.work.Workers;
import java.util.OptionalLong;

/**
 * Finds out why each line got what it got.
 *
 * @see "docs/files.md: binding"
 */
final class Bindings {

    private final Cycle cycle;
    private final Ceilings ceilings;
    private final Headroom headroom;
    private final SharingTask task;
    private final int[] granted;
    private final int[] finalBound;

    Bindings(Cycle cycle, Ceilings ceilings, SharingTask task, int[] granted, int[] finalBound) {
        this.cycle = cycle;
        this.ceilings = ceilings;
        this.task = task;
        this.granted = granted;
        this.finalBound = finalBound;
        headroom = new Headroom(cycle, ceilings);
    }

    /** The binding of every line. */
    Binding[] all(Workers workers) {
        Orders orders = cycle.orders();
        Binding[] all = new Binding[orders.lines()];
        workers.stretches(orders.retailers(), (from, to) -> {
            long[] tierLeft = new long[SharingTask.TIERS];
            for (int retailer = from; retailer < to; retailer++) {
                long total = tally(retailer, tierLeft);
                for (int line = orders.firstLine()[retailer]; line < orders.firstLine()[retailer + 1]; line++) {
                    all[line] = of(retailer, line, tierLeft, total);
                }
            }
        });
        return all;
    }

    /** Fills in what is left of each tier's ceiling, and returns what the retailer was granted in all. */
    private long tally(int retailer, long[] tierLeft) {
        int group = task.peers()[retailer];
        System.arraycopy(task.tierCeiling(), group * SharingTask.TIERS, tierLeft, 0, SharingTask.TIERS);
        long total = 0;
        for (int line = task.firstLine()[retailer]; line < task.firstLine()[retailer + 1]; line++) {
            total += granted[line];
            int tier = task.tier()[task.sku()[line]];
            if (tier != SharingTask.NO_TIER && tierLeft[tier] != SharingTask.UNLIMITED) {
                tierLeft[tier] -= granted[line];
            }
        }
        return total;
    }

    private Binding of(int retailer, int line, long[] tierLeft, long total) {
        int demand = cycle.orders().demand()[line];
        if (granted[line] == demand) {
            return Binding.NONE;
        }
        if (ceilings.standing(retailer) == 0) {
            return Binding.INELIGIBLE;
        }
        int sku = task.sku()[line];
        long skuCeiling = ceilings.sku(task.peers()[retailer], sku);
        if (skuCeiling == 0) {
            return Binding.BLOCKED;
        }
        if (granted[line] == skuCeiling) {
            return Binding.SKU_CEILING;
        }
        if (finalBound[line] < Math.min(demand, skuCeiling)) {
            return heldBack(sku) ? Binding.TIGHT_BALANCE : Binding.SUPPLY;
        }
        int tier = task.tier()[sku];
        if (tier != SharingTask.NO_TIER && tierLeft[tier] == 0) {
            return Binding.TIER_CEILING;
        }
        long atMost = headroom.atMost(retailer);
        if (ceilings.standing(retailer) < Math.min(atMost, headroom.byPace(retailer))) {
            return Binding.STANDING;
        }
        if (total == atMost && atMost <= headroom.byPace(retailer)) {
            return Binding.AT_MOST;
        }
        return headroom.byPace(retailer) < headroom.byPeriod(retailer) ? Binding.PACING : Binding.AGREED_TOTAL;
    }

    private boolean heldBack(int sku) {
        OptionalLong supply = cycle.skus().get(sku).supply();
        return supply.isEmpty() || ceilings.released(sku) < supply.getAsLong();
    }
}
