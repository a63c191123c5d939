package io.plimsoll.service.runs;

import io.plimsoll.files.CsvOut;
import io.plimsoll.message.Message;
import io.plimsoll.results.ResultTable;
import io.plimsoll.results.RunRecord;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Results as they are stored, written as the folder that {@code plimsoll allocate} would have written. */
@ApplicationScoped
public class StoredResults {

    private final Runs runs;
    private final Sql sql;

    StoredResults(Runs runs, Sql sql) {
        this.runs = runs;
        this.sql = sql;
    }

    /** Refuses a run that is not there, or of which only the grants are known. */
    public void require(String cycle, long run) {
        found(cycle, run);
    }

    private Run found(String cycle, long run) {
        Run found = runs.find(cycle, run).orElseThrow(Refused::notFound);
        if (found.policyDigest() == null) {
            throw new Refused(Problem.CONFLICT, Message.of("RUN_GRANTS_ONLY"));
        }
        return found;
    }

    /**
     * Writes all files of a result from what is stored of it, and nothing that is recomputed.
     *
     * @param folder an empty one
     */
    public void write(String cycle, long run, Path folder) throws IOException {
        String policy = found(cycle, run).policyVersion();
        for (ResultTable table : ResultTable.values()) {
            write(table, cycle, run, policy, folder.resolve(table.fileName()));
        }
        byte[] record = sql.first("SELECT record FROM allocation_run WHERE id = ?", row -> row.getBytes(1), run)
                .orElseThrow();
        Files.write(folder.resolve(RunRecord.FILE_NAME), record);
    }

    private void write(ResultTable table, String cycle, long run, String policy, Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file)) {
            CsvOut out = new CsvOut(stream);
            out.row(table.columns().toArray(String[]::new));
            switch (table) {
                case GRANTS ->
                    sql.each(
                            "SELECT licence, line_rank, sku, demand, granted, binding FROM grant_line WHERE run = ?"
                                    + " ORDER BY licence, line_rank",
                            row -> fields(out, row, 6),
                            run);
                case LEVELS ->
                    sql.each(
                            "SELECT sku, released, claimed, granted, level FROM run_sku WHERE run = ? ORDER BY sku",
                            row -> fields(out, row, 5),
                            run);
                case CEILINGS ->
                    sql.each(
                            "SELECT scope, subject, ref, max_cartons, rule, ? FROM run_ceiling WHERE run = ?"
                                    + " ORDER BY position",
                            row -> fields(out, row, 6),
                            policy,
                            run);
                case FINDINGS ->
                    sql.each(
                            "SELECT rule, ?, severity, subject, evidence FROM run_finding WHERE run = ? ORDER BY position",
                            row -> fields(out, row, 5),
                            policy,
                            run);
                case PEERS ->
                    sql.each(
                            "SELECT licence, size_class, market_type, order_interval FROM cycle_retailer WHERE cycle = ?"
                                    + " ORDER BY licence",
                            row -> fields(out, row, 4),
                            cycle);
                case TIERS ->
                    sql.each(
                            "SELECT sku, tier, status FROM cycle_sku WHERE cycle = ? ORDER BY sku",
                            row -> fields(out, row, 3),
                            cycle);
            }
            out.flush();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void fields(CsvOut out, ResultSet row, int count) throws SQLException {
        try {
            for (int i = 1; i <= count; i++) {
                String text = row.getString(i);
                out.field(text == null ? "" : text);
            }
            out.endRow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
