package io.plimsoll.allocation;

import java.util.Arrays;

/**
 * Step 2 of the mechanism for one Sku at once: takes the claims on it apart into cartons and keeps the S with the
 * smallest keys, without listing a carton. Each claim is a prefix of its retailer's cartons, so it is known by the key
 * of its last one; a histogram of these narrows down the level in a few passes over fewer and fewer lines.
 *
 * <p>Scratch space for one thread; not safe for more.
 */
final class LevelSearch {

    private static final int BUCKET_BITS = 6;
    private static final int BUCKETS = 1 << BUCKET_BITS;

    private final Board board;
    private final int kinds;
    private final long[] cartonsIn = new long[BUCKETS];
    private final int[] linesIn;
    private final long[] linesAbove;

    /** By kind of weight: how many cartons of a claim have a key below the level, and whether the next one's is the level. */
    private final long[] belowLevel;

    private final boolean[] hasKeyAtLevel;

    private int[] open = new int[0];
    private int[] tied = new int[0];

    LevelSearch(Board board) {
        this.board = board;
        kinds = board.keys.kinds();
        linesIn = new int[BUCKETS * kinds];
        linesAbove = new long[kinds];
        belowLevel = new long[kinds];
        hasKeyAtLevel = new boolean[kinds];
    }

    /** Told of every place of which fewer cartons were kept than it claims. */
    interface Rejected {
        void rejected(int place, int kept);
    }

    /**
     * Keeps the fairest claims on a Sku that is claimed past what is released.
     *
     * @param released how many cartons to keep; less than are claimed
     */
    void keepFairest(int sku, long released, Rejected listener) {
        int from = board.firstPlace[sku];
        int to = board.firstPlace[sku + 1];
        if (released == 0) {
            for (int place = from; place < to; place++) {
                if (board.claim[place] > 0) {
                    listener.rejected(place, 0);
                }
            }
            return;
        }
        long level = level(from, to, released);
        long keptBelow = 0;
        int ties = 0;
        tied = roomFor(tied, to - from);
        lookUpLevel(level);
        for (int place = from; place < to; place++) {
            int claim = board.claim[place];
            int kind = board.kind[place];
            if (claim <= belowLevel[kind]) {
                keptBelow += claim;
                continue;
            }
            keptBelow += belowLevel[kind];
            if (hasKeyAtLevel[kind]) {
                tied[ties++] = place;
            } else {
                listener.rejected(place, (int) belowLevel[kind]);
            }
        }
        settleTies(sku, ties, released - keptBelow, listener);
    }

    private void lookUpLevel(long level) {
        for (int kind = 0; kind < kinds; kind++) {
            belowLevel[kind] = board.keys.upTo(level - 1, kind);
            hasKeyAtLevel[kind] = board.keys.ofLast((int) belowLevel[kind] + 1, kind) == level;
        }
    }

    /** Of the cartons whose key is the level itself, those with the smaller lots are kept. */
    private void settleTies(int sku, int ties, long winners, Rejected listener) {
        if (winners < ties) {
            putSmallestLotsFirst(sku, ties, (int) winners);
        }
        for (int i = 0; i < ties; i++) {
            int place = tied[i];
            int kept = (int) belowLevel[board.kind[place]] + (i < winners ? 1 : 0);
            if (kept < board.claim[place]) {
                listener.rejected(place, kept);
            }
        }
    }

    /** Quickselect: afterwards the smallest {@code winners} lots stand in front. */
    private void putSmallestLotsFirst(int sku, int ties, int winners) {
        int low = 0;
        int high = ties;
        while (high - low > 1) {
            int pivot = tied[(low + high) >>> 1];
            int left = low;
            int right = high - 1;
            while (left <= right) {
                while (board.compareLots(sku, tied[left], pivot) < 0) {
                    left++;
                }
                while (board.compareLots(sku, tied[right], pivot) > 0) {
                    right--;
                }
                if (left <= right) {
                    int swap = tied[left];
                    tied[left++] = tied[right];
                    tied[right--] = swap;
                }
            }
            if (winners <= right) {
                high = right + 1;
            } else if (winners >= left) {
                low = left;
            } else {
                return;
            }
        }
    }

