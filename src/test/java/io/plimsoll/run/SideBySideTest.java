package io.plimsoll.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.allocation.RandomCycles;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.drools.TestRules;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Partitions know nothing of each other: many may run side by side, with one rule book. */
class SideBySideTest {

    @Test
    void manyCyclesAtOnceComeToWhatEachComesToAlone() {
        List<Cycle> cycles = IntStream.range(0, 200)
                .mapToObj(seed -> RandomCycles.cycle(seed, RandomCycles.VILLAGE))
                .toList();
        List<CycleResult> alone = cycles.stream().map(SideBySideTest::run).toList();
        List<CycleResult> together =
                cycles.parallelStream().map(SideBySideTest::run).toList();
        for (int i = 0; i < cycles.size(); i++) {
            assertArrayEquals(
                    alone.get(i).sharing().granted(), together.get(i).sharing().granted());
            assertArrayEquals(alone.get(i).bindings(), together.get(i).bindings());
            assertEquals(
                    alone.get(i).ceilings().all(), together.get(i).ceilings().all());
            assertEquals(alone.get(i).findings(), together.get(i).findings());
        }
    }

    private static CycleResult run(Cycle cycle) {
        return new CycleRun(TestRules.book(), 2).allocate(cycle, part -> {});
    }
}
