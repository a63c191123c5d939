package io.plimsoll.service.policies;

import io.plimsoll.files.PolicyVersion;
import io.plimsoll.policy.CellChange;
import io.plimsoll.policy.PolicyComparison;
import io.plimsoll.service.web.Paging;
import java.util.List;

/**
 * The cells in which two policies differ, or some of them.
 *
 * @param all of the two policies
 * @param cells those that a filter left
 */
record Differences(PolicyComparison all, List<CellChange> cells) {

    /**
     * Compares.
     *
     * @param file only this table, such as {@code floats.csv}; null or blank: all
     * @param change only this kind of change; null: all
     */
    static Differences between(PolicyVersion before, PolicyVersion after, String file, CellChange.Kind change) {
        PolicyComparison all = before.comparedWith(after);
        List<CellChange> cells = all.changes().stream()
                .filter(cell -> file == null || file.isBlank() || cell.table().equals(Tables.FOLDER + file))
                .filter(cell -> change == null || cell.kind() == change)
                .toList();
        return new Differences(all, cells);
    }

    public String before() {
        return all.before();
    }

    public String after() {
        return all.after();
    }

    public int added() {
        return all.count(CellChange.Kind.ADDED);
    }

    public int removed() {
        return all.count(CellChange.Kind.REMOVED);
    }

    public int changed() {
        return all.count(CellChange.Kind.CHANGED);
    }

    List<CellChange> part(Paging paging) {
        int from = Math.min(paging.offset(), cells.size());
        return cells.subList(from, Math.min(from + paging.size, cells.size()));
    }
}
