package io.plimsoll.rule.text;

/** Something with a value: a field of the fact, a literal, or a calculation with them. */
public sealed interface Term {

    /** What the value is. */
    Kind kind();

    /** A field of the fact. */
    record Field(String name, Kind kind) implements Term {}

    /** A whole number, not negative, of at most 32 bits. */
    record WholeNumber(int value) implements Term {
        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }
    }

    /** A text in quotes. */
    record Text(String value) implements Term {
        @Override
        public Kind kind() {
            return Kind.TEXT;
        }
    }

    /** True or false. */
    record Flag(boolean value) implements Term {
        @Override
        public Kind kind() {
            return Kind.FLAG;
        }
    }

    /** Two numbers, at least one of which contains a field. */
    record Calculation(Term left, Operator operator, Term right) implements Term {
        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }
    }

    /** The four kinds of reckoning. */
    enum Operator {
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        DIVIDED_BY("/");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** As it is written. */
        public String sign() {
            return sign;
        }

        /** Whether it is reckoned before plus and minus. */
        boolean bindsFirst() {
            return this == TIMES || this == DIVIDED_BY;
        }

        static Operator of(Token sign) {
            for (Operator operator : values()) {
                if (sign.is(operator.sign)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException("no operator: " + sign.shown());
        }
    }
}
