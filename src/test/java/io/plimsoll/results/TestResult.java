package io.plimsoll.results;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.message.Message;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A result on disk, made and verified the way the command line does it, in this process. */
record TestResult(Path cycle, Path out) {

    /** Writes the result of a cycle. */
    static TestResult write(Path cycle, Path out, RuleBook rules) throws Exception {
        CycleInput input = CycleFolder.read(cycle);
        CycleResult result = new CycleRun(rules, 1).allocate(input.cycle(), part -> {});
        ResultFolder.at(out, true).write(folder -> ResultWriter.writeRun(folder, input, result, rules.texts()));
        return new TestResult(cycle, out);
    }

    /** What a verification with these rules says; that there is no record to read is a difference too. */
    List<Message> differences(RuleBook rules) throws BadInput, IOException {
        try {
            return verify(rules).differences();
        } catch (RunRecord.NotARecord noRecord) {
            return List.of(noRecord.reason());
        }
    }

    Verification verify(RuleBook rules) throws BadInput, IOException, RunRecord.NotARecord {
        return Verification.of(cycle, out, RunRecord.readFrom(out), new CycleRun(rules, 1), new Silent());
    }

    /** The same, where the input is as it was and need not be recomputed again for every altered output. */
    List<Message> differences(CycleInput input, CycleResult recomputed, RuleBook rules) throws BadInput, IOException {
        try {
            RunRecord record = RunRecord.readFrom(out);
            return Verification.compareRules(record.rules(), rules.texts()).isEmpty()
                    ? Verification.compare(out, record, input, recomputed, rules.texts())
                            .differences()
                    : verify(rules).differences();
        } catch (RunRecord.NotARecord noRecord) {
            return List.of(noRecord.reason());
        }
    }

    static final class Silent implements Verification.Progress {
        @Override
        public void lines(String file, long linesSoFar) {}

        @Override
        public void begins(Part part) {}

        @Override
        public void beginsComparing() {}
    }
}
