package io.plimsoll.service.uploads;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Cycle folders as people send them. */
public final class SentFiles {

    private static final Path COUNTY = Path.of("docs/county");

    /** Months that have been used, from the year 2000 on; other tests have other centuries. */
    private static final AtomicInteger MONTHS = new AtomicInteger();

    private SentFiles() {}

    /** A cycle of the county in a past month of its own, so that no two tests want the same one. */
    static Map<String, byte[]> county() {
        int month = MONTHS.getAndIncrement();
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(COUNTY)) {
            for (Path file :
                    all.filter(each -> each.toString().endsWith(".csv")).toList()) {
                files.put(COUNTY.relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        String period = "%d-%02d".formatted(2000 + month / 12, 1 + month % 12);
        alter(files, "cycle.csv", "2026-11-w3", period + "-w3");
        alter(files, "cycle.csv", ",2026-11,", "," + period + ",");
        return files;
    }

    /** A folder below the build's own, which is deleted with it. */
    static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/uploads-test")), "cycle-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The name of a cycle. */
    static String name(Map<String, byte[]> files) {
        return text(files, "cycle.csv").split("\n")[1].split(",")[0];
    }

    static String text(Map<String, byte[]> files, String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    /** Replaces the first place where a text stands, which must be there. */
    static void alter(Map<String, byte[]> files, String file, String from, String to) {
        String text = text(files, file);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException(file + " does not hold " + from);
        }
        String altered = text.substring(0, at) + to + text.substring(at + from.length());
        files.put(file, altered.getBytes(StandardCharsets.UTF_8));
    }

    /** A zip of files by their names in it. */
    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Writes what is in a zip into a folder. */
    static void unpack(byte[] zipped, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
    }
}
