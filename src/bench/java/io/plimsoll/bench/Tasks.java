package io.plimsoll.bench;

import io.plimsoll.allocation.Draw;
import io.plimsoll.allocation.SharingTask;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.retailer.SizeClass;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Seeded tasks for the allocator alone, as large as needed and made without files. */
final class Tasks {

    /** Lines of an order, as {@code domain.md} plans for. */
    static final int LINES_A_RETAILER = 30;

    private static final int SKUS = 200;

    private Tasks() {}

    /**
     * A market in which 40 % of the Skus are short and the headroom of 40 % of the shops binds; small and large shops,
     * Skus of unlike popularity.
     */
    static SharingTask market(int retailers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int lines = retailers * LINES_A_RETAILER;
        int[] firstLine = IntStream.rangeClosed(0, retailers)
                .map(retailer -> retailer * LINES_A_RETAILER)
                .toArray();
        int[] sku = new int[lines];
        int[] bound = new int[lines];
        long[] headroom = new long[retailers];
        byte[] peers = new byte[retailers];
        long[] demandOfSku = new long[SKUS];
        int[] assortment = IntStream.range(0, SKUS).toArray();
        for (int retailer = 0; retailer < retailers; retailer++) {
            PeerGroup group = PeerGroup.of(random.nextInt(PeerGroup.COUNT));
            peers[retailer] = (byte) group.index();
            int most = 4 << SizeClass.values().length - group.sizeClass().ordinal();
            long total = 0;
            for (int i = 0; i < LINES_A_RETAILER; i++) {
                // Skus in front are asked for more often.
                int at = i + (int) ((SKUS - i) * random.nextDouble() * random.nextDouble());
                int line = firstLine[retailer] + i;
                sku[line] = assortment[at];
                assortment[at] = assortment[i];
                assortment[i] = sku[line];
                bound[line] = 1 + (int) (most * random.nextDouble() * random.nextDouble());
                demandOfSku[sku[line]] += bound[line];
                total += bound[line];
            }
            Arrays.sort(assortment, 0, LINES_A_RETAILER);
            headroom[retailer] = random.nextInt(10) < 4 ? total * random.nextInt(50, 90) / 100 : 2 * total;
        }
        long[] released = new long[SKUS];
        for (int s = 0; s < SKUS; s++) {
            released[s] = s % 5 < 2 ? demandOfSku[s] * random.nextInt(50, 85) / 100 : demandOfSku[s];
        }
        return task(firstLine, sku, bound, headroom, peers, released);
    }

    /** Every shop ranks the same Skus alike, every Sku is short, and all headroom binds. */
    static SharingTask everythingShortAndRankedAlike(int retailers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int lines = retailers * LINES_A_RETAILER;
        int[] firstLine = IntStream.rangeClosed(0, retailers)
                .map(retailer -> retailer * LINES_A_RETAILER)
                .toArray();
        int[] sku = new int[lines];
        int[] bound = new int[lines];
        long[] headroom = new long[retailers];
        byte[] peers = new byte[retailers];
        long[] demandOfSku = new long[LINES_A_RETAILER];
        for (int retailer = 0; retailer < retailers; retailer++) {
            PeerGroup group = PeerGroup.of(random.nextInt(PeerGroup.COUNT));
            peers[retailer] = (byte) group.index();
            int most = 4 << SizeClass.values().length - group.sizeClass().ordinal();
            long total = 0;
            for (int i = 0; i < LINES_A_RETAILER; i++) {
                int line = firstLine[retailer] + i;
                sku[line] = i;
                bound[line] = 1 + random.nextInt(most);
                demandOfSku[i] += bound[line];
                total += bound[line];
            }
            headroom[retailer] = total * random.nextInt(40, 70) / 100;
        }
        long[] released = new long[LINES_A_RETAILER];
        for (int s = 0; s < LINES_A_RETAILER; s++) {
            released[s] = demandOfSku[s] * 45 / 100;
        }
        return task(firstLine, sku, bound, headroom, peers, released);
    }

    private static SharingTask task(
            int[] firstLine, int[] sku, int[] bound, long[] headroom, byte[] peers, long[] released) {
        int[] weight = new int[PeerGroup.COUNT];
        for (int group = 0; group < weight.length; group++) {
            PeerGroup peersOfGroup = PeerGroup.of(group);
            weight[group] = (1 << SizeClass.SMALL.ordinal() - peersOfGroup.sizeClass().ordinal()) * peersOfGroup.interval();
        }
        long[] tierCeiling = filled(PeerGroup.COUNT * SharingTask.TIERS, SharingTask.UNLIMITED);
        byte[] tier = new byte[released.length];
        for (int s = 0; s < tier.length; s++) {
            tier[s] = (byte) (s % SharingTask.TIERS);
        }
        Draw draw = new Draw("seed", "cycle", names("S", released.length), names("R", peers.length));
        return new SharingTask(firstLine, sku, bound, headroom, peers, weight, tier, tierCeiling, released, draw);
    }

    private static long[] filled(int length, long value) {
        long[] all = new long[length];
        Arrays.fill(all, value);
        return all;
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }
}
