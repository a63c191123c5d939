package io.plimsoll.run;

import io.plimsoll.allocation.Draw;
import io.plimsoll.allocation.SharingTask;
import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.ceiling.Headroom;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.rule.RuleFailure;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import io.plimsoll.work.Workers;
import java.util.Arrays;

/** Puts a cycle and its ceilings into the numbers that the allocator works on. */
final class TaskSetting {

    private TaskSetting() {}

    static SharingTask of(Cycle cycle, Ceilings ceilings, Workers workers) {
        return new SharingTask(
                cycle.orders().firstLine(),
                cycle.orders().sku(),
                bounds(cycle, ceilings, workers),
                headrooms(cycle, ceilings),
                peers(cycle),
                weights(ceilings),
                tiers(cycle),
                tierCeilings(ceilings),
                released(cycle, ceilings),
                draw(cycle));
    }

    /** min(d, u); 0 where the shop is not eligible. */
    private static int[] bounds(Cycle cycle, Ceilings ceilings, Workers workers) {
        Orders orders = cycle.orders();
        int[] bounds = new int[orders.lines()];
        workers.stretches(orders.retailers(), (from, to) -> {
            for (int retailer = from; retailer < to; retailer++) {
                if (ceilings.standing(retailer) == 0) {
                    continue;
                }
                int group = cycle.retailers().get(retailer).peers().index();
                for (int line = orders.firstLine()[retailer]; line < orders.firstLine()[retailer + 1]; line++) {
                    bounds[line] = (int) Math.min(orders.demand()[line], ceilings.sku(group, orders.sku()[line]));
                }
            }
        });
        return bounds;
    }

    private static long[] headrooms(Cycle cycle, Ceilings ceilings) {
        Headroom headroom = new Headroom(cycle, ceilings);
        long[] headrooms = new long[cycle.retailers().size()];
        for (int retailer = 0; retailer < headrooms.length; retailer++) {
            headrooms[retailer] = headroom.of(retailer);
        }
        return headrooms;
    }

    private static byte[] peers(Cycle cycle) {
        byte[] peers = new byte[cycle.retailers().size()];
        int retailer = 0;
        for (Retailer each : cycle.retailers()) {
            peers[retailer++] = (byte) each.peers().index();
        }
        return peers;
    }

    private static int[] weights(Ceilings ceilings) {
        int[] weights = new int[PeerGroup.COUNT];
        for (int group = 0; group < weights.length; group++) {
            weights[group] = ceilings.weight(group);
        }
        if (!SharingTask.keysFit(weights)) {
            throw new RuleFailure("the weights of the classes are too different to share by: "
                    + Arrays.toString(Arrays.stream(weights).distinct().toArray()));
        }
        return weights;
    }

    private static byte[] tiers(Cycle cycle) {
        byte[] tiers = new byte[cycle.skus().size()];
        int index = 0;
        for (Sku sku : cycle.skus()) {
            boolean covered = sku.status() != SupplyStatus.OPEN;
            tiers[index++] = covered ? (byte) sku.tier().ordinal() : SharingTask.NO_TIER;
        }
        return tiers;
    }

    private static long[] tierCeilings(Ceilings ceilings) {
        long[] all = new long[PeerGroup.COUNT * SharingTask.TIERS];
        for (int group = 0; group < PeerGroup.COUNT; group++) {
            for (BrandTier tier : BrandTier.values()) {
                all[group * SharingTask.TIERS + tier.ordinal()] = ceilings.tier(group, tier);
            }
        }
        return all;
    }

    private static long[] released(Cycle cycle, Ceilings ceilings) {
        long[] released = new long[cycle.skus().size()];
        for (int sku = 0; sku < released.length; sku++) {
            released[sku] = ceilings.released(sku);
        }
        return released;
    }

    static Draw draw(Cycle cycle) {
        return new Draw(
                cycle.head().seed(),
                cycle.head().cycle(),
                cycle.skus().stream().map(Sku::key).toList(),
                cycle.retailers().stream().map(Retailer::key).toList());
    }
}
