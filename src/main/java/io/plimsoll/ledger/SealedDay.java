package io.plimsoll.ledger;

import io.plimsoll.message.Message;
import java.util.List;

/**
 * A closed day of the ledger, written {@code day first last root head}, parted by TAB.
 *
 * @param date in UTC, {@code 2026-11-29}
 * @param first position of the day
 * @param last position of the day
 * @param root of the tree over its leaves
 * @param head what the chain comes to at the last position
 */
public record SealedDay(String date, long first, long last, Hash root, Hash head) {

    private static final int FIELDS = 5;

    public SealedDay {
        if (!Moment.isDate(date) || first < 1 || last < first) {
            throw new IllegalArgumentException("no day: " + date + " from " + first + " to " + last);
        }
    }

    /**
     * Reads a line, without its line end.
     *
     * @throws Malformed unless it is written exactly as {@link #text} writes it
     */
    public static SealedDay parse(byte[] line) throws Malformed {
        List<String> fields = Fields.split(Fields.text(line), Fields.TAB, FIELDS);
        long first = Fields.whole(fields.get(1), 1);
        long last = Fields.whole(fields.get(2), first);
        if (!Moment.isDate(fields.get(0))) {
            throw new Malformed(Message.of("LINE_DATE"));
        }
        SealedDay day =
                new SealedDay(fields.get(0), first, last, Fields.hash(fields.get(3)), Fields.hash(fields.get(4)));
        Fields.requireSame(day.text(), line);
        return day;
    }

    /** The line, without a line end. */
    public String text() {
        return date + Fields.TAB + first + Fields.TAB + last + Fields.TAB + root + Fields.TAB + head;
    }
}
