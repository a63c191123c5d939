package io.plimsoll.allocation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.work.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However the work is organised, it comes to the same. */
class AllocatorTest {

    private static final long CARTON_BY_CARTON = 0;
    private static final long WHOLE_ROUNDS_ONLY = Long.MAX_VALUE;

    @Test
    void wholeRoundsAndSingleCartonsComeToTheSame() {
        int worklists = 0;
        for (int seed = 0; seed < 2000; seed++) {
            SharingTask task = randomTask(new SplittableRandom(seed));
            Sharing rounds = Allocator.share(task, 1, WHOLE_ROUNDS_ONLY);
            assertSame(rounds, Allocator.share(task, 1, CARTON_BY_CARTON), seed);
            assertSame(rounds, Allocator.share(task, 1), seed);
            assertSame(rounds, Allocator.share(task, 3), seed);
            worklists += Allocator.share(task, 1, CARTON_BY_CARTON).rounds() > 1 ? 1 : 0;
        }
        assertTrue(worklists > 1000, "tasks that had anything to reject: " + worklists);
    }

    private static void assertSame(Sharing expected, Sharing actual, int seed) {
        assertArrayEquals(expected.granted(), actual.granted(), "task with seed " + seed);
        assertArrayEquals(expected.bound(), actual.bound(), "task with seed " + seed);
        assertArrayEquals(expected.claimed(), actual.claimed(), "task with seed " + seed);
    }

    /** Small tasks in which nearly everything is short and shops rank the same Skus differently: chains abound. */
    @Test
    void agreesWithThePlainVersionOnAHundredThousandRandomCycles() {
        int chains = 0;
        for (int seed = 0; seed < 100_000; seed++) {
            SharingTask task = crampedTask(new SplittableRandom(seed));
            int[] expected = PlainSharing.share(task);
            Sharing sharing = Allocator.share(task, seed % 100 == 0 ? 2 : 1);
            assertArrayEquals(expected, sharing.granted(), "task with seed " + seed);
            Sharing oneByOne = Allocator.share(task, 1, CARTON_BY_CARTON);
            assertArrayEquals(expected, oneByOne.granted(), "task with seed " + seed);
            chains += oneByOne.rounds() > 2 + task.retailers() ? 1 : 0;
        }
        assertTrue(chains > 5_000, "tasks in which shops claimed again and again: " + chains);
    }

    @Test
    void drawsAtMostOneLotALine() {
        long drawn = 0;
        for (int seed = 0; seed < 2000; seed++) {
            SharingTask task = randomTask(new SplittableRandom(seed));
            for (long linesARejection : new long[] {CARTON_BY_CARTON, WHOLE_ROUNDS_ONLY}) {
                try (Workers workers = new Workers(1)) {
                    Board board = new Board(task, workers);
                    Allocator.share(board, workers, linesARejection);
                    assertTrue(board.lotsDrawn() <= task.lines(), "task with seed " + seed);
                    drawn += board.lotsDrawn();
                }
            }
        }
        assertTrue(drawn > 1000, "lots drawn: " + drawn);
    }

    @Test
    void nobodyOrderedAnything() {
        SharingTask task =
                task(new int[] {0, 0}, new int[0], new int[0], new long[] {5}, new int[] {1}, new long[] {7});
        Sharing sharing = Allocator.share(task, 2);
        assertEquals(0, sharing.granted().length);
        assertArrayEquals(new long[] {0}, sharing.claimed());
    }

    @Test
    void theWorkedExample() {
        // Weights 1, 1, 2; demands 10, 2, 10; seven cartons. Had the first asked for 1000 it would have as many.
        for (int demand : new int[] {10, 1000}) {
            SharingTask task = task(
                    new int[] {0, 1, 2, 3},
                    new int[] {0, 0, 0},
                    new int[] {demand, 2, 10},
                    new long[] {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE},
                    new int[] {1, 1, 2},
                    new long[] {7});
            Sharing sharing = Allocator.share(task, 1);
            assertArrayEquals(new int[] {2, 2, 3}, sharing.granted());
            assertEquals(
                    "3/2", SkuLevels.of(task, sharing).level(0).orElseThrow().toString());
        }
    }

