package io.plimsoll.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cycle folders for tests of the whole program: the county of the project, shared ones, and altered copies of them. */
final class CycleCopy {

    private static final Path COUNTY = Path.of("docs", "county");
    private static final Path SHARED = Path.of("..", "shared");

    private CycleCopy() {}

    /** A copy of the county that ships with the project, so it is there in every checkout. */
    static Path county(Path target) throws IOException {
        return of(COUNTY, target);
    }

    /** A shared cycle folder; the test is skipped where it is missing. */
    static Path shared(String name) {
        Path folder = SHARED.resolve(name);
        assumeTrue(Files.isDirectory(folder), "skipped: " + folder + " is not beside this checkout");
        return folder;
    }

    /** A plain copy. */
    static Path of(Path cycle, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(cycle)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(cycle.relativize(file).toString()));
            }
        }
        return target;
    }

    /** A copy with its lines in another order, CRLF and a BOM; only for files without line ends inside quotes. */
    static Path shuffled(Path cycle, Path target, long seed) throws IOException {
        of(cycle, target);
        Random random = new Random(seed);
        try (Stream<Path> files = Files.walk(target)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                List<String> lines = new ArrayList<>(Files.readAllLines(file));
                Collections.shuffle(lines.subList(1, lines.size()), random);
                Files.writeString(file, "\uFEFF" + String.join("\r\n", lines) + "\r\n");
            }
        }
        return target;
    }

    /** Replaces a part of one file. */
    static Path altered(Path folder, String file, String part, String other) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        if (!text.contains(part)) {
            throw new IllegalArgumentException(file + " does not hold " + part);
        }
        Files.writeString(path, text.replaceFirst(Pattern.quote(part), other));
        return folder;
    }

    /** Every file below a folder by its relative name, hidden ones too, with a digest of its bytes. */
    static Map<String, String> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> folder.relativize(file).toString(), CycleCopy::bytes, (a, b) -> a, TreeMap::new));
        }
    }

    /** Every path below a folder, hidden ones and folders too. */
    static List<String> everything(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !path.equals(folder))
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    private static String bytes(Path file) {
        try {
            return Integer.toHexString(Arrays.hashCode(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
