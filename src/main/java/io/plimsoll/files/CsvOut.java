package io.plimsoll.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes CSV the one way this house does: UTF-8 without BOM, LF, quotes only where a field needs them. Does not close
 * the stream it writes to.
 *
 * @see "docs/files.md"
 */
public final class CsvOut {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_PLAIN = 1000;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int size;
    private int fieldsInRow;
    private boolean rowIsOneBlank;

    public CsvOut(OutputStream out) {
        this.out = out;
    }

    /** Adds a text to the row. */
    public CsvOut field(String text) throws IOException {
        separate();
        rowIsOneBlank = fieldsInRow == 1 && text.isEmpty();
        if (!isWrittenPlainly(text)) {
            write(encode(text));
        }
        return this;
    }

    /** Writes a text that is as it stands: short, ASCII, without anything to be quoted. Most are. */
    private boolean isWrittenPlainly(String text) throws IOException {
        int length = text.length();
        if (length > LONGEST_PLAIN) {
            return false;
        }
        reserve(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c > '~' || c == ',' || c == '"' || c == '\n' || c == '\r') {
                return false;
            }
            buffer[size + i] = (byte) c;
        }
        size += length;
        return true;
    }

    /** Adds a text that {@link #encode} has made ready: for texts that come again and again. */
    public CsvOut field(byte[] encoded) throws IOException {
        separate();
        rowIsOneBlank = fieldsInRow == 1 && encoded.length == 0;
        write(encoded);
        return this;
    }

    /** Adds a whole number to the row. */
    public CsvOut field(long number) throws IOException {
        separate();
        rowIsOneBlank = false;
        if (number < 0) {
            write(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
            return this;
        }
        reserve(LONGEST_NUMBER);
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int at = size + digits - 1; at >= size; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
        return this;
    }

    /** Ends the row. A row of one blank field is written as {@code ""}, since a blank line would be no row. */
    public void endRow() throws IOException {
        if (rowIsOneBlank) {
            write(new byte[] {'"', '"'});
        }
        reserve(1);
        buffer[size++] = '\n';
        fieldsInRow = 0;
        rowIsOneBlank = false;
    }

    /** A row of texts. */
    public void row(String... texts) throws IOException {
        for (String text : texts) {
            field(text);
        }
        endRow();
    }

    /** Hands everything on to the stream, and flushes it. */
    public void flush() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
        out.flush();
    }

    /** The bytes of a field with quotes where a comma, a quote or a line end asks for them. */
    public static byte[] encode(String text) {
        return (needsQuotes(text) ? '"' + text.replace("\"", "\"\"") + '"' : text).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    private void separate() throws IOException {
        if (fieldsInRow++ > 0) {
            reserve(1);
            buffer[size++] = ',';
        }
    }

    private void write(byte[] bytes) throws IOException {
        if (bytes.length > BUFFER_BYTES) {
            out.write(buffer, 0, size);
            size = 0;
            out.write(bytes);
            return;
        }
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    private void reserve(int bytes) throws IOException {
        if (size + bytes > BUFFER_BYTES) {
            out.write(buffer, 0, size);
            size = 0;
        }
    }
}
