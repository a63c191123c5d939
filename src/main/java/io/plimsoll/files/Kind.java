package io.plimsoll.files;

/** What a column may hold. */
@FunctionalInterface
interface Kind {

    /**
     * The one way to write this value: equal values have equal forms.
     *
     * @param text as it stands in the file; blank where nothing does
     * @throws Refused when it is outside the kind
     */
    String canonical(String text) throws Refused;

    /** The same, or nothing at all. */
    default Kind orBlank() {
        return text -> text.isEmpty() ? "" : canonical(text);
    }
}
