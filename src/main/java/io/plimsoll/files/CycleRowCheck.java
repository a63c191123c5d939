package io.plimsoll.files;

import io.plimsoll.message.Message;
import java.util.Arrays;
import java.util.List;

/** The same for {@code cycle.csv}, which must have its one row, with a number that is within the period. */
final class CycleRowCheck extends TableCheck {

    private boolean hasRow;

    CycleRowCheck(Format format, Objections objections) {
        super(format, objections);
    }

    @Override
    void judged(Row row, String[] values) {
        hasRow = true;
        List<String> read = Arrays.asList(values);
        if (read.contains(null)) {
            return;
        }
        try {
            CycleFolder.head(new Table.Entry(format(), row.line(), read));
        } catch (BadInput bad) {
            add(bad);
        }
    }

    @Override
    void finish() {
        if (!hasRow && !hasErrors()) {
            add(BadInput.inFile(format().file(), Message.of("EXPECTED_ONE_ROW")));
        }
    }
}
