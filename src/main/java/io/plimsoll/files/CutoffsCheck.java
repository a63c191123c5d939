package io.plimsoll.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The same for cut-offs, which must fall from class to class. */
final class CutoffsCheck extends TableCheck {

    private final List<Table.Entry> rows = new ArrayList<>();

    CutoffsCheck(Format format, Objections objections) {
        super(format, objections);
    }

    @Override
    void judged(Row row, String[] values) {
        super.judged(row, values);
        List<String> read = Arrays.asList(values);
        if (!read.contains(null)) {
            rows.add(new Table.Entry(format(), row.line(), read));
        }
    }

    @Override
    void finish() {
        if (hasErrors()) {
            return; // Which row holds for whom is not certain.
        }
        try {
            ClassTables.requireFalling(new Table(format(), rows));
        } catch (BadInput bad) {
            add(bad);
        }
    }
}
