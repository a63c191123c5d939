package io.plimsoll.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A sealed entry as a line of text: {@code position number at actor kind subject content hash}, parted by TAB.
 *
 * @param position in the ledger, from 1 without gaps
 * @param hash what the chain comes to at this position, as the line states it; whether it is so, only the chain tells
 */
public record LedgerLine(long position, Entry entry, Hash hash) {

    private static final int FIELDS = 8;

    /**
     * Reads a line, without its line end.
     *
     * @throws Malformed unless it is written exactly as {@link #text} writes it
     */
    public static LedgerLine parse(byte[] line) throws Malformed {
        List<String> fields = Fields.split(Fields.text(line), Fields.TAB, FIELDS);
        long position = Fields.whole(fields.get(0), 1);
        Entry entry = Entry.read(
                Fields.whole(fields.get(1), 1),
                fields.get(2),
                Fields.unescape(fields.get(3)),
                Fields.unescape(fields.get(4)),
                Fields.unescape(fields.get(5)),
                Fields.unescape(fields.get(6)));
        LedgerLine read = new LedgerLine(position, entry, Fields.hash(fields.get(7)));
        Fields.requireSame(read.text(), line);
        return read;
    }

    /** How many bytes of a line its leaf covers: those before the last TAB; 0 where there is none. */
    public static int covered(byte[] line) {
        int end = line.length - 1;
        while (end > 0 && line[end] != Fields.TAB) {
            end--;
        }
        return Math.max(end, 0);
    }

    /** The leaf of this entry. */
    public Hash leaf(Hashing hashing) {
        return leafAt(position, hashing);
    }

    /** The leaf that this entry would have, did it stand at another position. */
    public Hash leafAt(long another, Hashing hashing) {
        return hashing.leaf(entry.lineAt(another).getBytes(StandardCharsets.UTF_8));
    }

    /** The line, without a line end. */
    public String text() {
        return entry.lineAt(position) + Fields.TAB + hash.hex();
    }
}
