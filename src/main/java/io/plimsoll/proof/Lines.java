package io.plimsoll.proof;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a file as bytes, each up to its LF; keeps one of them at a time. */
final class Lines implements Closeable {

    /** An entry's content has at most 16 MiB, and each byte of it at most two in its line. */
    private static final int LONGEST_BYTES = 34 << 20;

    private static final int BUFFER_BYTES = 1 << 14;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;
    private byte[] line = new byte[1024];
    private boolean ended = true;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line without its line end; null behind the last, and behind one that is longer than any may be. */
    byte[] next() throws IOException {
        if (!ended) {
            return null;
        }
        int length = 0;
        ended = false;
        while (!ended && length <= LONGEST_BYTES && (from < to || fill())) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            if (line.length < length + end - from) {
                line = Arrays.copyOf(line, Math.max(2 * line.length, length + end - from));
            }
            System.arraycopy(buffer, from, line, length, end - from);
            length += end - from;
            ended = end < to;
            from = Math.min(end + 1, to);
        }
        if (!ended && length == 0) {
            return null;
        }
        number++;
        return Arrays.copyOf(line, length);
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
