package io.plimsoll.service.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The table of {@code docs/rights.md}: what each endpoint answers to each role. */
final class Matrix {

    static final Path FILE = Path.of("docs/rights.md");

    private final Map<Endpoint, Map<String, String>> rows = new TreeMap<>();

    private Matrix() {}

    static Matrix read() {
        Matrix matrix = new Matrix();
        List<String> columns = List.of();
        try {
            for (String line : Files.readAllLines(FILE)) {
                if (line.startsWith("| endpoint")) {
                    columns = cells(line);
                } else if (line.startsWith("| `")) {
                    matrix.add(columns, cells(line));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return matrix;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|"))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }

    private void add(List<String> columns, List<String> cells) {
        String[] methodAndPath = cells.get(0).split(" ");
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 1; i < columns.size(); i++) {
            answers.put(columns.get(i), cells.get(i));
        }
        if (rows.put(new Endpoint(methodAndPath[0], methodAndPath[1]), answers) != null) {
            throw new IllegalStateException(cells.get(0) + " stands twice in " + FILE);
        }
    }

    TreeSet<Endpoint> endpoints() {
        return new TreeSet<>(rows.keySet());
    }

    /** Expected answers by who asks: a status, or two of them, for an own row and another's. */
    Map<String, String> answers(Endpoint endpoint) {
        return rows.get(endpoint);
    }

    List<Endpoint> all() {
        return new ArrayList<>(rows.keySet());
    }
}
