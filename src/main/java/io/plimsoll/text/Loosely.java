package io.plimsoll.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as people search for it: whoever types {@code 岫檐 软} or {@code 岫檐(软)} means {@code 岫檐（软）}. */
public final class Loosely {

    private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Z}\\p{Ps}\\p{Pe}\\p{Mn}]");

    private Loosely() {}

    /** A text without case, width and accents, blanks and brackets. Two texts that are alike in this mean the same. */
    public static String of(String text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return IGNORED.matcher(compatible).replaceAll("");
    }
}
