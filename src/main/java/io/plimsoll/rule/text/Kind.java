package io.plimsoll.rule.text;

/** What a field of a fact, or a calculation with fields, can be. */
public enum Kind {
    /** An exact decimal number. */
    NUMBER("a number"),
    TEXT("a text"),
    /** True or false. */
    FLAG("a flag");

    private final String shown;

    Kind(String shown) {
        this.shown = shown;
    }

    String shown() {
        return shown;
    }
}
