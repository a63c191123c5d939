package io.plimsoll.cli;

import io.plimsoll.results.FolderKind;
import io.plimsoll.results.NotComparable;
import io.plimsoll.results.ResultComparison;
import io.plimsoll.results.ResultFolder;
import io.plimsoll.results.ResultWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll compare}: who gains and who loses when the same orders meet another policy? */
@Command(
        name = "compare",
        description =
                "Puts two results of the same orders beside each other: who is granted more under the second policy, who"
                        + " less, and why.")
final class CompareCommand extends SpeakingCommand {

    private static final int MOST_LISTED = 1000;

    @Parameters(index = "0", paramLabel = "OUT_A", description = "The result to start from.")
    private Path outA;

    @Parameters(index = "1", paramLabel = "OUT_B", description = "The result to compare with it.")
    private Path outB;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "How many of the retailers that gain and lose most are listed (default: ${DEFAULT-VALUE}).")
    private int top = 10;

    @Option(
            names = "--out",
            paramLabel = "OUT",
            description = "Where to write the comparison as tables: by group, by retailer, by Sku and by reason.")
    private Path out;

    @Option(names = "--force", description = "Replace OUT where it exists and holds nothing but an earlier comparison.")
    private boolean force;

    @Override
    int answer(Terminal terminal) throws NotComparable, ResultFolder.Refused, IOException {
        requireWithin("--top", top, 0, MOST_LISTED);
        for (Path result : List.of(outA, outB)) {
            if (!Files.isDirectory(result)) {
                terminal.sayError("NO_RESULT", "out", result);
                return ExitCode.BAD_INPUT;
            }
        }
        run(terminal);
        return ExitCode.DONE;
    }

    private void run(Terminal terminal) throws NotComparable, ResultFolder.Refused, IOException {
        ResultFolder target = out == null ? null : ResultFolder.at(out, force, FolderKind.COMPARISON);
        new ComparisonPage(terminal, outA, outB, top).print(compare(terminal, target));
        if (target != null) {
            terminal.say("WRITTEN", "out", out);
        }
    }

    private ResultComparison compare(Terminal terminal, ResultFolder target)
            throws NotComparable, ResultFolder.Refused, IOException {
        try (WorkProgress progress = WorkProgress.overResults(terminal)) {
            ResultComparison comparison = ResultComparison.of(outA, outB, progress);
            if (target != null) {
                progress.beginsWriting();
                target.write(partial -> ResultWriter.writeComparison(partial, comparison));
            }
            return comparison;
        }
    }
}
