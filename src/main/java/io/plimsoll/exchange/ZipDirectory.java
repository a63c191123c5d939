package io.plimsoll.exchange;

import io.plimsoll.message.Message;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the directory that stands at the end of a zip and checks it before anything is unpacked: how many entries there
 * are, and that none is encrypted, a link, there twice, or named so that it could stand outside its folder.
 *
 * @see "APPNOTE.TXT 4.3: .ZIP file format"
 */
final class ZipDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int END_BYTES = 22;
    private static final int ENTRY_BYTES = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;

    /** Room for the names and the remarks of each entry. */
    private static final int MOST_BYTES_OF_ENTRY = 4096;

    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int NAME_IS_UTF8 = 1 << 11;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int KIND_OF_FILE = 0xF000;
    private static final int LINK = 0xA000;

    private final int mostEntries;
    private final List<String> names = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private ZipDirectory(int mostEntries) {
        this.mostEntries = mostEntries;
    }

    /**
     * The names of all entries in the order of the directory, with {@code /} between folders and behind one.
     *
     * @throws ExchangeRefused where something about it can't be taken
     */
    static List<String> names(Path file, int mostEntries) throws ExchangeRefused, IOException {
        ZipDirectory directory = new ZipDirectory(mostEntries);
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            directory.read(in);
        }
        return directory.names;
    }

    private void read(RandomAccessFile in) throws ExchangeRefused, IOException {
        long length = in.length();
        ByteBuffer tail = bytes(in, Math.max(0, length - END_BYTES - LONGEST_COMMENT), length);
        int end = tail.limit() - END_BYTES;
        while (end >= 0 && !isEnd(tail, end)) {
            end--;
        }
        if (end < 0) {
            throw broken();
        }
        int count = tail.getShort(end + 10) & 0xFFFF;
        long size = tail.getInt(end + 12) & 0xFFFFFFFFL;
        long offset = tail.getInt(end + 16) & 0xFFFFFFFFL;
        if (count > mostEntries || size > (long) mostEntries * MOST_BYTES_OF_ENTRY) {
            throw new ExchangeRefused(Message.of("ZIP_TOO_MANY", "limit", mostEntries));
        }
        boolean isOneDisk = tail.getInt(end + 4) == 0 && (tail.getShort(end + 8) & 0xFFFF) == count;
        if (!isOneDisk || offset + size != length - tail.limit() + end) {
            throw broken();
        }
        ByteBuffer entries = bytes(in, offset, offset + size);
        for (int i = 0; i < count; i++) {
            entry(entries);
        }
        if (entries.hasRemaining()) {
            throw broken();
        }
    }

    private static boolean isEnd(ByteBuffer tail, int at) {
        return tail.getInt(at) == END_SIGNATURE && at + END_BYTES + (tail.getShort(at + 20) & 0xFFFF) == tail.limit();
    }

    private void entry(ByteBuffer in) throws ExchangeRefused {
        int at = in.position();
        if (in.remaining() < ENTRY_BYTES || in.getInt(at) != ENTRY_SIGNATURE) {
            throw broken();
        }
        int flags = in.getShort(at + 8);
        int method = in.getShort(at + 10);
        int nameLength = in.getShort(at + 28) & 0xFFFF;
        int rest = (in.getShort(at + 30) & 0xFFFF) + (in.getShort(at + 32) & 0xFFFF);
        int mode = in.getShort(at + 40);
        if (in.remaining() < ENTRY_BYTES + nameLength + rest || nameLength == 0) {
            throw broken();
        }
        byte[] raw = new byte[nameLength];
        in.position(at + ENTRY_BYTES).get(raw).position(in.position() + rest);
        String name = name(raw, (flags & NAME_IS_UTF8) != 0);
        if ((flags & ENCRYPTED) != 0) {
            throw new ExchangeRefused(Message.of("ZIP_ENCRYPTED", "name", name));
        }
        if ((mode & KIND_OF_FILE) == LINK) {
            throw new ExchangeRefused(Message.of("ZIP_LINK", "name", name));
        }
        if (method != STORED && method != DEFLATED) {
            throw broken();
        }
        if (isOutside(name)) {
            throw new ExchangeRefused(Message.of("ZIP_PATH", "name", name));
        }
        if (!seen.add(name.toLowerCase(Locale.ROOT))) {
            throw new ExchangeRefused(Message.of("ZIP_TWICE", "name", name));
        }
        names.add(name);
    }

    /** Whether the name is anything else than folders and a file below where the zip is unpacked. */
    private static boolean isOutside(String name) {
        String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (String part : plain.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\0') >= 0) {
                return true;
            }
        }
        return name.matches("(?s)[A-Za-z]:.*");
    }

    /** Windows packs Chinese names in its own encoding without saying so, and older programs write its separator. */
    private static String name(byte[] raw, boolean utf8) {
        List<Charset> charsets =
                utf8 ? List.of(StandardCharsets.UTF_8) : List.of(StandardCharsets.UTF_8, Encoding.GB18030);
        for (Charset charset : charsets) {
            try {
                return charset.newDecoder()
                        .decode(ByteBuffer.wrap(raw))
                        .toString()
                        .replace('\\', '/');
            } catch (CharacterCodingException another) {
                // The next one may do; the last takes everything.
            }
        }
        return new String(raw, StandardCharsets.ISO_8859_1).replace('\\', '/');
    }

    private static ByteBuffer bytes(RandomAccessFile in, long from, long to) throws ExchangeRefused, IOException {
        if (from < 0 || to > in.length()) {
            throw broken();
        }
        byte[] bytes = new byte[(int) (to - from)];
        in.seek(from);
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static ExchangeRefused broken() {
        return new ExchangeRefused(Message.of("ZIP_BROKEN"));
    }
}
