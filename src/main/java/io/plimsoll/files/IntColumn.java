package io.plimsoll.files;

import java.util.Arrays;

/** A growing column of whole numbers. */
final class IntColumn {

    private static final int FIRST_ROOM = 1 << 14;

    private int[] values = new int[FIRST_ROOM];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        values[size++] = value;
    }

    int get(int row) {
        return values[row];
    }

    int size() {
        return size;
    }

    /** The values in another order of rows, or as they are where the order is null; empties this column. */
    int[] take(int[] order) {
        int[] from = values;
        values = new int[0];
        if (order == null) {
            return from.length == size ? from : Arrays.copyOf(from, size);
        }
        int[] taken = new int[size];
        for (int i = 0; i < size; i++) {
            taken[i] = from[order[i]];
        }
        return taken;
    }
}
