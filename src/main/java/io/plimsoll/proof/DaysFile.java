package io.plimsoll.proof;

import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Malformed;
import io.plimsoll.ledger.SealedDay;
import io.plimsoll.message.Message;
import java.io.Closeable;
import java.io.IOException;

/** Compares days.tsv with the days that the entries make, one after the other. */
final class DaysFile implements Closeable {

    private static final String FILE = ExportFiles.DAYS;

    private final Lines lines;
    private final Findings findings;

    /** The next day that the file states and that has not been compared; null behind the last. */
    private SealedDay stated;

    private DaysFile(Lines lines, Findings findings) {
        this.lines = lines;
        this.findings = findings;
    }

    /** Begins to read the file, which must be there. */
    static DaysFile open(ExportSource source, Hash genesis, Findings findings) throws IOException {
        DaysFile days = new DaysFile(new Lines(source.open(FILE)), findings);
        try {
            FirstLine.check(days.lines, FILE, ExportFiles.firstLineOfDays(genesis), findings);
            days.advance();
        } catch (IOException failed) {
            days.close();
            throw failed;
        }
        return days;
    }

    /** Goes to the next line that states a day, and names those that don't. */
    private void advance() throws IOException {
        stated = null;
        byte[] line = lines.next();
        while (line != null) {
            stated = parse(line);
            line = stated == null ? lines.next() : null;
        }
    }

    private SealedDay parse(byte[] line) {
        Message reason = Message.of("LINE_NO_END");
        try {
            if (lines.isEnded()) {
                return SealedDay.parse(line);
            }
        } catch (Malformed flawed) {
            reason = flawed.reason();
        }
        findings.add(Message.of("LEDGER_DAY_LINE", "file", FILE, "line", lines.number(), "reason", reason));
        return null;
    }

    /** Compares with the next day that the entries make. */
    void expect(SealedDay made) throws IOException {
        while (stated != null && stated.first() < made.first() && !stated.date().equals(made.date())) {
            nameStranger();
        }
        if (stated == null || stated.first() > made.first() && !stated.date().equals(made.date())) {
            findings.add(about("LEDGER_DAY_MISSING", made));
        } else {
            compare(made);
            advance();
        }
    }

    private void compare(SealedDay made) {
        boolean isSameRange =
                stated.date().equals(made.date()) && stated.first() == made.first() && stated.last() == made.last();
        if (isSameRange && !stated.root().equals(made.root())) {
            findings.add(about("LEDGER_DAY_ROOT", made));
        } else if (!stated.equals(made)) {
            findings.add(about("LEDGER_DAY_DIFFERS", made));
        }
    }

    private Message about(String code, SealedDay made) {
        return Message.of(
                code,
                "file",
                FILE,
                "line",
                lines.number(),
                "day",
                made.date(),
                "first",
                made.first(),
                "last",
                made.last());
    }

    /** Names what is left once all entries have been read. */
    void end() throws IOException {
        while (stated != null) {
            nameStranger();
        }
    }

    private void nameStranger() throws IOException {
        findings.add(Message.of("LEDGER_DAY_STRANGER", "file", FILE, "line", lines.number(), "day", stated.date()));
        advance();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
