package io.plimsoll.bench;

import io.plimsoll.ceiling.CeilingSetter;
import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.drools.BuiltInRules;
import io.plimsoll.generation.County;
import io.plimsoll.generation.CountyPlan;
import io.plimsoll.rule.RuleBook;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.RunnerException;

/** Asking the rules for all ceilings of a city's cycle: 60,000 retailers and 200 Skus. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RulesBench {

    private static final int RETAILERS = 60_000;
    private static final int SKUS = 200;
    private static final long SEED = 20261124;

    private Cycle cycle;

    @Setup(Level.Trial)
    public void make() {
        cycle = County.of(new CountyPlan(RETAILERS, SKUS, SEED, 30, 30)).firstCycle();
    }

    /** Opens the rules and asks them. */
    @Benchmark
    public Ceilings ask() {
        RuleBook rules = BuiltInRules.load();
        return CeilingSetter.set(cycle, rules);
    }

    /** Prints medians, cold (first call of a JVM) and warm. */
    public static void main(String[] none) throws RunnerException {
        System.out.printf("Opening the rules and asking them for %,d retailers and %d Skus%n", RETAILERS, SKUS);
        System.out.println("  cold " + Jmh.cold(RulesBench.class, 7).get("").say("%.0f ms"));
        System.out.println("  warm " + Jmh.warm(RulesBench.class).get("").say("%.0f ms"));
    }
}
