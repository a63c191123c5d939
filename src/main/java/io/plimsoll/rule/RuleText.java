package io.plimsoll.rule;

import java.util.Objects;

/**
 * One folder of the law book: what a rule says, word for word.
 *
 * @param folder its name, for example {@code r02-float}
 * @param id the rule's id in the domain, for example {@code R2}
 * @param drl the text of its {@code Rule.drl}
 */
public record RuleText(String folder, String id, String drl) {

    public RuleText {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(drl, "drl");
    }
}
