package io.plimsoll.rule.text;

import io.plimsoll.rule.Fact;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A rule text that was read and allowed. Two texts that say the same in another layout, or with other comments, are
 * equal.
 *
 * @param folder name of the folder, for example {@code r02-float}
 * @param id the rule's id, for example {@code R2}
 * @param rules in the order of the text
 */
public record CheckedRule(String folder, String id, List<DrlRule> rules) {

    public CheckedRule {
        rules = List.copyOf(rules);
    }

    /**
     * The rule as DRL, written anew from what was understood: sorted imports, one layout, no comments. This is what may
     * be compiled, instead of the text that was read: where another reader understands that text differently, it makes
     * no difference. Reading it again gives an equal value.
     */
    public String canonical() {
        return Rendering.of(this);
    }

    /** Keys of the sentences that explain what is proposed; sorted. */
    public Set<String> codes() {
        return factTypeOf().keySet();
    }

    /** The kinds of fact that the rules look at, sorted by name. */
    public Set<Class<? extends Fact>> factTypes() {
        SortedSet<Class<? extends Fact>> types = new TreeSet<>(Comparator.comparing(Class::getName));
        rules.forEach(rule -> types.add(rule.factType()));
        return Collections.unmodifiableSortedSet(types);
    }

    /** For every code the one kind of fact it is proposed on, whose fields its sentence can show; sorted by code. */
    public Map<String, Class<? extends Fact>> factTypeOf() {
        Map<String, Class<? extends Fact>> types = new TreeMap<>();
        rules.forEach(rule -> types.put(rule.answer().code(), rule.factType()));
        return Collections.unmodifiableMap(types);
    }
}
