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

    private static final int BUCKETS = 256;

    private final Board board;
    private final int groups;
    private final long[] cartonsIn = new long[BUCKETS];
    private final int[] linesIn;
    private final long[] linesAbove;
    private int[] open = new int[0];
    private int[] tied = new int[0];

    LevelSearch(Board board) {
        this.board = board;
        groups = board.task.weight().length;
        linesIn = new int[BUCKETS * groups];
        linesAbove = new long[groups];
    }

    /** Told of every line of which fewer cartons were kept than it claims. */
    interface Rejected {
        void rejected(int line, int kept);
    }

    /**
     * Keeps the fairest claims on a Sku that is claimed past what is released.
     *
     * @param released how many cartons to keep; less than are claimed
     */
    void keepFairest(int sku, long released, Rejected listener) {
        int from = board.firstOfSku[sku];
        int to = board.firstOfSku[sku + 1];
        if (released == 0) {
            for (int i = from; i < to; i++) {
                int line = board.linesBySku[i];
                if (board.claim[line] > 0) {
                    listener.rejected(line, 0);
                }
            }
            return;
        }
        long level = level(from, to, released);
        long keptBelow = 0;
        int ties = 0;
        tied = roomFor(tied, to - from);
        for (int i = from; i < to; i++) {
            int line = board.linesBySku[i];
            int group = board.groupOf(line);
            int below = (int) Math.min(board.claim[line], board.keys.upTo(level - 1, group));
            keptBelow += below;
            if (board.claim[line] > below && board.keys.ofLast(below + 1, group) == level) {
                tied[ties++] = line;
            } else if (board.claim[line] > below) {
                listener.rejected(line, below);
            }
        }
        settleTies(ties, released - keptBelow, level, listener);
    }

    /** Of the cartons whose key is the level itself, those with the smaller lots are kept. */
    private void settleTies(int ties, long places, long level, Rejected listener) {
        if (places < ties) {
            putSmallestLotsFirst(0, ties, (int) places);
        }
        for (int i = 0; i < ties; i++) {
            int line = tied[i];
            int kept = (int) board.keys.upTo(level, board.groupOf(line)) - (i < places ? 0 : 1);
            if (kept < board.claim[line]) {
                listener.rejected(line, kept);
            }
        }
    }

    /** Quickselect: afterwards the smallest {@code places} lots stand in front. */
    private void putSmallestLotsFirst(int low, int high, int places) {
        while (high - low > 1) {
            int pivot = tied[(low + high) >>> 1];
            int left = low;
            int right = high - 1;
            while (left <= right) {
                while (board.compareLots(tied[left], pivot) < 0) {
                    left++;
                }
                while (board.compareLots(tied[right], pivot) > 0) {
                    right--;
                }
                if (left <= right) {
                    int swap = tied[left];
                    tied[left++] = tied[right];
                    tied[right--] = swap;
                }
            }
            if (places <= right) {
                high = right + 1;
            } else if (places >= left) {
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
        for (int i = from; i < to; i++) {
            int line = board.linesBySku[i];
            if (board.claim[line] > 0) {
                open[count++] = line;
                high = Math.max(high, board.lastKey(line));
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
            linesAbove[board.groupOf(open[i])]++;
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
        return Math.max(0, bits - 8);
    }

    /** Sorts the open lines into buckets by the key of their last carton, which lies above low. */
    private void fillHistogram(int count, long low, int shift) {
        Arrays.fill(cartonsIn, 0);
        Arrays.fill(linesIn, 0);
        for (int i = 0; i < count; i++) {
            int line = open[i];
            int bucket = (int) ((board.lastKey(line) - low - 1) >> shift);
            cartonsIn[bucket] += board.claim[line];
            linesIn[bucket * groups + board.groupOf(line)]++;
        }
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            for (int group = 0; group < groups; group++) {
                linesAbove[group] += linesIn[bucket * groups + group];
            }
        }
    }

    /** Walks up the buckets, moving their lines from above to below, and stops before the one the level lies in. */
    private int bucketOfLevel(long low, long high, int shift, long cartonsBelow, long released) {
        long below = cartonsBelow;
        int bucket = 0;
        while (true) {
            for (int group = 0; group < groups; group++) {
                linesAbove[group] -= linesIn[bucket * groups + group];
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
            int line = open[i];
            if ((board.lastKey(line) - low - 1) >> shift == bucket) {
                open[kept++] = line;
            }
        }
        return kept;
    }

    /** Cartons up to a key of the lines whose claims end above it. */
    private long cartonsUpTo(long key) {
        long cartons = 0;
        for (int group = 0; group < groups; group++) {
            if (linesAbove[group] > 0) {
                cartons += linesAbove[group] * board.keys.upTo(key, group);
            }
        }
        return cartons;
    }

    private static int[] roomFor(int[] scratch, int size) {
        return scratch.length >= size ? scratch : new int[Math.max(size, 2 * scratch.length)];
    }
}
