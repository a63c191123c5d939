package io.plimsoll.results;

import io.plimsoll.files.CsvOut;
import io.plimsoll.files.CycleInput;
import io.plimsoll.finding.Finding;
import io.plimsoll.rule.RuleText;
import io.plimsoll.run.CycleResult;
import io.plimsoll.text.Sha256;
import io.plimsoll.work.Workers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the files of a result into an empty folder. */
public final class ResultWriter {

    /** The grants on one thread; the rest, which is less, on another. */
    private static final int TABLES_SIDE_BY_SIDE = 2;

    private ResultWriter() {}

    /** The files of an allocation; tables are written side by side. */
    public static void writeRun(Path folder, CycleInput input, CycleResult result, List<RuleText> rules)
            throws IOException {
        RunRecord record = write(table -> Files.newOutputStream(folder.resolve(table)), input, result, rules);
        Files.write(folder.resolve(RunRecord.FILE_NAME), record.bytes());
    }

    /** The record that {@link #writeRun} would write, without writing anything: for who keeps the tables elsewhere. */
    public static RunRecord recordOf(CycleInput input, CycleResult result, List<RuleText> rules) {
        try {
            return write(table -> OutputStream.nullOutputStream(), input, result, rules);
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
    }

    /** Opens what a table is written to. */
    private interface Place {
        OutputStream open(String table) throws IOException;
    }

    private static RunRecord write(Place place, CycleInput input, CycleResult result, List<RuleText> rules)
            throws IOException {
        ResultTable[] tables = ResultTable.values();
        String[] digests = new String[tables.length];
        try (Workers workers = new Workers(TABLES_SIDE_BY_SIDE)) {
            workers.split(tables.length, (table, thread) -> digests[table] = write(place, tables[table], result));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        SortedMap<String, String> outputs = new TreeMap<>();
        for (ResultTable table : tables) {
            outputs.put(table.fileName(), digests[table.ordinal()]);
        }
        return RunRecord.of(input, result, rules, Engine.version(), outputs);
    }

    private static String write(Place place, ResultTable table, CycleResult result) {
        try {
            return writeTable(place.open(table.fileName()), out -> table.write(result, out));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The findings of an audit, and the record of it. */
    public static void writeAudit(
            Path folder, CycleInput input, String grantsDigest, List<Finding> findings, List<RuleText> rules)
            throws IOException {
        SortedMap<String, String> outputs = new TreeMap<>();
        String name = ResultTable.FINDINGS.fileName();
        outputs.put(name, writeTable(folder.resolve(name), out -> {
            ResultTable.FINDINGS.header(out);
            ResultTable.findingRows(findings, out);
            out.flush();
        }));
        RunRecord record = RunRecord.ofAudit(input, grantsDigest, findings, rules, Engine.version(), outputs);
        Files.write(folder.resolve(RunRecord.AUDIT_FILE_NAME), record.bytes());
    }

    /** The tables of a comparison, and the record of it. */
    public static void writeComparison(Path folder, ResultComparison result) throws IOException {
        SortedMap<String, String> outputs = new TreeMap<>();
        for (ComparisonTable table : ComparisonTable.values()) {
            outputs.put(
                    table.fileName(), writeTable(folder.resolve(table.fileName()), out -> table.write(result, out)));
        }
        Files.write(folder.resolve(ComparisonRecord.FILE_NAME), ComparisonRecord.of(result, Engine.version(), outputs));
    }

    interface Content {
        void writeTo(CsvOut out) throws IOException;
    }

    private static String writeTable(Path file, Content content) throws IOException {
        return writeTable(Files.newOutputStream(file), content);
    }

    private static String writeTable(OutputStream file, Content content) throws IOException {
        MessageDigest digest = Sha256.begin();
        try (OutputStream out = new DigestOutputStream(file, digest)) {
            content.writeTo(new CsvOut(out));
        }
        return Sha256.hex(digest);
    }
}
