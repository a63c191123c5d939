package io.plimsoll.policy;

import java.util.List;

/**
 * One table of a policy as it is published, for whoever looks at cells and not at what they mean.
 *
 * @param name of its file
 * @param columns those of the key first
 * @param keyColumns how many make the key; 0 where there is one row at most
 * @param rows canonical values by column, sorted by key, each key once
 */
public record PolicySheet(String name, List<String> columns, int keyColumns, List<List<String>> rows) {

    public PolicySheet {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
