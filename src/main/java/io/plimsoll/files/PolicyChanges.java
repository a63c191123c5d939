package io.plimsoll.files;

import io.plimsoll.policy.CellChange;
import io.plimsoll.policy.PolicyComparison;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The comparison of two policies as a file, one row a cell: table, key, column, change, before, after. The change says
 * whether a blank cell was blank or its row was not there.
 *
 * @see "docs/policies.md"
 */
public final class PolicyChanges {

    private PolicyChanges() {}

    /** Writes header and rows; does not close the stream. */
    public static void write(PolicyComparison comparison, OutputStream stream) throws IOException {
        CsvOut out = new CsvOut(stream);
        out.row("table", "key", "column", "change", "before", "after");
        for (CellChange change : comparison.changes()) {
            out.row(
                    change.table(),
                    change.keyText(),
                    change.column(),
                    change.kind().name(),
                    change.before().orElse(""),
                    change.after().orElse(""));
        }
        out.flush();
    }
}
