package io.plimsoll.policy;

import io.plimsoll.text.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Two release policies, cell by cell. Names don't count: policies of equal content differ in nothing.
 *
 * @param before version of the first policy
 * @param after version of the second
 * @param changes by table, key and column
 */
public record PolicyComparison(String before, String after, List<CellChange> changes) {

    private static final Comparator<List<String>> BY_KEY = (left, right) -> {
        int order = 0;
        for (int column = 0; order == 0 && column < left.size(); column++) {
            order = CodePoints.ORDER.compare(left.get(column), right.get(column));
        }
        return order;
    };

    public PolicyComparison {
        changes = List.copyOf(changes);
    }

    /**
     * Compares two policies.
     *
     * @param sheetsBefore all tables of the first policy, those without rows too
     * @param sheetsAfter the same tables of the second, in the same order
     * @throws IllegalArgumentException when they are other tables
     */
    public static PolicyComparison of(
            String before, List<PolicySheet> sheetsBefore, String after, List<PolicySheet> sheetsAfter) {
        if (!names(sheetsBefore).equals(names(sheetsAfter))) {
            throw new IllegalArgumentException(names(sheetsBefore) + " beside " + names(sheetsAfter));
        }
        List<CellChange> changes = new ArrayList<>();
        for (int i = 0; i < sheetsBefore.size(); i++) {
            compare(sheetsBefore.get(i), sheetsAfter.get(i), changes);
        }
        return new PolicyComparison(before, after, changes);
    }

    private static List<String> names(List<PolicySheet> sheets) {
        return sheets.stream().map(PolicySheet::name).toList();
    }

    private static void compare(PolicySheet before, PolicySheet after, List<CellChange> changes) {
        Map<List<String>, List<String>> rowsBefore = byKey(before);
        Map<List<String>, List<String>> rowsAfter = byKey(after);
        SortedMap<List<String>, List<String>> keys = new TreeMap<>(BY_KEY);
        keys.putAll(rowsBefore);
        keys.putAll(rowsAfter);
        for (List<String> key : keys.keySet()) {
            Map<String, String> named = named(before, key);
            for (int column = before.keyColumns(); column < before.columns().size(); column++) {
                Optional<String> old = cell(rowsBefore.get(key), column);
                Optional<String> now = cell(rowsAfter.get(key), column);
                if (!old.equals(now)) {
                    changes.add(new CellChange(
                            before.name(), named, before.columns().get(column), old, now));
                }
            }
        }
    }

    private static Map<List<String>, List<String>> byKey(PolicySheet sheet) {
        Map<List<String>, List<String>> rows = new TreeMap<>(BY_KEY);
        sheet.rows().forEach(row -> rows.put(row.subList(0, sheet.keyColumns()), row));
        return rows;
    }

    private static Map<String, String> named(PolicySheet sheet, List<String> key) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int column = 0; column < key.size(); column++) {
            named.put(sheet.columns().get(column), key.get(column));
        }
        return named;
    }

    private static Optional<String> cell(List<String> row, int column) {
        return Optional.ofNullable(row).map(values -> values.get(column));
    }

    /** Whether both say the same. */
    public boolean isEqual() {
        return changes.isEmpty();
    }

    /** How many cells were added, removed or changed. */
    public int count(CellChange.Kind kind) {
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** The changes by table, in the order of the tables; none without a change. */
    public Map<String, List<CellChange>> byTable() {
        return changes.stream()
                .collect(Collectors.groupingBy(CellChange::table, LinkedHashMap::new, Collectors.toList()));
    }
}
