package io.plimsoll.bench;

import io.plimsoll.allocation.Allocator;
import io.plimsoll.allocation.Chains;
import io.plimsoll.allocation.Sharing;
import io.plimsoll.allocation.SharingTask;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.RunnerException;

/** The allocator alone: from a task in memory to a sharing in memory, on two threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AllocatorBench {

    private static final int THREADS = 2;
    private static final int COLD_JVMS = 9;
    private static final long SEED = 20261124;

    /** What is shared. */
    public enum Shape {
        MARKET_300_000,
        MARKET_450_000,
        MARKET_9_MILLION,
        ALIKE_450_000,
        ALIKE_9_MILLION,
        PING_PONG,
        RING,
        CROWDED_CHAIN;

        SharingTask task() {
            return switch (this) {
                case MARKET_300_000 -> Tasks.market(10_000, SEED);
                case MARKET_450_000 -> Tasks.market(15_000, SEED);
                case MARKET_9_MILLION -> Tasks.market(300_000, SEED);
                case ALIKE_450_000 -> Tasks.everythingShortAndRankedAlike(15_000, SEED);
                case ALIKE_9_MILLION -> Tasks.everythingShortAndRankedAlike(300_000, SEED);
                case PING_PONG -> Chains.pingPong(1_000_000);
                case RING -> Chains.ring(1000, 2000);
                case CROWDED_CHAIN -> Chains.crowded(200_000, 2000);
            };
        }
    }

    @Param
    public Shape shape;

    private SharingTask task;

    @Setup(Level.Trial)
    public void make() {
        task = shape.task();
    }

    @Benchmark
    public Sharing share() {
        return Allocator.share(task, THREADS);
    }

    /** Prints what was shared, and medians warm and cold (first call of a JVM). */
    public static void main(String[] none) throws RunnerException {
        Map<String, Medians> warm = Jmh.warm(AllocatorBench.class, names(Shape.values()));
        String[] small = names(Shape.MARKET_450_000, Shape.ALIKE_450_000);
        Map<String, Medians> cold = Jmh.cold(AllocatorBench.class, COLD_JVMS, small);
        Map<String, Medians> quick = Jmh.coldAndQuick(AllocatorBench.class, COLD_JVMS, small);
        System.out.printf("The allocator alone, %d threads, JDK %s%n", THREADS, Runtime.version());
        for (Shape shape : Shape.values()) {
            SharingTask task = shape.task();
            Sharing sharing = Allocator.share(task, THREADS);
            double median = warm.get(shape.name()).median();
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %,9d lines, %3.0f %% of Skus short, headroom binds for %3.0f %% of shops, %,9d turns, %,10d"
                            + " cartons rejected%n",
                    shape,
                    task.lines(),
                    percentShort(task, sharing),
                    percentBinding(task, sharing),
                    sharing.rounds(),
                    sharing.rejected());
            System.out.printf(
                    Locale.ROOT,
                    "  warm %7.1f ms = %6.1f ns a line = %6.1f ns a rejected carton%n",
                    median / 1e6,
                    median / task.lines(),
                    median / sharing.rejected());
            if (cold.containsKey(shape.name())) {
                sayCold("as deploy/plimsoll starts the JVM", quick.get(shape.name()), task);
                sayCold("as a JVM starts by itself", cold.get(shape.name()), task);
            }
        }
        double costSmall = warm.get(Shape.MARKET_300_000.name()).median() / Shape.MARKET_300_000.task().lines();
        double costLarge = warm.get(Shape.MARKET_9_MILLION.name()).median() / Shape.MARKET_9_MILLION.task().lines();
        System.out.printf(Locale.ROOT, "A line costs %.2f times as much at 9 million as at 300,000%n", costLarge / costSmall);
    }

    private static void sayCold(String how, Medians first, SharingTask task) {
        System.out.printf(
                Locale.ROOT,
                "  cold %7.1f ms = %6.1f ns a line, %s%n",
                first.median() / 1e6,
                first.median() / task.lines(),
                how);
    }

    private static String[] names(Shape... shapes) {
        return Stream.of(shapes).map(Shape::name).toArray(String[]::new);
    }

    private static double percentShort(SharingTask task, Sharing sharing) {
        boolean[] isShort = new boolean[task.skus()];
        for (int line = 0; line < task.lines(); line++) {
            isShort[task.sku()[line]] |= sharing.bound()[line] < task.bound()[line];
        }
        int count = 0;
        for (boolean each : isShort) {
            count += each ? 1 : 0;
        }
        return 100.0 * count / task.skus();
    }

    /** Shops that were granted all their headroom, and wanted more than that. */
    private static double percentBinding(SharingTask task, Sharing sharing) {
        int count = 0;
        for (int shop = 0; shop < task.retailers(); shop++) {
            int from = task.firstLine()[shop];
            int to = task.firstLine()[shop + 1];
            long granted = Arrays.stream(sharing.granted(), from, to).asLongStream().sum();
            long wanted = Arrays.stream(task.bound(), from, to).asLongStream().sum();
            count += granted == task.headroom()[shop] && wanted > granted ? 1 : 0;
        }
        return 100.0 * count / task.retailers();
    }
}
