package io.plimsoll.files;

import java.util.Arrays;

/** A growing column of whole numbers, in pieces: growing copies nothing, and no room stands empty. */
final class IntColumn {

    private static final int PIECE_BITS = 16;
    private static final int PIECE = 1 << PIECE_BITS;

    private int[][] pieces = new int[16][];
    private int size;

    void add(int value) {
        int piece = size >>> PIECE_BITS;
        if ((size & PIECE - 1) == 0) {
            if (piece == pieces.length) {
                pieces = Arrays.copyOf(pieces, 2 * piece);
            }
            pieces[piece] = new int[PIECE];
        }
        pieces[piece][size++ & PIECE - 1] = value;
    }

    int get(int row) {
        return pieces[row >>> PIECE_BITS][row & PIECE - 1];
    }

    int size() {
        return size;
    }

    /**
     * The values in another order of rows, or as they are where the order is null. The column holds nothing any more, so
     * that no two of its length are kept.
     */
    int[] take(int[] order) {
        int[] taken = new int[size];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = get(order == null ? i : order[i]);
        }
        pieces = new int[0][];
        return taken;
    }
}
