package io.plimsoll.files;

import java.util.List;

/** The same for the orders, which may be millions of lines: nothing is kept of them but numbers. */
final class OrdersCheck extends TableCheck {

    /** More than fit into an upload of a hundred megabytes. */
    private static final int MOST_LINES = 4_000_000;

    private static final int RETAILER = 0;
    private static final int RANK = 1;
    private static final int SKU = 2;

    private final KeyTable retailers = KeyTable.of(List.of());
    private final KeyTable skus = KeyTable.of(List.of());
    private final IntColumn retailer = new IntColumn();
    private final IntColumn rank = new IntColumn();
    private final IntColumn sku = new IntColumn();
    private final IntColumn line = new IntColumn();

    OrdersCheck(Format format, Objections objections) {
        super(format, objections);
    }

    @Override
    void judged(Row row, String[] values) {
        if (values[RETAILER] == null || values[RANK] == null || values[SKU] == null) {
            return;
        }
        retailer.add(indexOf(values[RETAILER], retailers));
        rank.add(Integer.parseInt(values[RANK]));
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

    /** Each rank and each Sku stands once for a retailer. */
    @Override
    void finish() {
        Groups groups = Groups.of(retailer, retailers.size());
        groups.sortBy(rank::get);
        groups.forEachRepeat(rank, (row, first) -> twice(row, first, "rank", Integer.toString(rank.get(row))));
        Groups bySku = Groups.of(retailer, retailers.size());
        bySku.sortBy(sku::get);
        bySku.forEachRepeat(sku, (row, first) -> twice(row, first, "sku", skus.key(sku.get(row))));
    }

    private void twice(int row, int firstRow, String column, String value) {
        String file = format().file();
        add(BadInput.atValue(
                file, line.get(row), column, value, Table.once("retailer, " + column, line.get(firstRow))));
    }
}
