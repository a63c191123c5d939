package io.plimsoll.files;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The rows of a large file put together by group (the retailer), without an object per row. Rows keep the order of the
 * file inside their group until they are sorted.
 */
final class Groups {

    private final int[] first;
    private int[] order;

    private Groups(int[] first, int[] order) {
        this.first = first;
        this.order = order;
    }

    /** Puts rows together by the group that each is of, in two passes. */
    static Groups of(IntColumn group, int groups) {
        int[] first = new int[groups + 1];
        boolean rising = true;
        for (int row = 0; row < group.size(); row++) {
            first[group.get(row) + 1]++;
            rising &= row == 0 || group.get(row - 1) <= group.get(row);
        }
        for (int g = 0; g < groups; g++) {
            first[g + 1] += first[g];
        }
        return new Groups(first, rising ? null : ordered(group, first));
    }

    private static int[] ordered(IntColumn group, int[] first) {
        int[] next = first.clone();
        int[] order = new int[group.size()];
        for (int row = 0; row < order.length; row++) {
            order[next[group.get(row)]++] = row;
        }
        return order;
    }

    /** Where each group begins in {@link #order}; one longer than there are groups. */
    int[] first() {
        return first;
    }

    /** Row of the file at each place, or null where they are the same. */
    int[] order() {
        return order;
    }

    /** Row of the file at a place. */
    int row(int place) {
        return order == null ? place : order[place];
    }

    private int groups() {
        return first.length - 1;
    }

    /**
     * Sorts the rows of each group; equal ones stay in the order they have.
     *
     * @param value what to sort by, of a row of the file
     */
    void sortBy(IntUnaryOperator value) {
        for (int g = 0; g < groups(); g++) {
            if (!rises(value, first[g], first[g + 1])) {
                sort(value, first[g], first[g + 1]);
            }
        }
    }

    private boolean rises(IntUnaryOperator value, int from, int to) {
        for (int place = from + 1; place < to; place++) {
            if (value.applyAsInt(row(place - 1)) > value.applyAsInt(row(place))) {
                return false;
            }
        }
        return true;
    }

    private void sort(IntUnaryOperator value, int from, int to) {
        if (order == null) {
            order = new int[first[groups()]];
            Arrays.setAll(order, place -> place);
        }
        int[] rows = Arrays.copyOfRange(order, from, to);
        long[] valueAndPlace = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            valueAndPlace[i] = (long) value.applyAsInt(rows[i]) << Integer.SIZE | i;
        }
        Arrays.sort(valueAndPlace);
        for (int i = 0; i < rows.length; i++) {
            order[from + i] = rows[(int) valueAndPlace[i]];
        }
    }

    /** The first row of the file whose value has been in its group before; the groups must be sorted by the column. */
    Repeat firstRepeatSorted(IntColumn column) {
        Repeat found = Repeat.NONE;
        for (int g = 0; g < groups(); g++) {
            for (int place = first[g] + 1; place < first[g + 1]; place++) {
                if (column.get(row(place - 1)) == column.get(row(place))) {
                    found = found.orEarlier(row(place), row(place - 1));
                }
            }
        }
        return found;
    }

    /** Every row whose value has been in its group before, and the row where it was; the groups must be sorted by it. */
    void forEachRepeat(IntColumn column, Repeats repeats) {
        for (int g = 0; g < groups(); g++) {
            int run = first[g];
            for (int place = first[g] + 1; place < first[g + 1]; place++) {
                if (column.get(row(run)) == column.get(row(place))) {
                    repeats.found(row(place), row(run));
                } else {
                    run = place;
                }
            }
        }
    }

    /**
     * The first such row for groups in the order of the file.
     *
     * @param values the column holds 0 to this, exclusive
     */
    Repeat firstRepeatUnsorted(IntColumn column, int values) {
        int[] lastGroup = new int[values];
        int[] lastRow = new int[values];
        Repeat found = Repeat.NONE;
        for (int g = 0; g < groups(); g++) {
            for (int place = first[g]; place < first[g + 1]; place++) {
                int row = row(place);
                int value = column.get(row);
                if (lastGroup[value] == g + 1) {
                    found = found.orEarlier(row, lastRow[value]);
                } else {
                    lastGroup[value] = g + 1;
                    lastRow[value] = row;
                }
            }
        }
        return found;
    }

    /** Is told of rows whose value has been in their group before. */
    @FunctionalInterface
    interface Repeats {
        void found(int row, int firstRow);
    }

    /**
     * A row whose key stood in the file before.
     *
     * @param row the second row, from 0; past every row where there is none
     */
    record Repeat(int row, int firstRow) {

        static final Repeat NONE = new Repeat(Integer.MAX_VALUE, -1);

        boolean exists() {
            return firstRow >= 0;
        }

        Repeat orEarlier(int otherRow, int otherFirstRow) {
            return otherRow < row ? new Repeat(otherRow, otherFirstRow) : this;
        }
    }
}
