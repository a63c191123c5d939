package io.plimsoll.files;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.Arrays;

/**
 * The record that FastCSV has just read, as slices of one buffer: there is one object for all records of a file. What
 * FastCSV lets pass and this house doesn't (a quote inside a bare field) is noted here and judged by the reader.
 */
final class RawRow extends CsvCallbackHandler<RawRow> {

    /** No format has as many columns; fields past it are counted, not kept. */
    private static final int MOST_FIELDS = 64;

    /** No record of any format can be as long, whatever its fields hold; what is longer is not read to its end. */
    static final int MOST_CHARACTERS = 1 << 20;

    private static final int NONE = -1;

    private char[] chars = new char[1024];
    private final int[] end = new int[MOST_FIELDS];
    private final boolean byRecord;
    private long line = 1;
    private long records;
    private int fields;
    private long characters;
    private boolean blank;
    private int oddField;

    /**
     * Makes room for the first record.
     *
     * @param byRecord whether records are counted instead of lines: a row of a sheet is one, however many lines it has
     */
    RawRow(boolean byRecord) {
        this.byRecord = byRecord;
    }

    /** Line of the file in which the record starts, from 1. */
    long line() {
        return line;
    }

    /** How many fields there are. */
    int fields() {
        return fields;
    }

    /** How many of them are kept. */
    int storedFields() {
        return Math.min(fields, MOST_FIELDS);
    }

    /** Whether the record was given up because it has too many characters, its commas among them. */
    boolean isTooLong() {
        return characters > MOST_CHARACTERS;
    }

    /** Whether the line holds nothing at all. */
    boolean isBlank() {
        return blank;
    }

    /** The first bare field with a quote or a control character in it, or -1. */
    int oddField() {
        return oddField;
    }

    char[] chars() {
        return chars;
    }

    int begin(int field) {
        return field == 0 ? 0 : end[field - 1];
    }

    int end(int field) {
        return end[field];
    }

    String text(int field) {
        int begin = begin(field);
        return new String(chars, begin, end[field] - begin);
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        records++;
        line = byRecord ? records : startingLineNumber;
        fields = 0;
        characters = 0;
        blank = false;
        oddField = NONE;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        int field = fields++;
        characters += length + 1;
        if (isTooLong()) {
            throw new CsvParseException("the record is too long");
        }
        if (field >= MOST_FIELDS) {
            return;
        }
        int to = begin(field);
        if (to + length > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(to + length, 2 * chars.length));
        }
        boolean odd = false;
        for (int i = 0; i < length; i++) {
            char c = buffer[offset + i];
            chars[to + i] = c;
            odd |= c == '"' | c < ' ';
        }
        end[field] = to + length;
        if (odd && !quoted && oddField == NONE) {
            oddField = field;
        }
    }

    @Override
    protected void setEmpty() {
        blank = true;
    }

    @Override
    protected RawRow buildRecord() {
        return this;
    }

    @Override
    protected RecordType getRecordType() {
        return blank ? RecordType.EMPTY : RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return fields;
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("comments are off");
    }
}
