package io.plimsoll.proof;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The references of a run's retailers, of each only the first 64 bits: enough to suspect that one is there twice. */
final class Retailers {

    private static final int BEGINNING = "retailer:".length();
    private static final int DIGITS = 16;

    private long[] beginnings = new long[1024];
    private int count;

    static long beginning(String reference) {
        return Long.parseUnsignedLong(reference, BEGINNING, BEGINNING + DIGITS, 16);
    }

    void add(String reference) {
        if (count == beginnings.length) {
            beginnings = Arrays.copyOf(beginnings, 2 * count);
        }
        beginnings[count++] = beginning(reference);
    }

    /** The beginnings that came more than once. */
    Set<Long> suspects() {
        Arrays.sort(beginnings, 0, count);
        Set<Long> suspects = new HashSet<>();
        for (int i = 1; i < count; i++) {
            if (beginnings[i] == beginnings[i - 1]) {
                suspects.add(beginnings[i]);
            }
        }
        return suspects;
    }
}
