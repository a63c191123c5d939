package io.plimsoll.proof;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a file as bytes, each up to its LF; keeps one of them at a time. */
final class Lines implements Closeable {

    /** An entry's content has at most 16 MiB, and each byte of it at most two in its line. */
    private static final int LONGEST_BYTES = 34 << 20;

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;
    private boolean ended = true;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line without its line end; null behind the last. */
    byte[] next() throws IOException {
        byte[] line = new byte[0];
        while (from < to || fill()) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line = joined(line, end);
            from = Math.min(end + 1, to);
            ended = end < to;
            if (ended || line.length > LONGEST_BYTES) {
                number++;
                return line;
            }
        }
        if (line.length == 0) {
            return null;
        }
        number++;
        return line;
    }

    private byte[] joined(byte[] line, int end) {
        byte[] longer = Arrays.copyOf(line, line.length + end - from);
        System.arraycopy(buffer, from, longer, line.length, end - from);
        return longer;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }

    /** Whether the last line had its LF; otherwise the file ends with it, or it is longer than any line may be. */
    boolean isEnded() {
        return ended;
    }

    /** The number of the last line, from 1. */
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
