package io.plimsoll.files;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What one file looks like.
 *
 * @param file relative name, as errors and digests call it
 * @param keyColumns how many of the columns, from the first, make the key; 0 for a file of at most one row
 * @param columns in the order of canonical content
 */
record Format(String file, int keyColumns, List<Column> columns) {

    static Format of(String file, int keyColumns, Column... columns) {
        return new Format(file, keyColumns, List.of(columns));
    }

    /** Place of a column of this name, or -1. */
    int indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    String[] columnNames() {
        return columns.stream().map(Column::name).toArray(String[]::new);
    }

    /** The columns for people: those that may be missing are marked. */
    String columnsInWords() {
        return columns.stream()
                .map(column -> column.required() ? column.name() : "?" + column.name())
                .collect(Collectors.joining(", "));
    }
}
