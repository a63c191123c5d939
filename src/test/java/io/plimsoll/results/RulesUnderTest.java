package io.plimsoll.results;

import io.plimsoll.drools.CompiledRules;
import io.plimsoll.lawbook.LawBook;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.RuleText;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** The law book of this project, compiled once for all tests. */
final class RulesUnderTest {

    static final List<RuleText> TEXTS = LawBook.read(Path.of("rules")).texts();

    private static final RuleBook BOOK = CompiledRules.of(TEXTS);

    private RulesUnderTest() {}

    static RuleBook book() {
        return BOOK;
    }

    /** The texts, one of them changed. */
    static List<RuleText> withChanged(String folder, UnaryOperator<String> change) {
        return TEXTS.stream()
                .map(rule -> rule.folder().equals(folder)
                        ? new RuleText(rule.folder(), rule.id(), change.apply(rule.drl()))
                        : rule)
                .toList();
    }
}
