package io.plimsoll.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which encoding a text is in. Only a text that is valid from its first byte to its last counts: UTF-8 if it is that, else
 * GB18030, as Excel writes CSV on a Chinese Windows. Chinese in GB18030 is valid UTF-8 by a rare accident only, and then
 * the preview shows it.
 */
final class Encoding {

    static final Charset GB18030 = Charset.forName("GB18030");

    private static final int BUFFER = 1 << 16;

    private Encoding() {}

    /** How a text begins, where that says what it is. */
    enum Mark {
        NONE,
        UTF_8,
        UTF_16
    }

    /**
     * A place that is not in the encoding.
     *
     * @param at byte of the file, from 1
     * @param line of the file, from 1
     */
    record Place(long at, long line) {}

    static Mark mark(Path file) throws IOException {
        byte[] first = head(file, 3);
        if (first.length >= 3 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF) {
            return Mark.UTF_8;
        }
        boolean little = first.length >= 2 && first[0] == (byte) 0xFF && first[1] == (byte) 0xFE;
        boolean big = first.length >= 2 && first[0] == (byte) 0xFE && first[1] == (byte) 0xFF;
        return little || big ? Mark.UTF_16 : Mark.NONE;
    }

    static byte[] head(Path file, int bytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(bytes);
        }
    }

    static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The first place that isn't in an encoding; empty where the whole file is. */
    static Optional<Place> firstBad(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = strict(charset);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        long at = 0;
        long line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            boolean end = false;
            while (!end) {
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = count < 0;
                bytes.position(bytes.position() + Math.max(0, count)).flip();
                CoderResult result = decoder.decode(bytes, chars.clear(), end);
                for (int i = 0; i < bytes.position(); i++) {
                    line += bytes.get(i) == '\n' ? 1 : 0;
                }
                at += bytes.position();
                if (result.isError()) {
                    return Optional.of(new Place(at + 1, line));
                }
                bytes.compact();
            }
        }
        return Optional.empty();
    }
}