    /** The smallest key up to which at least {@code released} of the claimed cartons lie. */
    private long level(int from, int to, long released) {
        int count = 0;
        open = roomFor(open, to - from);
        long high = 0;
        for (int place = from; place < to; place++) {
            if (board.claim[place] > 0) {
                open[count++] = place;
                high = Math.max(high, board.lastKey(place));
            }
        }
        long low = 0; // no carton has a key of 0 or less
        long cartonsBelow = 0;
        Arrays.fill(linesAbove, 0);
        while (count > 0 && high - low > 1) {
            int shift = shiftFor(high - low);
            fillHistogram(count, low, shift);
            int bucket = bucketOfLevel(low, high, shift, cartonsBelow, released);
            cartonsBelow = settleOthers(bucket, cartonsBelow);
            count = keepOpen(count, low, shift, bucket);
            high = Math.min(high, low + ((bucket + 1L) << shift));
            low += (long) bucket << shift;
        }
        // Claims that still end in here end at high, so below it every line left counts by its key alone.
        for (int i = 0; i < count; i++) {
            linesAbove[board.kind[open[i]]]++;
        }
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (cartonsBelow + cartonsUpTo(middle) >= released) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static int shiftFor(long width) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(width - 1);
        return Math.max(0, bits - BUCKET_BITS);
    }

    /** Sorts the open lines into buckets by the key of their last carton, which lies above low. */
    private void fillHistogram(int count, long low, int shift) {
        Arrays.fill(cartonsIn, 0);
        Arrays.fill(linesIn, 0);
        for (int i = 0; i < count; i++) {
            int place = open[i];
            int bucket = (int) ((board.lastKey(place) - low - 1) >> shift);
            cartonsIn[bucket] += board.claim[place];
            linesIn[bucket * kinds + board.kind[place]]++;
        }
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            for (int kind = 0; kind < kinds; kind++) {
                linesAbove[kind] += linesIn[bucket * kinds + kind];
            }
        }
    }

    /** Walks up the buckets, moving their lines from above to below, and stops before the one the level lies in. */
    private int bucketOfLevel(long low, long high, int shift, long cartonsBelow, long released) {
        long below = cartonsBelow;
        int bucket = 0;
        while (true) {
            for (int kind = 0; kind < kinds; kind++) {
                linesAbove[kind] -= linesIn[bucket * kinds + kind];
            }
            long end = low + ((bucket + 1L) << shift);
            if (end >= high || below + cartonsIn[bucket] + cartonsUpTo(end) >= released) {
                return bucket;
            }
            below += cartonsIn[bucket];
            bucket++;
        }
    }

    private long settleOthers(int bucket, long cartonsBelow) {
        long below = cartonsBelow;
        for (int lower = 0; lower < bucket; lower++) {
            below += cartonsIn[lower];
        }
        return below;
    }

    private int keepOpen(int count, long low, int shift, int bucket) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int place = open[i];
            if ((board.lastKey(place) - low - 1) >> shift == bucket) {
                open[kept++] = place;
            }
        }
        return kept;
    }

    /** Cartons up to a key of the lines whose claims end above it. */
    private long cartonsUpTo(long key) {
        long cartons = 0;
        for (int kind = 0; kind < kinds; kind++) {
            if (linesAbove[kind] > 0) {
                cartons += linesAbove[kind] * board.keys.upTo(key, kind);
            }
        }
        return cartons;
    }

    private static int[] roomFor(int[] scratch, int size) {
        return scratch.length >= size ? scratch : new int[Math.max(size, 2 * scratch.length)];
    }
}