    private static SharingTask task(
            int[] firstLine, int[] sku, int[] bound, long[] headroom, int[] weightOfRetailer, long[] released) {
        int[] weights = Arrays.stream(weightOfRetailer).distinct().sorted().toArray();
        byte[] peers = new byte[weightOfRetailer.length];
        for (int retailer = 0; retailer < peers.length; retailer++) {
            peers[retailer] = (byte) Arrays.binarySearch(weights, weightOfRetailer[retailer]);
        }
        long[] tierCeiling = new long[weights.length * SharingTask.TIERS];
        Arrays.fill(tierCeiling, SharingTask.UNLIMITED);
        return new SharingTask(
                firstLine,
                sku,
                bound,
                headroom,
                peers,
                weights,
                new byte[released.length],
                tierCeiling,
                released,
                new Draw("seed", "cycle", names("S", released.length), names("R", peers.length)));
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    private static SharingTask randomTask(SplittableRandom random) {
        int retailers = random.nextInt(1, 30);
        int skus = random.nextInt(1, 10);
        int[] firstLine = new int[retailers + 1];
        int[] sku = new int[retailers * skus];
        int lines = 0;
        for (int retailer = 0; retailer < retailers; retailer++) {
            int[] shuffled = shuffled(skus, random);
            for (int i = 0; i < random.nextInt(skus + 1); i++) {
                sku[lines++] = shuffled[i];
            }
            firstLine[retailer + 1] = lines;
        }
        int most = random.nextInt(1, 5) == 1 ? 100_000 : 12;
        int[] bound = IntStream.range(0, lines).map(i -> random.nextInt(most)).toArray();
        int[] weights = {random.nextInt(1, 5), random.nextInt(1, 501), random.nextInt(1, 501)};
        byte[] peers = new byte[retailers];
        long[] headroom = new long[retailers];
        for (int retailer = 0; retailer < retailers; retailer++) {
            peers[retailer] = (byte) random.nextInt(weights.length);
            headroom[retailer] = random.nextInt(3) == 0 ? SharingTask.UNLIMITED : random.nextInt(2 * most);
        }
        byte[] tier = new byte[skus];
        long[] released = new long[skus];
        for (int s = 0; s < skus; s++) {
            tier[s] = (byte) (random.nextInt(SharingTask.TIERS + 1) - 1);
            released[s] = random.nextInt(4) == 0 ? SharingTask.UNLIMITED : random.nextInt(1 + retailers * most / 4);
        }
        long[] tierCeiling = new long[weights.length * SharingTask.TIERS];
        for (int i = 0; i < tierCeiling.length; i++) {
            tierCeiling[i] = random.nextInt(2) == 0 ? SharingTask.UNLIMITED : random.nextInt(2 * most);
        }
        Draw draw = new Draw("seed", "cycle", names("S", skus), names("R", retailers));
        return new SharingTask(
                firstLine,
                Arrays.copyOf(sku, lines),
                bound,
                headroom,
                peers,
                weights,
                tier,
                tierCeiling,
                released,
                draw);
    }

    private static SharingTask crampedTask(SplittableRandom random) {
        int retailers = random.nextInt(1, 6);
        int skus = random.nextInt(1, 5);
        int[] firstLine = new int[retailers + 1];
        int[] sku = new int[retailers * skus];
        int lines = 0;
        long[] headroom = new long[retailers];
        byte[] peers = new byte[retailers];
        int[] weights = {1, random.nextInt(1, 4), random.nextInt(1, 501)};
        for (int retailer = 0; retailer < retailers; retailer++) {
            int[] shuffled = shuffled(skus, random);
            int wanted = random.nextInt(8) == 0 ? random.nextInt(skus + 1) : skus;
            System.arraycopy(shuffled, 0, sku, lines, wanted);
            lines += wanted;
            firstLine[retailer + 1] = lines;
            headroom[retailer] = random.nextInt(5) == 0 ? SharingTask.UNLIMITED : random.nextInt(12);
            peers[retailer] = (byte) random.nextInt(weights.length);
        }
        int[] bound = IntStream.range(0, lines).map(i -> random.nextInt(9)).toArray();
        long[] released = new long[skus];
        byte[] tier = new byte[skus];
        for (int s = 0; s < skus; s++) {
            released[s] = random.nextInt(8) == 0 ? SharingTask.UNLIMITED : random.nextInt(1 + 3 * retailers);
            tier[s] = (byte) (random.nextInt(4) - 1);
        }
        long[] tierCeiling = new long[weights.length * SharingTask.TIERS];
        Arrays.setAll(tierCeiling, i -> random.nextInt(3) > 0 ? SharingTask.UNLIMITED : random.nextInt(9));
        Draw draw = new Draw("seed", "cycle", names("S", skus), names("R", retailers));
        return new SharingTask(
                firstLine,
                Arrays.copyOf(sku, lines),
                bound,
                headroom,
                peers,
                weights,
                tier,
                tierCeiling,
                released,
                draw);
    }

    private static int[] shuffled(int count, SplittableRandom random) {
        int[] numbers = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swap = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = swap;
        }
        return numbers;
    }
}
