package io.plimsoll.service.policies;

import io.plimsoll.message.Message;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The files of a policy as they are handed in, by the names that {@code files} knows, such as {@code policy/floats.csv}:
 * single tables, or a zip of them. A zip may hold a whole cycle; then what is in its folder {@code policy} counts. Takes no
 * more than its limits, whatever a zip unfolds to.
 */
final class PolicyFiles {

    /** Most bytes of all tables together: some 200,000 rows. */
    static final int MOST_BYTES = 8 << 20;

    private static final int MOST_FILES = 64;
    private static final long MOST_UNFOLDED = 64L << 20;
    private static final String FOLDER = "policy/";
    private static final int BUFFER = 1 << 14;

    /** What every zip entry says of its time, so that the same policy is the same zip. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private int bytes;
    private long unfolded;

    /** All that was handed in. */
    SortedMap<String, byte[]> files() {
        return new TreeMap<>(files);
    }

    /** Takes a file by what it holds: a zip of tables, or one table. */
    void add(String name, byte[] content) {
        if (content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4) {
            addZip(content);
        } else {
            addTable(name, content);
        }
    }

    /** Takes one table; of its name only the last part counts. */
    void addTable(String name, byte[] content) {
        bytes += content.length;
        if (bytes > MOST_BYTES || files.size() >= MOST_FILES) {
            throw tooLarge();
        }
        if (files.put(FOLDER + baseName(name), content) != null) {
            throw Refused.field("files", Message.of("POLICY_FILE_TWICE", "file", baseName(name)));
        }
    }

    private static String baseName(String name) {
        String path = name == null ? "" : name.replace('\\', '/');
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void addZip(byte[] content) {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                boolean isTable = entry.getName().endsWith(".csv");
                byte[] table = read(zip, isTable);
                if (isTable) {
                    entries.put(entry.getName().replace('\\', '/'), table);
                }
                if (entries.size() > MOST_FILES) {
                    throw tooLarge();
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw Refused.field("files", Message.of("POLICY_ZIP_BROKEN"));
        }
        boolean hasFolder = entries.keySet().stream().anyMatch(PolicyFiles::isInFolder);
        entries.forEach((name, table) -> {
            if (!hasFolder || isInFolder(name)) {
                addTable(name, table);
            }
        });
    }

    private static boolean isInFolder(String name) {
        return name.startsWith(FOLDER) || name.contains('/' + FOLDER);
    }

    /** Reads an entry to its end; of what is no table nothing is kept. */
    private byte[] read(InputStream in, boolean isTable) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            unfolded += count;
            if (unfolded > MOST_UNFOLDED || isTable && kept.size() + count > MOST_BYTES) {
                throw tooLarge();
            }
            if (isTable) {
                kept.write(buffer, 0, count);
            }
        }
        return kept.toByteArray();
    }

    static Refused tooLarge() {
        return new Refused(Problem.TOO_LARGE, Message.of("POLICY_TOO_LARGE", "most", MOST_BYTES >> 20));
    }

    /** The files as one zip; the same for the same files. */
    static byte[] zip(SortedMap<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
