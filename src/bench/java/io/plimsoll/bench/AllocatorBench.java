package io.plimsoll.bench;

import io.plimsoll.allocation.Allocator;
import io.plimsoll.allocation.Chains;
import io.plimsoll.allocation.Sharing;
import io.plimsoll.allocation.SharingTask;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The allocator alone: from a task in memory to a sharing in memory, on two threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx4g")
@Warmup(iterations = 8)
@Measurement(iterations = 11)
public class AllocatorBench {

    private static final int THREADS = 2;
    private static final long SEED = 20261124;

    /** What is shared. */
    public enum Shape {
        MARKET_300_000(300_000 / Tasks.LINES_A_RETAILER),
        MARKET_450_000(450_000 / Tasks.LINES_A_RETAILER),
        MARKET_9_MILLION(9_000_000 / Tasks.LINES_A_RETAILER),
        ALIKE_450_000(450_000 / Tasks.LINES_A_RETAILER),
        ALIKE_9_MILLION(9_000_000 / Tasks.LINES_A_RETAILER),
        PING_PONG(2),
        RING(1000),
        CROWDED_CHAIN(100_002);

        private final int retailers;

        Shape(int retailers) {
            this.retailers = retailers;
        }

        SharingTask task() {
            return switch (this) {
                case MARKET_300_000, MARKET_450_000, MARKET_9_MILLION -> Tasks.market(retailers, SEED);
                case ALIKE_450_000, ALIKE_9_MILLION -> Tasks.everythingShortAndRankedAlike(retailers, SEED);
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
}
