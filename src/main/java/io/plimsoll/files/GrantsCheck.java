package io.plimsoll.files;

import java.util.List;

/** A file of grants, looked through to its end; as large as orders are, so nothing is kept of its lines but numbers. */
final class GrantsCheck extends TableCheck {

    /** More than fit into an upload of a hundred megabytes. */
    private static final int MOST_LINES = 4_000_000;

    private static final int RETAILER = 0;
    private static final int SKU = 2;

    private final KeyTable retailers = KeyTable.of(List.of());
    private final KeyTable skus = KeyTable.of(List.of());
    private final IntColumn retailer = new IntColumn();
    private final IntColumn sku = new IntColumn();
    private final IntColumn line = new IntColumn();

    GrantsCheck(Format format, Objections objections) {
        super(format, objections);
    }

    @Override
    void judged(Row row, String[] values) {
        if (values[RETAILER] == null || values[SKU] == null) {
            return;
        }
        retailer.add(indexOf(values[RETAILER], retailers));
        sku.add(indexOf(values[SKU], skus));
        line.add((int) row.line());
    }

    @Override
    boolean isFull(long rowsSoFar) {
        return rowsSoFar > MOST_LINES;
    }

    private static int indexOf(String name, KeyTable names) {
        int known = names.find(name);
        return known < 0 ? names.add(name) : known;
    }

    /** Each Sku stands once for a retailer. */
    @Override
    void finish() {
        Groups groups = Groups.of(retailer, retailers.size());
        groups.sortBy(sku::get);
        groups.forEachRepeat(sku, (row, first) -> {
            String name = skus.key(sku.get(row));
            add(BadInput.atValue(
                    format().file(), line.get(row), "sku", name, Table.once("retailer, sku", line.get(first))));
        });
    }
}
