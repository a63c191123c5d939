package io.plimsoll.results;

/** Texts from files, made safe to show on one line of a terminal: nothing invisible, and not too long. */
public final class Shown {

    /** Most UTF-16 units of a text that are shown. */
    static final int LONGEST = 80;

    /** How much is shown before the place that matters. */
    private static final int LEAD = 30;

    private static final String INVISIBLE = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]";

    private Shown() {}

    /** The beginning of a text. */
    public static String of(String text) {
        return around(text, 0);
    }

    /** The part of a text in which a place lies. */
    static String around(String text, int place) {
        int from = text.length() <= LONGEST ? 0 : Math.max(0, Math.min(place - LEAD, text.length() - LONGEST));
        int to = Math.min(text.length(), from + LONGEST);
        String part = (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
        return part.replaceAll(INVISIBLE, "\uFFFD");
    }
}
