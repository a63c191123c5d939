package io.plimsoll.proof;

import io.plimsoll.message.Message;
import io.plimsoll.text.CodePoints;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files of an export, wherever they stand. A zip is read as it is and never unpacked, so the names in it can do no
 * harm, and what it would unpack to needs no room.
 */
final class ExportSource implements Closeable {

    /** Opens one file. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    /** A zip, or a file in it, that can't be read to its end. */
    static final class Damaged extends IOException {

        private static final long serialVersionUID = 1L;

        private final String file;

        private Damaged(String file) {
            super(file);
            this.file = file;
        }

        String file() {
            return file;
        }
    }

    /** A file in a zip, which says of itself where it is damaged. */
    private static final class Unpacking extends FilterInputStream {

        private final String name;

        private Unpacking(String name, InputStream in) {
            super(in);
            this.name = name;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (ZipException | EOFException damaged) {
                throw new Damaged(name);
            }
        }
    }

    private final SortedMap<String, Opening> files = new TreeMap<>(CodePoints.ORDER);
    private final List<String> twice = new ArrayList<>();
    private final Closeable place;

    private ExportSource(Closeable place) {
        this.place = place;
    }

    /**
     * The files of a folder or a zip.
     *
     * @throws ProofRefused when it is neither
     */
    static ExportSource of(Path export) throws ProofRefused, IOException {
        if (Files.isDirectory(export)) {
            return folder(export);
        }
        if (!Files.isRegularFile(export) || !isZip(export)) {
            throw new ProofRefused(Message.of("EXPORT_NONE", "export", export));
        }
        return zip(export);
    }

    /** Files that stand nowhere but in memory, or are made to fail. */
    static ExportSource of(SortedMap<String, Opening> files) {
        ExportSource source = new ExportSource(() -> {});
        source.files.putAll(files);
        return source;
    }

    private static ExportSource folder(Path folder) throws IOException {
        ExportSource source = new ExportSource(() -> {});
        source.list(folder, "");
        if (Files.isDirectory(folder.resolve(ExportFiles.RUNS))) {
            source.list(folder.resolve(ExportFiles.RUNS), ExportFiles.RUNS + "/");
        }
        return source;
    }

    private void list(Path folder, String prefix) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            all.forEach(file -> {
                String name = prefix + file.getFileName();
                if (!name.equals(ExportFiles.RUNS) || !Files.isDirectory(file)) {
                    files.put(name, () -> Files.newInputStream(file));
                }
            });
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(2);
            return head.length == 2 && head[0] == 'P' && head[1] == 'K';
        }
    }

    private static ExportSource zip(Path file) throws IOException {
        ZipFile zip;
        List<? extends ZipEntry> entries;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
            entries = zip.stream().toList();
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            throw new Damaged(file.getFileName().toString());
        }
        ExportSource source = new ExportSource(zip);
        String top = topFolder(entries);
        for (ZipEntry entry : entries) {
            String name = entry.getName().substring(top.length());
            boolean isOwnFolder = name.isEmpty() || name.equals(ExportFiles.RUNS + "/");
            if (!isOwnFolder && source.files.put(name, () -> new Unpacking(name, zip.getInputStream(entry))) != null) {
                source.twice.add(name);
            }
        }
        return source;
    }

    /** The one folder that everything stands in, as systems pack it; blank where there is none. */
    private static String topFolder(List<? extends ZipEntry> entries) {
        String first = entries.isEmpty() ? "" : entries.get(0).getName();
        String top = first.substring(0, first.indexOf('/') + 1);
        boolean holdsAll = entries.stream().allMatch(entry -> entry.getName().startsWith(top));
        return holdsAll && !top.equals(ExportFiles.RUNS + "/") ? top : "";
    }

    /** All files, and folders that are none of an export; sorted. */
    Iterable<String> names() {
        return files.keySet();
    }

    /** Files that a zip holds more than once. */
    List<String> twice() {
        return twice;
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    /** The content of a file that is there. */
    InputStream open(String name) throws IOException {
        try {
            return files.get(name).open();
        } catch (ZipException damaged) {
            throw new Damaged(name);
        }
    }

    @Override
    public void close() throws IOException {
        place.close();
    }
}
