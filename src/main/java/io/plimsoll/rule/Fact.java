package io.plimsoll.rule;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something a rule book can be asked about. Facts are records; their fields are exact numbers ({@code BigDecimal}),
 * texts or booleans, never null, so that a rule can compare and reckon with them without surprises. The last field
 * takes the answers.
 */
public sealed interface Fact permits CeilingFact, FindingFact {

    /** Where the rules' answers are gathered; one of its own for every fact. */
    Proposals proposals();

    /**
     * The fields by name, in the order of the record: what went into an answer, the evidence of a finding, and the
     * arguments of its sentence.
     */
    default Map<String, Object> arguments() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (RecordComponent field : getClass().getRecordComponents()) {
            if (field.getType() != Proposals.class) {
                arguments.put(field.getName(), valueOf(field));
            }
        }
        return arguments;
    }

    private Object valueOf(RecordComponent field) {
        try {
            return field.getAccessor().invoke(this);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a fact whose fields cannot be read: " + getClass(), impossible);
        }
    }
}
