package io.plimsoll.exchange;

import io.plimsoll.files.BadInput;
import io.plimsoll.message.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * The rows of one sheet, one after the other. Blank rows cost nothing but are counted; a cell that has no value to be
 * taken is an error of its row.
 */
final class SheetRows {

    /** Cells from here on are errors; no table has as many columns. */
    static final int MOST_COLUMNS = 64;

    /** Errors that are kept; more of them than of any one table are listed. */
    private static final int MOST_ERRORS = 2_000;

    private static final int LAST_ROW = 1 << 20;
    private static final int LETTERS = 26;
    private static final int LONGEST_COLUMN = 3;

    /** Takes rows that hold something. */
    @FunctionalInterface
    interface Rows {

        /**
         * The next row.
         *
         * @param number of the row in its sheet, from 1
         * @param cells up to the last that holds something
         */
        void next(int number, List<String> cells) throws IOException;
    }

    private final Workbook book;
    private final SafeXml xml;
    private final String file;
    private final Rows rows;
    private final List<BadInput> errors = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private List<String> header;
    private int row;
    private int lastHeld;
    private int held;
    private int column;

    private SheetRows(Workbook book, SafeXml xml, String file, Rows rows) {
        this.book = book;
        this.xml = xml;
        this.file = file;
        this.rows = rows;
    }

    /**
     * Reads a sheet to its end.
     *
     * @param file the table it is, for errors
     * @return errors in cells that can't be seen in the rows any more
     */
    static List<BadInput> read(Workbook book, Workbook.Sheet sheet, String file, Rows rows)
            throws IOException, XMLStreamException {
        try (SafeXml xml = book.xml(sheet.part())) {
            SheetRows reader = new SheetRows(book, xml, file, rows);
            reader.read();
            return reader.errors;
        }
    }

    private void read() throws IOException, XMLStreamException {
        while (xml.next() && !xml.begins("sheetData")) {
            // What stands before the rows says how they look.
        }
        while (xml.next() && !xml.ends("sheetData")) {
            if (xml.begins("row")) {
                row();
            }
        }
    }

    private void row() throws IOException, XMLStreamException {
        String number = xml.attribute("r");
        int at = number == null ? row + 1 : CellText.whole(number);
        if (at <= row || at > LAST_ROW) {
            throw new Beyond(SafeXml.broken());
        }
        row = at;
        if (row - lastHeld - 1 > book.limits().blankRows()) {
            throw new Beyond(
                    Message.of("SHEET_BLANK_ROWS", "limit", book.limits().blankRows()));
        }
        cells.clear();
        column = -1;
        while (xml.next() && !xml.ends("row")) {
            if (xml.begins("c")) {
                cell();
            }
        }
        if (!cells.isEmpty()) {
            if (++held > book.limits().rows()) {
                throw new Beyond(Message.of("SHEET_ROWS", "limit", book.limits().rows()));
            }
            if (header == null) {
                header = List.copyOf(cells);
            }
            lastHeld = row;
            rows.next(row, cells);
        }
    }

    private void cell() throws IOException, XMLStreamException {
        String address = xml.attribute("r");
        int at = address == null ? column + 1 : columnOf(address);
        if (at <= column) {
            throw new Beyond(SafeXml.broken());
        }
        column = at;
        String type = Optional.ofNullable(xml.attribute("t")).orElse("n");
        String style = xml.attribute("s");
        StringBuilder text = new StringBuilder();
        boolean hasFormula = false;
        boolean hasValue = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.begins("v")) {
                xml.text(text);
                hasValue = true;
            } else if (xml.begins("is")) {
                CellText.read(xml, "is", text);
                hasValue = true;
            } else if (xml.begins("f")) {
                xml.text(new StringBuilder());
                hasFormula = true;
            }
        }
        String value = hasValue ? value(type, style, text.toString()) : "";
        if (hasFormula && !hasValue) {
            bad("", Message.of("EXPECTED_CELL_VALUE"));
        }
        put(value);
    }

    private String value(String type, String style, String text) throws IOException {
        return switch (type) {
            case "s" -> book.texts().get(text);
            case "inlineStr", "str" -> CellText.decoded(text);
            case "b" -> text.equals("1") || text.equals("true") ? "true" : "false";
            case "e" -> {
                bad(text, Message.of("EXPECTED_NO_CELL_ERROR"));
                yield text;
            }
            case "d" -> text;
            default -> text.isEmpty() ? "" : number(text, style);
        };
    }

    private String number(String text, String style) {
        Optional<String> number = book.numbers().text(text, style);
        if (number.isEmpty()) {
            bad(text, Message.of("EXPECTED_FEWER_DIGITS"));
        }
        return number.orElse(text);
    }

    private void put(String value) {
        if (value.isEmpty()) {
            return;
        }
        if (column >= MOST_COLUMNS) {
            bad(value, Message.of("EXPECTED_NO_CELL", "columns", MOST_COLUMNS));
            return;
        }
        while (cells.size() < column) {
            cells.add("");
        }
        cells.add(Apostrophes.take(value));
    }

    private void bad(String value, Message expected) {
        if (errors.size() < MOST_ERRORS) {
            String name = header == null
                            || column >= header.size()
                            || header.get(column).isEmpty()
                    ? letters(column)
                    : header.get(column);
            errors.add(BadInput.atValue(file, row, name, value, expected));
        }
    }

    /** The column of an address such as AB12, from 0. */
    private static int columnOf(String address) throws IOException {
        int number = 0;
        int at = 0;
        while (at < address.length() && address.charAt(at) >= 'A' && address.charAt(at) <= 'Z') {
            number = number * LETTERS + address.charAt(at++) - 'A' + 1;
            if (at > LONGEST_COLUMN) {
                throw new Beyond(SafeXml.broken());
            }
        }
        if (number == 0) {
            throw new Beyond(SafeXml.broken());
        }
        return number - 1;
    }

    /** The letters of a column, as the sheet shows them. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
    }
}
