package io.plimsoll.files;

import io.plimsoll.message.Message;
import java.util.Arrays;

/**
 * Where a file has each column of its format.
 *
 * @param fieldOf the field of each column, or -1 where the file does without it
 * @param fields how many fields every row must have
 */
record Header(Format format, int[] fieldOf, int fields) {

    /** Reads the first row of a file. */
    static Header of(Format format, RawRow row) throws BadInput {
        int[] fieldOf = new int[format.columns().size()];
        Arrays.fill(fieldOf, -1);
        for (int field = 0; field < row.storedFields(); field++) {
            String name = row.text(field);
            int column = format.indexOf(name);
            if (column < 0) {
                throw wrong(format, row, name, unknown(format, name));
            }
            if (fieldOf[column] >= 0) {
                throw wrong(format, row, name, Message.of("EXPECTED_COLUMN_ONCE"));
            }
            fieldOf[column] = field;
        }
        for (int column = 0; column < fieldOf.length; column++) {
            Column missing = format.columns().get(column);
            if (missing.required() && fieldOf[column] < 0) {
                throw wrong(format, row, missing.name(), Message.of("EXPECTED_COLUMN"));
            }
        }
        return new Header(format, fieldOf, row.fields());
    }

    private static Message unknown(Format format, String name) {
        return Forbidden.column(format.file(), name)
                .orElseGet(() -> Message.of("EXPECTED_COLUMNS", "columns", format.columnsInWords()));
    }

    private static BadInput wrong(Format format, RawRow row, String column, Message expected) {
        if (column.isEmpty()) {
            return BadInput.atLine(format.file(), row.line(), expected);
        }
        return BadInput.atValue(format.file(), row.line(), column, "", expected);
    }

    /** Name of the column that a field belongs to. */
    String columnAt(int field) {
        for (int column = 0; column < fieldOf.length; column++) {
            if (fieldOf[column] == field) {
                return format.columns().get(column).name();
            }
        }
        return "";
    }
}
