package io.plimsoll.generation;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.drools.TestRules;
import io.plimsoll.files.CycleWriter;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counties for tests: in memory, as folders, and allocated. */
final class Counties {

    private static final CycleRun RUN = new CycleRun(TestRules.book(), 2);

    private Counties() {}

    static CycleResult allocate(Cycle cycle) {
        return RUN.allocate(cycle, part -> {});
    }

    /** The first cycles, allocated. */
    static List<CycleResult> allocated(CountyPlan plan, int count) {
        List<CycleResult> results = new ArrayList<>();
        County.of(plan).show(count, new County.Visitor<RuntimeException>() {

            @Override
            public void begins(String cycle) {}

            @Override
            public void takes(GeneratedCycle generated) {
                results.add(allocate(generated.cycle()));
            }

            @Override
            public int[] allocates(Cycle cycle) {
                return results.get(results.size() - 1).sharing().granted();
            }
        });
        return results;
    }

    /** The first cycles, as if every line had been granted half of its demand. */
    static List<GeneratedCycle> drawn(CountyPlan plan, int count) {
        List<GeneratedCycle> cycles = new ArrayList<>();
        County.of(plan).show(count, new County.Visitor<RuntimeException>() {

            @Override
            public void begins(String cycle) {}

            @Override
            public void takes(GeneratedCycle generated) {
                cycles.add(generated);
            }

            @Override
            public int[] allocates(Cycle cycle) {
                return Arrays.stream(cycle.orders().demand())
                        .map(demand -> demand / 2)
                        .toArray();
            }
        });
        return cycles;
    }

    /** The same as folders, by the names of the cycles. */
    static List<GeneratedCycle> write(CountyPlan plan, int count, Path folder) throws IOException {
        List<GeneratedCycle> cycles = drawn(plan, count);
        for (GeneratedCycle each : cycles) {
            Path own = folder.resolve(each.cycle().head().cycle());
            CycleWriter.write(Files.createDirectories(own), each.cycle(), each.details());
        }
        return cycles;
    }
}
