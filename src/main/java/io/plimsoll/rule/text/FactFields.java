package io.plimsoll.rule.text;

import io.plimsoll.rule.Fact;
import io.plimsoll.rule.Proposals;
import io.plimsoll.rule.fact.Facts;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a rule can know of one kind of fact: its fields, in the order of the record. */
record FactFields(Class<? extends Fact> type, Map<String, Kind> kinds) {

    private static final Map<String, FactFields> BY_NAME = new LinkedHashMap<>();

    static {
        Facts.ALL.forEach(type -> BY_NAME.put(type.getSimpleName(), of(type)));
    }

    FactFields {
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
    }

    /** By the simple name of the record. */
    static Optional<FactFields> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The simple names of all facts, for a message. */
    static String names() {
        return String.join(", ", BY_NAME.keySet());
    }

    String name() {
        return type.getSimpleName();
    }

    Optional<Kind> kindOf(String field) {
        return Optional.ofNullable(kinds.get(field));
    }

    private static FactFields of(Class<? extends Fact> type) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType() != Proposals.class) {
                kinds.put(component.getName(), kindOf(component));
            }
        }
        return new FactFields(type, kinds);
    }

    private static Kind kindOf(RecordComponent component) {
        if (component.getType() == BigDecimal.class) {
            return Kind.NUMBER;
        }
        if (component.getType() == String.class) {
            return Kind.TEXT;
        }
        if (component.getType() == boolean.class) {
            return Kind.FLAG;
        }
        throw new IllegalStateException("a fact with a field that rules cannot compare: " + component);
    }
}
