package io.plimsoll.rule.text;

/** Which characters a rule text may hold at all, even in a comment, and how to show the others. */
final class Characters {

    private Characters() {}

    /**
     * Looks at every character before anything else is read. What people cannot see or what another reader could take
     * for something else has no place in a text that people sign off: control and format characters (among them the
     * marks that change the direction of writing), characters for private use, halves of surrogate pairs, characters
     * Unicode has not assigned, line ends other than LF and CR LF, and the backslash, which Java would read as the
     * start of an escape even inside a comment.
     *
     * @throws RuleTextRefused naming the first of them
     */
    static void check(String text, Refusals refusals) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            int next = i + Character.charCount(character);
            boolean isLineEnd =
                    character == '\n' || character == '\r' && next < text.length() && text.charAt(next) == '\n';
            String reason = isLineEnd ? null : reasonAgainst(character);
            if (reason != null) {
                String found = named(character);
                throw refusals.at(line, column, found, found + " is not allowed: " + reason);
            }
            column++;
            if (character == '\n') {
                line++;
                column = 1;
            }
            i = next;
        }
    }

    private static String reasonAgainst(int character) {
        if (character == '\t') {
            return null;
        }
        if (character == '\r') {
            return "a carriage return can only stand before a line feed";
        }
        if (character == '\\') {
            return "no escapes, not even in comments";
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL -> "a control character; only tab and line ends may be used";
            case Character.FORMAT -> "an invisible character that can make a text look like another";
            case Character.PRIVATE_USE -> "a character without a public meaning";
            case Character.SURROGATE -> "half a character";
            case Character.UNASSIGNED -> "a character that Unicode does not know";
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "lines end with a line feed";
            default -> null;
        };
    }

    static boolean isPrintableAscii(int character) {
        return character >= ' ' && character <= '~';
    }

    static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** The character itself where it can be shown safely, and always its number and name. */
    static String named(int character) {
        String number = String.format("U+%04X", character);
        if (character == '\\') {
            return "a backslash (" + number + ")";
        }
        String name = Character.getName(character);
        return name == null ? number : number + " (" + name + ")";
    }

    /** A text of unknown origin, cut and cleaned for a message. */
    static String shown(String text, int length) {
        StringBuilder shown = new StringBuilder();
        int[] characters = text.codePoints().limit(length + 1L).toArray();
        for (int i = 0; i < Math.min(length, characters.length); i++) {
            if (reasonAgainst(characters[i]) == null && characters[i] != '\t') {
                shown.appendCodePoint(characters[i]);
            } else {
                shown.append(String.format("<U+%04X>", characters[i]));
            }
        }
        return characters.length > length ? shown.append("...").toString() : shown.toString();
    }
}
