package io.plimsoll.finding;

import io.plimsoll.rule.Severity;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Findings, in short words to compare with. */
record Audit(List<Finding> findings) {

    /** Every finding as {@code D19 CRITICAL ABOVE_DEMAND A / X}. */
    List<String> all() {
        return findings.stream().map(Audit::words).toList();
    }

    List<String> critical() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.CRITICAL)
                .map(Audit::words)
                .toList();
    }

    /** What was found in the words of {@link io.plimsoll.allocation.PlainAudit}, which doesn't look at the policy. */
    Set<String> plainly() {
        Set<String> words = new TreeSet<>();
        for (Finding finding : findings) {
            if (finding.code().equals("JUSTIFIED_ENVY")) {
                Map<String, String> evidence = evidence(finding);
                words.add("envies " + evidence.get("wanter") + " / " + evidence.get("sku"));
                words.add("envied " + evidence.get("holder") + " / " + evidence.get("sku"));
            } else if (!finding.code().equals("AGREEMENT_BY_SKU")) {
                words.add(words(finding));
            }
        }
        return words;
    }

    /** Whether there is such a finding whose evidence holds these figures and names, perhaps among others. */
    boolean has(String words, Map<String, String> evidence) {
        return findings.stream()
                .filter(finding -> words(finding).equals(words))
                .anyMatch(finding -> evidence(finding).entrySet().containsAll(evidence.entrySet()));
    }

    /** The evidence of the one finding in these words, all or only what has these names: {@code limit=3; granted=4}. */
    String evidence(String words, String... names) {
        List<Finding> found = findings.stream()
                .filter(finding -> words(finding).equals(words))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " times " + words + " among " + all());
        }
        return evidence(found.get(0)).entrySet().stream()
                .filter(entry -> names.length == 0 || List.of(names).contains(entry.getKey()))
                .map(Map.Entry::toString)
                .collect(Collectors.joining("; "));
    }

    static String words(Finding finding) {
        return finding.rule() + " " + finding.severity() + " " + finding.code() + " " + finding.subject();
    }

    private static Map<String, String> evidence(Finding finding) {
        Map<String, String> evidence = new LinkedHashMap<>();
        finding.evidence().forEach((name, value) -> evidence.put(name, plain(value)));
        return evidence;
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
