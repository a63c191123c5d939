package io.plimsoll.exchange;

import io.plimsoll.files.CycleFolder;
import java.util.Locale;
import java.util.Optional;

/** Which table of a cycle is meant by the name of a file or a sheet. */
final class TableNames {

    private static final String CSV = ".csv";

    private TableNames() {}

    /**
     * The table that a file by this name holds: {@code floats.csv}, {@code Floats.xlsx} and {@code floats (1).csv} are
     * {@code policy/floats.csv}.
     */
    static Optional<String> ofFile(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int point = last.lastIndexOf('.');
        String stem = point > 0 ? last.substring(0, point) : last;
        return ofSheet(stem.replaceFirst(" ?\\([0-9]+\\)$", ""));
    }

    /** The table that a sheet by this name holds. */
    static Optional<String> ofSheet(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return CycleFolder.TABLES.stream()
                .filter(file -> sheetOf(file).equals(wanted))
                .findFirst();
    }

    /** The name of the sheet that holds a table; no two tables have the same. */
    static String sheetOf(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - CSV.length());
    }

    static String all() {
        return String.join(", ", CycleFolder.TABLES);
    }
}
