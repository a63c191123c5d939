package io.plimsoll.files;

/** The retailer of every row. Rows of one retailer mostly stand together, so the one before is looked at first. */
final class RetailerColumn {

    private final int column;
    private final KeyTable retailers;
    private IntColumn indexes = new IntColumn();
    private int last = -1;

    RetailerColumn(int column, KeyTable retailers) {
        this.column = column;
        this.retailers = retailers;
    }

    /** Index of the retailer of this row, or -1. */
    int find(Row row) {
        if (last < 0 || !row.holds(column, retailers.charsOf(last))) {
            last = row.find(column, retailers);
        }
        return last;
    }

    void add(int retailer) {
        indexes.add(retailer);
    }

    /** The indexes of all rows; this column forgets them. */
    IntColumn takeIndexes() {
        IntColumn taken = indexes;
        indexes = new IntColumn();
        return taken;
    }
}
