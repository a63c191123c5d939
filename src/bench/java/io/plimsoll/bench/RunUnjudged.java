package io.plimsoll.bench;

import io.plimsoll.drools.BuiltInRules;
import io.plimsoll.files.BadInput;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.results.ResultWriter;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import io.plimsoll.work.Beside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code plimsoll allocate} does, but for the findings: reads, asks for ceilings, shares, writes. */
public final class RunUnjudged {

    private RunUnjudged() {}

    /** Reads the cycle folder that is the first argument and writes to the folder that is the second. */
    public static void main(String[] folders) throws BadInput, IOException {
        Beside<RuleBook, RuntimeException> opened = BuiltInRules.begin();
        CycleInput input = CycleFolder.read(Path.of(folders[0]));
        RuleBook rules = opened.get();
        CycleResult result = new CycleRun(rules, Runtime.getRuntime().availableProcessors())
                .allocateUnjudged(input.cycle(), part -> {});
        ResultWriter.writeRun(Files.createDirectories(Path.of(folders[1])), input, result, rules.texts());
        System.out.println(result.sharing().granted().length + " lines");
    }
}
