package io.plimsoll.exchange;

import java.math.BigDecimal;

/** What may stand in a row that goes out: texts, whole numbers and decimals. */
final class Cells {

    private Cells() {}

    /** The cell as text: a number in plain decimals. */
    static String text(Object cell) {
        if (cell instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (cell instanceof String || cell instanceof Long || cell instanceof Integer) {
            return cell.toString();
        }
        throw new IllegalArgumentException("no cell: " + cell);
    }

    /** The same for CSV, where a text must not be taken for a formula; a number may well be below zero. */
    static String harmless(Object cell) {
        return cell instanceof Number ? text(cell) : Apostrophes.put(text(cell));
    }
}
