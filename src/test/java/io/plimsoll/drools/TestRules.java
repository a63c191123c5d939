package io.plimsoll.drools;

import io.plimsoll.lawbook.LawBook;
import io.plimsoll.lawbook.RuleFolder;
import io.plimsoll.rule.RuleBook;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The rules of this checkout, compiled once for all tests. */
public final class TestRules {

    /**
     * The rules that the mechanism is described with (docs/mechanism.md) and that the oracles know. A rule that is added
     * later has cases of its own; it doesn't change what these tests are about.
     */
    private static final Set<String> OF_THE_MECHANISM = Set.of(
            "d19-grant-above-ceiling",
            "d19-grant-above-demand",
            "d19-grant-above-supply",
            "r02-float",
            "r02-granted-before",
            "r05-agreement-by-sku",
            "r05-sku-ceiling",
            "r05-tier-ceiling",
            "r06-tight-balance",
            "r08-pacing",
            "r10-supply-left-lying",
            "r11-equal-ceilings",
            "r14-demand-altered",
            "r17-grant-without-order",
            "r34-justified-envy",
            "r34-published-weight",
            "r35-grant-to-inactive-shop",
            "r35-only-active-shops");

    private static final LawBook WHOLE = LawBook.read(Path.of("rules"));

    private static final RuleBook BOOK = CompiledRules.of(ofTheMechanism().texts());

    private TestRules() {}

    private static LawBook ofTheMechanism() {
        List<RuleFolder> folders = WHOLE.folders().stream()
                .filter(folder -> OF_THE_MECHANISM.contains(folder.text().folder()))
                .toList();
        if (folders.size() != OF_THE_MECHANISM.size()) {
            throw new IllegalStateException("rules/ lacks a rule of the mechanism; there are " + folders.size());
        }
        return new LawBook(folders);
    }

    /** The rules of the mechanism. */
    public static RuleBook book() {
        return BOOK;
    }

    /** All rules there are. */
    public static LawBook wholeLawBook() {
        return WHOLE;
    }
}
