package io.plimsoll.files;

import io.plimsoll.message.Message;
import java.util.List;
import java.util.stream.IntStream;

/** One row of a file by the columns of its format, which may stand in any order; the object serves row after row. */
final class Row {

    private final Header header;
    private final RawRow raw;

    Row(Header header, RawRow raw) {
        this.header = header;
        this.raw = raw;
    }

    /** Line of the file in which the row starts. */
    long line() {
        return raw.line();
    }

    /** Whether the file has this column. */
    boolean has(int column) {
        return header.fieldOf()[column] >= 0;
    }

    /** What stands in a column; blank where the file does without it. */
    String text(int column) {
        int field = header.fieldOf()[column];
        return field < 0 ? "" : raw.text(field);
    }

    /** The same of a row that may have too few fields. */
    String textIfThere(int column) {
        return header.fieldOf()[column] < raw.storedFields() ? text(column) : "";
    }

    /** Every field as it stands, in the order of the file. */
    List<String> fields() {
        return IntStream.range(0, raw.storedFields()).mapToObj(raw::text).toList();
    }

    /** The names of the columns in the order of the file. */
    List<String> columns() {
        return IntStream.range(0, header.fields()).mapToObj(header::columnAt).toList();
    }

    /** The canonical form of what stands in a column. */
    String canonical(int column) throws BadInput {
        String text = text(column);
        try {
            return header.format().columns().get(column).kind().canonical(text);
        } catch (Refused refused) {
            throw bad(column, refused.expected());
        }
    }

    /** Index of the name that stands in a column the file has, or -1; makes no object. */
    int find(int column, KeyTable register) {
        int field = header.fieldOf()[column];
        return register.find(raw.chars(), raw.begin(field), raw.end(field));
    }

    /** Whether the column holds this very name. */
    boolean holds(int column, char[] name) {
        int field = header.fieldOf()[column];
        int begin = raw.begin(field);
        if (raw.end(field) - begin != name.length) {
            return false;
        }
        char[] chars = raw.chars();
        for (int i = 0; i < name.length; i++) {
            if (chars[begin + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing stands in the column. */
    boolean isBlank(int column) {
        int field = header.fieldOf()[column];
        return field < 0 || raw.begin(field) == raw.end(field);
    }

    /** The whole number in a column the file has; makes no object. */
    int whole(int column, int from, int to) throws BadInput {
        int field = header.fieldOf()[column];
        char[] chars = raw.chars();
        int begin = raw.begin(field);
        int end = raw.end(field);
        long number = begin == end ? -1 : 0;
        for (int i = begin; i < end && number >= 0; i++) {
            int digit = chars[i] - '0';
            number = digit < 0 || digit > 9 || number > to ? -1 : number * 10 + digit;
        }
        if (number < from || number > to) {
            throw bad(column, Kinds.notWhole(from, to).expected());
        }
        return (int) number;
    }

    /** The error that this column holds something else than what is expected. */
    BadInput bad(int column, Message expected) {
        String name = header.format().columns().get(column).name();
        return BadInput.atValue(header.format().file(), line(), name, text(column), expected);
    }
}
