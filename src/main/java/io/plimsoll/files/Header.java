package io.plimsoll.files;

import io.plimsoll.message.Message;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

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
                throw wrong(format, row, name, unknown(format, row, name));
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

    private static Message unknown(Format format, RawRow row, String name) {
        return Forbidden.column(format.file(), name).orElseGet(() -> {
            String missing = missing(format, row);
            return missing.isEmpty()
                    ? Message.of("EXPECTED_COLUMNS", "columns", format.columnsInWords())
                    : Message.of("EXPECTED_COLUMNS_MISSING", "columns", format.columnsInWords(), "missing", missing);
        });
    }

    /** The required columns that a header has not, so that whoever misspelt one is told both at once. */
    private static String missing(Format format, RawRow row) {
        Set<String> there = new HashSet<>();
        for (int field = 0; field < row.storedFields(); field++) {
            there.add(row.text(field));
        }
        return format.columns().stream()
                .filter(column -> column.required() && !there.contains(column.name()))
                .map(Column::name)
                .collect(Collectors.joining(", "));
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
