package io.plimsoll.proof;

import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Hashing;
import io.plimsoll.ledger.LedgerLine;
import io.plimsoll.ledger.Malformed;
import io.plimsoll.message.Message;
import java.io.IOException;
import java.util.Arrays;

/**
 * What happened to the first line of the ledger that doesn't fit. What a line looks like by itself doesn't tell whether it
 * was altered, moved or put in, or others taken out: that depends on whether the right one stands elsewhere and on what
 * comes next, so the ledger is read once more.
 */
final class Diagnosis {

    private final Hashing hashing = new Hashing();
    private final long line;
    private final byte[] bytes;
    private final boolean isCutOff;
    private final long expected;
    private final Hash before;

    /** What the line says; null where it says nothing. */
    private final LedgerLine read;

    /** What is wrong with the line by itself; null where nothing is. */
    private final Message flaw;

    /** The line of the position that is expected here: where it stands, if anywhere. */
    private long lineOfExpected;

    /** The same, and it fits what stands before. */
    private long lineOfRight;

    /** The next line has the next position. */
    private boolean nextIsNext;

    /** And its hash goes on from the one that this line states. */
    private boolean nextFits;

    /** The line of the position that this line has stood before, in the same words. */
    private boolean isRepeated;

    /**
     * The line that doesn't fit.
     *
     * @param line its number in the file
     * @param isCutOff whether the file ends in the middle of it
     * @param expected the position that should stand there
     * @param before the hash at the position before
     */
    Diagnosis(long line, byte[] bytes, boolean isCutOff, long expected, Hash before) {
        this.line = line;
        this.bytes = bytes;
        this.isCutOff = isCutOff;
        this.expected = expected;
        this.before = before;
        LedgerLine says = null;
        Message wrong = null;
        try {
            says = LedgerLine.parse(bytes);
        } catch (Malformed flawed) {
            wrong = flawed.reason();
        }
        read = says;
        flaw = wrong;
    }

    /** Reads the ledger once more, and says what was done. */
    Message of(ExportSource source) {
        try (Lines lines = new Lines(source.open(ExportFiles.LEDGER))) {
            lines.next();
            for (byte[] other = lines.next(); other != null; other = lines.next()) {
                if (lines.number() != line) {
                    look(other, lines.number());
                }
            }
        } catch (IOException unreadable) {
            // What can't be read tells nothing more.
        }
        return verdict();
    }

    private void look(byte[] other, long number) {
        LedgerLine parsed;
        try {
            parsed = LedgerLine.parse(other);
        } catch (Malformed none) {
            return;
        }
        if (parsed.position() == expected) {
            lineOfExpected = lineOfExpected == 0 ? number : lineOfExpected;
            lineOfRight = lineOfRight == 0 && fits(parsed, expected, before) ? number : lineOfRight;
        }
        if (number == line + 1 && parsed.position() == expected + 1) {
            nextIsNext = true;
            nextFits = read != null && fits(parsed, parsed.position(), read.hash());
        }
        if (number < line && Arrays.equals(other, bytes)) {
            isRepeated = true;
        }
    }

    private boolean fits(LedgerLine other, long position, Hash after) {
        return hashing.link(after, other.leafAt(position, hashing)).equals(other.hash());
    }

    private Message verdict() {
        if (isCutOff) {
            return Message.of("LEDGER_CUT_OFF_INSIDE", "file", ExportFiles.LEDGER, "line", line, "position", expected);
        }
        if (read == null) {
            return lineOfRight > 0 ? inserted("LEDGER_INSERTED", lineOfRight, expected) : altered(flaw);
        }
        long position = read.position();
        if (position == expected) {
            return lineOfRight > 0
                    ? inserted("LEDGER_INSERTED", lineOfRight, expected)
                    : altered(Message.of("LINE_HASH_OTHER"));
        }
        boolean standsInItsPlace = nextFits || fits(read, expected, before);
        if (standsInItsPlace || nextIsNext && lineOfExpected == 0) {
            return altered(Message.of("LINE_POSITION_OTHER", "position", position));
        }
        if (position < expected) {
            // Positions stand without gaps up to here, one a line below the first.
            return inserted(isRepeated ? "LEDGER_REPEATED" : "LEDGER_INSERTED", position + 1, position);
        }
        if (lineOfExpected > 0) {
            return Message.of(
                    "LEDGER_REORDERED",
                    "file",
                    ExportFiles.LEDGER,
                    "line",
                    line,
                    "position",
                    expected,
                    "found",
                    position,
                    "elsewhere",
                    lineOfExpected);
        }
        return Message.of(
                "LEDGER_MISSING", "file", ExportFiles.LEDGER, "line", line, "from", expected, "to", position - 1);
    }

    private Message altered(Message reason) {
        return Message.of(
                "LEDGER_ALTERED", "file", ExportFiles.LEDGER, "line", line, "position", expected, "reason", reason);
    }

    private Message inserted(String code, long elsewhere, long position) {
        return Message.of(code, "file", ExportFiles.LEDGER, "line", line, "position", position, "elsewhere", elsewhere);
    }
}
