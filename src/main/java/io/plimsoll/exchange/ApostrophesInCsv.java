package io.plimsoll.exchange;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;

/**
 * Takes the apostrophes of {@link Apostrophes} off the fields of a CSV text that may be anything but well made: every
 * other character passes as it is.
 */
final class ApostrophesInCsv {

    private enum State {
        START,
        START_IN_QUOTES,
        BARE,
        IN_QUOTES,
        BEHIND_QUOTE
    }

    private final Reader in;
    private final Writer out;
    private State state = State.START;
    private int held;

    ApostrophesInCsv(Reader in, Writer out) {
        this.in = in;
        this.out = out;
    }

    void take() throws IOException {
        int c = in.read();
        while (c >= 0) {
            next((char) c);
            c = in.read();
        }
        release(false);
    }

    private void next(char c) throws IOException {
        boolean atStart = state == State.START || state == State.START_IN_QUOTES;
        if (atStart && c == '\'') {
            held++;
            return;
        }
        state = switch (state) {
            case START -> {
                boolean endsField = c == ',' || c == '\n' || c == '\r';
                boolean opens = held == 0 && c == '"';
                release(!endsField && Apostrophes.beginsFormula(c));
                yield opens ? State.START_IN_QUOTES : bare(c);
            }
            case START_IN_QUOTES -> {
                release(c != '"' && Apostrophes.beginsFormula(c));
                yield c == '"' ? State.BEHIND_QUOTE : State.IN_QUOTES;
            }
            case IN_QUOTES -> c == '"' ? State.BEHIND_QUOTE : State.IN_QUOTES;
            case BEHIND_QUOTE -> c == '"' ? State.IN_QUOTES : bare(c);
            case BARE -> bare(c);
        };
        out.write(c);
    }

    private static State bare(char c) {
        return c == ',' || c == '\n' ? State.START : State.BARE;
    }

    /** Writes the apostrophes at the beginning of a field, but for the one in front of a formula. */
    private void release(boolean formula) throws IOException {
        int count = formula && held > 0 ? held - 1 : held;
        for (int i = 0; i < count; i++) {
            out.write('\'');
        }
        held = 0;
    }
}
