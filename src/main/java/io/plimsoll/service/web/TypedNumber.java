package io.plimsoll.service.web;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A whole number as people type it into a form: digits, which a Chinese keyboard may write as wide as its characters, and
 * nothing else. All forms read quantities here, so what one page shows is what another stores.
 */
public final class TypedNumber {

    /** As many digits as the fields of our forms hold; beyond what any order can say. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,7}");

    private TypedNumber() {}

    /** What was typed, with plain digits and without blanks around it; blank for nothing. */
    public static String plain(String typed) {
        return typed == null
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }

    /** The number; none where something else was typed, as a sign, a point or a letter. */
    public static Optional<Integer> of(String typed) {
        String plain = plain(typed);
        return DIGITS.matcher(plain).matches() ? Optional.of(Integer.valueOf(plain)) : Optional.empty();
    }
}
