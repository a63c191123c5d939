package io.plimsoll.files;

import java.util.List;

/**
 * What a table holds and everything that is wrong with it.
 *
 * @param file relative name, such as {@code policy/floats.csv}
 * @param rows rows below the header that could be told apart, bad ones too
 * @param columns the names of the columns as they stand; empty where there is no row
 * @param firstRows some rows for a look, as they stand, by those columns
 * @param errors by line, the first so many of them
 * @param unlisted how many errors there are besides
 */
public record TableReport(
        String file,
        long rows,
        List<String> columns,
        List<List<String>> firstRows,
        List<BadInput> errors,
        long unlisted) {

    /** Whether nothing is wrong with it. */
    public boolean isGood() {
        return errors.isEmpty();
    }
}
