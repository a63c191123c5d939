package io.plimsoll.files;

import io.plimsoll.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Characters of a UTF-8 file: drops a BOM, turns CRLF into LF, and stops at bytes that are no UTF-8 and at a CR without
 * its LF. What stands before such a place is still handed out, so that an earlier error is found first.
 */
final class Utf8Reader extends Reader {

    /** The characters of the file end here, with an error. */
    static final class BadText extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient Message expected;

        private BadText(String code) {
            super(code);
            expected = Message.of(code);
        }

        Message expected() {
            return expected;
        }
    }

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private boolean atStart = true;
    private boolean atEnd;
    private boolean heldCr;
    private BadText failure;

    Utf8Reader(InputStream in) {
        this.in = in;
    }

    /** Reads some characters; there must be room for two. */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length < 2) {
            throw new IllegalArgumentException("no room for a character beyond the basic plane");
        }
        while (true) {
            if (failure != null) {
                throw failure;
            }
            CharBuffer chars = CharBuffer.wrap(target, offset, length);
            CoderResult result = decoder.decode(bytes, chars, atEnd);
            int count = clean(target, offset, chars.position() - offset);
            if (result.isError() && failure == null) {
                failure = new BadText("EXPECTED_UTF8");
            }
            if (count > 0) {
                return count;
            }
            if (failure == null && result.isUnderflow()) {
                if (atEnd) {
                    return end();
                }
                fill();
            }
        }
    }

    private int end() throws IOException {
        if (heldCr) {
            failure = new BadText("EXPECTED_LINE_END");
            throw failure;
        }
        return -1;
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            atEnd = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    /** Drops a BOM and the CR of every CRLF; answers how many characters are left. */
    private int clean(char[] text, int offset, int count) {
        int from = offset;
        int end = offset + count;
        if (atStart && count > 0) {
            atStart = false;
            if (text[from] == '\uFEFF') {
                from++;
            }
        }
        if (from == offset && !heldCr && indexOfCr(text, from, end) == end) {
            return count;
        }
        int to = offset;
        for (int i = from; i < end; i++) {
            char c = text[i];
            if (heldCr && c != '\n') {
                failure = new BadText("EXPECTED_LINE_END");
                return to - offset;
            }
            heldCr = c == '\r';
            if (!heldCr) {
                text[to++] = c;
            }
        }
        return to - offset;
    }

    private static int indexOfCr(char[] text, int from, int end) {
        int at = from;
        while (at < end && text[at] != '\r') {
            at++;
        }
        return at;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
