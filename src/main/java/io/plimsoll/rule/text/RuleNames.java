package io.plimsoll.rule.text;

/** What the name of a rule may consist of: it is a sentence, and stands in reports. */
final class RuleNames {

    static final String PUNCTUATION = ",.'()-:";

    private RuleNames() {}

    /** Letters of any script, digits, blanks and a little punctuation. */
    static boolean mayHold(int character) {
        return Character.isLetter(character)
                || character >= '0' && character <= '9'
                || character == ' '
                || PUNCTUATION.indexOf(character) >= 0;
    }
}
