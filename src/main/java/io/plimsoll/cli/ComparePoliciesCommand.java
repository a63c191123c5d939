package io.plimsoll.cli;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.PolicyChanges;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.message.Catalogue;
import io.plimsoll.policy.CellChange;
import io.plimsoll.policy.PolicyComparison;
import io.plimsoll.results.Shown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll compare-policies}: in which cells do two release policies differ? */
@Command(
        name = "compare-policies",
        description = "Lists every cell in which two release policies differ; nothing is run, and no cycle is needed.")
final class ComparePoliciesCommand extends SpeakingCommand {

    @Parameters(index = "0", paramLabel = "FOLDER_A", description = "A folder that holds the folder policy.")
    private Path folderA;

    @Parameters(index = "1", paramLabel = "FOLDER_B", description = "Another one.")
    private Path folderB;

    @Option(names = "--csv", description = "Print the cells as CSV and nothing else.")
    private boolean csv;

    @Override
    int answer(Terminal terminal) throws IOException {
        Optional<PolicyVersion> a = read(folderA, terminal);
        Optional<PolicyVersion> b = a.isEmpty() ? a : read(folderB, terminal);
        if (b.isEmpty()) {
            return ExitCode.BAD_INPUT;
        }
        PolicyComparison comparison = a.get().comparedWith(b.get());
        if (csv) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            PolicyChanges.write(comparison, file);
            terminal.print(file.toString(StandardCharsets.UTF_8).stripTrailing());
        } else {
            print(comparison, terminal);
        }
        return ExitCode.DONE;
    }

    /** Both folders hold files of the same names, so an error says in which of them it is. */
    private static Optional<PolicyVersion> read(Path folder, Terminal terminal) {
        try {
            return Optional.of(PolicyVersion.read(folder));
        } catch (BadInput bad) {
            terminal.sayError("POLICY_UNREADABLE", "folder", folder, "reason", bad.message());
            return Optional.empty();
        }
    }

    private static void print(PolicyComparison comparison, Terminal terminal) {
        terminal.say("POLICIES_HEAD", "a", comparison.before(), "b", comparison.after());
        if (comparison.isEqual()) {
            terminal.say("POLICIES_EQUAL");
            return;
        }
        terminal.say(
                "POLICIES_COUNTS",
                "added",
                comparison.count(CellChange.Kind.ADDED),
                "removed",
                comparison.count(CellChange.Kind.REMOVED),
                "changed",
                comparison.count(CellChange.Kind.CHANGED));
        comparison.byTable().forEach((table, changes) -> {
            terminal.print("");
            cells(table, changes, terminal).lines().forEach(terminal::print);
        });
    }

    private static TextTable cells(String table, List<CellChange> changes, Terminal terminal) {
        Catalogue words = terminal.catalogue();
        TextTable cells = new TextTable(
                        table, words.say("POLICIES_COLUMN"), words.say("POLICIES_BEFORE"), words.say("POLICIES_AFTER"))
                .left(1);
        for (CellChange change : changes) {
            cells.row(
                    change.key().values().stream().map(Shown::of).collect(Collectors.joining(" / ")),
                    change.column(),
                    cell(change.before(), words),
                    cell(change.after(), words));
        }
        return cells;
    }

    private static String cell(Optional<String> value, Catalogue words) {
        return value.map(text -> text.isEmpty() ? words.say("POLICIES_BLANK") : Shown.of(text))
                .orElseGet(() -> words.say("POLICIES_NO_ROW"));
    }
}
