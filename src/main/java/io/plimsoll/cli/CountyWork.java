package io.plimsoll.cli;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.drools.BuiltInRules;
import io.plimsoll.files.CycleWriter;
import io.plimsoll.generation.County;
import io.plimsoll.generation.CountyPlan;
import io.plimsoll.generation.GeneratedCycle;
import io.plimsoll.message.Message;
import io.plimsoll.run.CycleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the cycles of a county, each into a folder by its name, and allocates them by the rules of this build. */
final class CountyWork {

    private final WorkProgress progress;
    private final List<String> cycles = new ArrayList<>();
    private long lines;

    CountyWork(WorkProgress progress) {
        this.progress = progress;
    }

    /** Writes so many cycles into an empty folder. */
    void write(CountyPlan plan, int count, Path folder) throws IOException {
        County.of(plan).show(count, new CycleByCycle(folder));
    }

    /** Names of the cycles written. */
    List<String> cycles() {
        return cycles;
    }

    /** Order lines in all of them. */
    long lines() {
        return lines;
    }

    private final class CycleByCycle implements County.Visitor<IOException> {

        private final Path folder;

        /** Compiled rules take a while to open, and a single cycle needs none. */
        private CycleRun run;

        CycleByCycle(Path folder) {
            this.folder = folder;
        }

        @Override
        public void begins(String cycle) {
            progress.begin(Message.of("PROGRESS_DRAWING", "cycle", cycle));
        }

        @Override
        public void takes(GeneratedCycle generated) throws IOException {
            String name = generated.cycle().head().cycle();
            progress.goOn(Message.of("PROGRESS_WRITING_CYCLE", "cycle", name));
            CycleWriter.write(Files.createDirectory(folder.resolve(name)), generated.cycle(), generated.details());
            cycles.add(name);
            lines += generated.cycle().orders().lines();
        }

        @Override
        public int[] allocates(Cycle cycle) {
            progress.goOn(
                    Message.of("PROGRESS_ALLOCATING", "cycle", cycle.head().cycle()));
            if (run == null) {
                run = new CycleRun(BuiltInRules.load(), Runtime.getRuntime().availableProcessors());
            }
            return run.share(cycle).granted();
        }
    }
}
