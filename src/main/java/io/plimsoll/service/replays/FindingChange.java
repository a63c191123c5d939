package io.plimsoll.service.replays;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A finding that is there under one policy and not, or not with the same figures, under the other.
 *
 * @param finding as it is under the other policy; where it vanishes, as it was
 * @param before evidence under the own policy, where that changes; else null
 */
record FindingChange(Kind kind, Raised finding, String before) {

    /** How findings change. */
    enum Kind {
        APPEARS,
        VANISHES,
        CHANGES
    }

    /** A finding without the policy that it was raised under. */
    record Raised(String rule, String severity, String subject, String code, String evidence) {

        private List<String> sameness() {
            return List.of(rule, subject, code);
        }
    }

    /**
     * How two lists of findings differ. Those of the same rule, subject and sentence are the same finding; where their
     * figures or their severity differ, it changes.
     */
    static List<FindingChange> between(List<Raised> own, List<Raised> other) {
        Map<List<String>, List<Raised>> before = new LinkedHashMap<>();
        own.forEach(each -> before.computeIfAbsent(each.sameness(), any -> new ArrayList<>())
                .add(each));
        List<Raised> unmatched = new ArrayList<>();
        for (Raised each : other) {
            if (!before.getOrDefault(each.sameness(), new ArrayList<>()).remove(each)) {
                unmatched.add(each);
            }
        }
        List<FindingChange> changes = new ArrayList<>();
        for (Raised each : unmatched) {
            List<Raised> same = before.getOrDefault(each.sameness(), new ArrayList<>());
            if (same.isEmpty()) {
                changes.add(new FindingChange(Kind.APPEARS, each, null));
            } else {
                changes.add(new FindingChange(Kind.CHANGES, each, same.remove(0).evidence()));
            }
        }
        before.values().stream()
                .flatMap(List::stream)
                .forEach(each -> changes.add(new FindingChange(Kind.VANISHES, each, null)));
        return changes;
    }
}
