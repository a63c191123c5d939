package io.plimsoll.rule.text;

import java.util.List;

/** Something that holds for a fact or does not. */
public sealed interface Condition extends Constraint {

    /** A flag of the fact, by itself. */
    record Holds(Term.Field flag) implements Condition {}

    /** Two values of one kind. The left one contains a field. */
    record Comparison(Term left, Relation relation, Term right) implements Condition {}

    /** The opposite. */
    record Not(Condition condition) implements Condition {}

    /** Every part holds; there are two or more, none of them an {@code All} itself. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** One of the parts holds at least; there are two or more, none of them an {@code Any} itself. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** How two values are compared. */
    enum Relation {
        EQUAL("=="),
        UNEQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        /** As it is written. */
        public String sign() {
            return sign;
        }

        /** Whether it asks which value is the larger one. */
        boolean orders() {
            return this != EQUAL && this != UNEQUAL;
        }

        static boolean is(Token token) {
            for (Relation relation : values()) {
                if (token.is(relation.sign)) {
                    return true;
                }
            }
            return false;
        }

        static Relation of(Token sign) {
            for (Relation relation : values()) {
                if (sign.is(relation.sign)) {
                    return relation;
                }
            }
            throw new IllegalArgumentException("no comparison: " + sign.shown());
        }
    }
}
