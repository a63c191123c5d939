package io.plimsoll.drools;

import io.plimsoll.lawbook.LawBook;
import io.plimsoll.rule.RuleBook;
import java.nio.file.Path;

/** The law book of this checkout, compiled once for all tests. */
public final class TestRules {

    private static final LawBook LAW_BOOK = LawBook.read(Path.of("rules"));

    private static final RuleBook BOOK = CompiledRules.of(LAW_BOOK.texts());

    private TestRules() {}

    public static RuleBook book() {
        return BOOK;
    }

    public static LawBook lawBook() {
        return LAW_BOOK;
    }
}
