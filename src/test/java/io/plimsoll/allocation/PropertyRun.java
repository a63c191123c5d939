package io.plimsoll.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came of checking one property over many cycles: the violations, and what the cycles really put to the test. */
final class PropertyRun {

    /** Enough to see a pattern; a broken mechanism would list thousands. */
    private static final int MOST_VIOLATIONS = 5;

    private final List<String> violations = new ArrayList<>();
    private final Map<String, Integer> seen = new TreeMap<>();

    /** Takes down a violation, if there is one, with the seed that makes its cycle again. */
    void check(long seed, Optional<String> violation) {
        if (violation.isPresent() && violations.size() < MOST_VIOLATIONS) {
            violations.add("seed " + seed + ": " + violation.get());
        }
    }

    /** Counts a case that would have been worth nothing without this. */
    void count(String what, boolean happened) {
        seen.merge(what, happened ? 1 : 0, Integer::sum);
    }

    List<String> violations() {
        return violations;
    }

    /** How often each thing happened. */
    Map<String, Integer> seen() {
        return seen;
    }
}
