package io.plimsoll.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one file looks like.
 *
 * @param file relative name, as errors and digests call it
 * @param keyColumns how many of the columns, from the first, make the key; 0 for a file of at most one row
 * @param columns in the order of canonical content
 * @param places of the columns by name; looked up for every value of a register
 */
record Format(String file, int keyColumns, List<Column> columns, Map<String, Integer> places) {

    static Format of(String file, int keyColumns, Column... columns) {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < columns.length; place++) {
            places.put(columns[place].name(), place);
        }
        return new Format(file, keyColumns, List.of(columns), Map.copyOf(places));
    }

    /** Place of a column of this name, or -1. */
    int indexOf(String name) {
        return places.getOrDefault(name, -1);
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
