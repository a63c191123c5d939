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

    /** By group: how many cartons of a claim have a key below the level, and whether the next one's is the level. */
    private final long[] belowLevel;

    private final boolean[] hasKeyAtLevel;

    private int[] open = new int[0];
    private int[] tied = new int[0];

    LevelSearch(Board board) {
        this.board = board;
        groups = board.task.weight().length;
        linesIn = new int[BUCKETS * groups];
        linesAbove = new long[groups];
        belowLevel = new long[groups];
        hasKeyAtLevel = new boolean[groups];
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
            int group = board.peers[place];
            if (claim <= belowLevel[group]) {
                keptBelow += claim;
                continue;
            }
            keptBelow += belowLevel[group];
            if (hasKeyAtLevel[group]) {
                tied[ties++] = place;
            } else {
                listener.rejected(place, (int) belowLevel[group]);
            }
        }
        settleTies(sku, ties, released - keptBelow, listener);
    }

    private void lookUpLevel(long level) {
        for (int group = 0; group < groups; group++) {
            if (board.task.weight()[group] > 0) {
                belowLevel[group] = board.keys.upTo(level - 1, group);
                hasKeyAtLevel[group] = board.keys.ofLast((int) belowLevel[group] + 1, group) == level;
            }
        }
    }

    /** Of the cartons whose key is the level itself, those with the smaller lots are kept. */
    private void settleTies(int sku, int ties, long winners, Rejected listener) {
        if (winners < ties) {
            putSmallestLotsFirst(sku, ties, (int) winners);
        }
        for (int i = 0; i < ties; i++) {
            int place = tied[i];
            int kept = (int) belowLevel[board.peers[place]] + (i < winners ? 1 : 0);
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
            linesAbove[board.peers[open[i]]]++;
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
            int place = open[i];
            int bucket = (int) ((board.lastKey(place) - low - 1) >> shift);
            cartonsIn[bucket] += board.claim[place];
            linesIn[bucket * groups + board.peers[place]]++;
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
