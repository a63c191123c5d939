package io.plimsoll.allocation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.drools.TestRules;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The product and the plain oracle, written apart from the same page, agree to the carton and on every reason. */
class CycleRunAgreesTest {

    private static final int SMALL_CYCLES = 3000;
    private static final int VILLAGES = 1000;

    @Test
    void agreesWithTheOracleOnSmallCycles() {
        long cut = agreeOn(SMALL_CYCLES, RandomCycles.SMALL, 1);
        assertTrue(cut > SMALL_CYCLES / 2, "Skus that cut somebody: " + cut);
    }

    @Test
    void agreesWithTheOracleOnVillages() {
        long cut = agreeOn(VILLAGES, RandomCycles.VILLAGE, 1);
        assertTrue(cut > VILLAGES, "Skus that cut somebody: " + cut);
    }

    @Test
    void anyNumberOfThreadsComesToTheSame() {
        agreeOn(300, RandomCycles.VILLAGE, 2);
        agreeOn(300, RandomCycles.VILLAGE, 8);
    }

    private static long agreeOn(int cycles, RandomCycles.Size size, int threads) {
        long cut = 0;
        for (int seed = 0; seed < cycles; seed++) {
            Cycle cycle = RandomCycles.cycle(seed, size);
            PlainMechanism.Result expected = PlainMechanism.run(cycle);
            CycleResult result = new CycleRun(TestRules.book(), threads).allocate(cycle, part -> {});
            String where = "cycle with seed " + seed;
            assertArrayEquals(expected.granted(), result.sharing().granted(), where);
            assertArrayEquals(
                    expected.binding(),
                    Arrays.stream(result.bindings()).map(Enum::name).toArray(String[]::new),
                    where);
            for (int sku = 0; sku < cycle.skus().size(); sku++) {
                cut += agreeOnSku(expected.skus().get(sku), result, sku, where);
            }
        }
        return cut;
    }

    private static int agreeOnSku(PlainMechanism.SkuResult expected, CycleResult result, int sku, String where) {
        assertEquals(
                expected.released().orElse(Ceilings.NONE), result.ceilings().released(sku), where);
        assertEquals(expected.claimed(), result.sharing().claimed()[sku], where);
        assertEquals(expected.granted(), result.levels().granted(sku), where);
        assertEquals(
                expected.level(),
                result.levels().level(sku).map(Level::toString).orElse(""),
                where);
        return expected.level().isEmpty() ? 0 : 1;
    }
}
