package io.plimsoll.policy;

import io.plimsoll.text.NamedValues;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One cell that two policies do not share.
 *
 * @param table file that it stands in
 * @param key what the row is about, by column, in the order of the columns; empty in a table of one row
 * @param column which holds the cell
 * @param before blank where a cell says nothing (in ceilings: unlimited); empty where the first policy has no such row
 * @param after the same for the second
 */
public record CellChange(
        String table, Map<String, String> key, String column, Optional<String> before, Optional<String> after) {

    /** What became of a cell. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    public CellChange {
        key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
        if (before.equals(after)) {
            throw new IllegalArgumentException("nothing changes in " + table + " " + key + " " + column);
        }
    }

    /** The key as one text, {@code size_class=SMALL; market_type=*; sku=S1}; blank in a table of one row. */
    public String keyText() {
        return NamedValues.of(key);
    }

    public Kind kind() {
        if (before.isEmpty()) {
            return Kind.ADDED;
        }
        return after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
    }
}
