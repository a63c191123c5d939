package io.plimsoll.service.leads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What may be attached to a lead, told by its content. */
public enum AttachmentKind {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    TEXT("text/plain", "txt", "csv", "md", "log"),
    /** A workbook without macros. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private static final byte[] PNG_BEGINS = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG_BEGINS = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] ZIP_BEGINS = {'P', 'K', 3, 4};
    private static final int MOST_PARTS = 2000;
    private static final int BUFFER = 1 << 16;
    private static final long MOST_UNPACKED = 128L << 20;
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    /** What a browser could take for a page, whatever it is called. */
    private static final Pattern MARKUP =
            Pattern.compile("(?i)^\\s*<|<\\s*(script|svg|html|iframe|object|embed|!doctype|\\?xml)");

    private final String mediaType;
    private final List<String> endings;

    AttachmentKind(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    /** As it goes out. */
    String mediaType() {
        return mediaType;
    }

    /** Whether a name ends as names of this kind do. */
    boolean isNamedSo(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(ending -> lower.endsWith("." + ending));
    }

    /** The kind of a content; nothing where it is none of these. */
    static Optional<AttachmentKind> of(byte[] content) {
        if (begins(content, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
            return Optional.of(PDF);
        }
        if (begins(content, PNG_BEGINS)) {
            return Optional.of(PNG);
        }
        if (begins(content, JPEG_BEGINS)) {
            return Optional.of(JPEG);
        }
        if (begins(content, ZIP_BEGINS)) {
            return isWorkbook(content) ? Optional.of(XLSX) : Optional.empty();
        }
        return text(content).filter(text -> !MARKUP.matcher(text).find()).map(text -> TEXT);
    }

    private static boolean begins(byte[] content, byte[] with) {
        return content.length >= with.length && Arrays.equals(content, 0, with.length, with, 0, with.length);
    }

    /** The names of the parts say it; no more is unpacked than a workbook of that size can hold. */
    private static boolean isWorkbook(byte[] content) {
        Set<String> parts = new HashSet<>();
        byte[] buffer = new byte[BUFFER];
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                String name = part.getName().toLowerCase(Locale.ROOT);
                if (!parts.add(name) || parts.size() > MOST_PARTS || name.contains("vbaproject")) {
                    return false;
                }
                for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
                    unpacked += count;
                    if (unpacked > MOST_UNPACKED) {
                        return false;
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return false;
        }
        return parts.contains("[content_types].xml") && parts.contains("xl/workbook.xml");
    }

    /** The content as text, in UTF-8 or as Windows writes Chinese; nothing where it holds what no text does. */
    static Optional<String> text(byte[] content) {
        for (Charset charset : CHARSETS) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
                boolean isText = text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t');
                return isText ? Optional.of(text) : Optional.empty();
            } catch (CharacterCodingException another) {
                // The next one may do.
            }
        }
        return Optional.empty();
    }
}
