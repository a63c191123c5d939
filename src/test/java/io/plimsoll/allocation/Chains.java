package io.plimsoll.allocation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Tasks in which one carton too few is passed on and on, so that whole rounds over everything would take for ever. */
public final class Chains {

    private Chains() {}

    /** Two shops take cartons from each other one by one, until both have half of everything. */
    public static SharingTask pingPong(int cartons) {
        return task(
                new int[] {0, 2, 4},
                new int[] {0, 1, 1, 0},
                new int[] {cartons, cartons, cartons, cartons},
                new long[] {cartons, cartons},
                new long[] {cartons - 1, cartons});
    }

    /** One carton too few goes round and round a ring of shops, each of which shares a Sku with the next. */
    public static SharingTask ring(int shops, int cartons) {
        int[] sku = new int[2 * shops];
        for (int shop = 0; shop < shops; shop++) {
            sku[2 * shop] = shop;
            sku[2 * shop + 1] = (shop + 1) % shops;
        }
        long[] released = filled(shops, cartons);
        released[0]--;
        return task(twoLinesEach(shops), sku, filledWith(2 * shops, cartons), filled(shops, cartons), released);
    }

    /** Two shops pass a carton to and fro, over Skus of which a crowd of others has a carton each and keeps it. */
    public static SharingTask crowded(int crowdingLines, int rounds) {
        int crowd = crowdingLines / 2;
        int shops = crowd + 2;
        int[] sku = new int[2 * shops];
        int[] bound = filledWith(2 * shops, 1);
        long[] headroom = filled(shops, 2);
        for (int shop = 0; shop < shops; shop++) {
            sku[2 * shop] = shop % 2;
            sku[2 * shop + 1] = 1 - shop % 2;
        }
        Arrays.fill(bound, 2 * crowd, 2 * shops, rounds);
        Arrays.fill(headroom, crowd, shops, rounds);
        return task(twoLinesEach(shops), sku, bound, headroom, new long[] {crowd + rounds - 1, crowd + rounds});
    }

    private static int[] twoLinesEach(int shops) {
        return IntStream.rangeClosed(0, shops).map(shop -> 2 * shop).toArray();
    }

    private static SharingTask task(int[] firstLine, int[] sku, int[] bound, long[] headroom, long[] released) {
        int retailers = firstLine.length - 1;
        return new SharingTask(
                firstLine,
                sku,
                bound,
                headroom,
                new byte[retailers],
                new int[] {1},
                new byte[released.length],
                filled(SharingTask.TIERS, SharingTask.UNLIMITED),
                released,
                new Draw("seed", "cycle", names("S", released.length), names("R", retailers)));
    }

    private static long[] filled(int length, long value) {
        long[] all = new long[length];
        Arrays.fill(all, value);
        return all;
    }

    private static int[] filledWith(int length, int value) {
        int[] all = new int[length];
        Arrays.fill(all, value);
        return all;
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }
}
