package io.plimsoll.service.web;

import io.plimsoll.message.Message;
import io.plimsoll.service.web.Refused.FieldError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Looks at the fields of a request one by one and refuses it at the end with all that is wrong, in the reader's language.
 * The same checks serve the body of a program and the form of a person.
 */
public final class Checks {

    private static final int EARLIEST_YEAR = 1000;
    private static final int LATEST_YEAR = 9998;
    private static final Instant EARLIEST =
            LocalDate.of(EARLIEST_YEAR, 1, 2).atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant LATEST =
            LocalDate.of(LATEST_YEAR + 1, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private final List<FieldError> errors = new ArrayList<>();

    /** A body there must be. */
    public static <T> T present(T body) {
        if (body == null) {
            throw new Refused(Problem.MALFORMED, Message.of("PROBLEM_MALFORMED"));
        }
        return body;
    }

    /** Text of one line that says something, without the blanks around it. */
    public String line(String field, String text, int most) {
        String checked = lineIfAny(field, text, most);
        expect(checked != null, field, Message.of("FIELD_MISSING"));
        return checked;
    }

    /** A key that things are found by; it stands in addresses, where dots alone mean another place. */
    public String key(String field, String text, int most) {
        String checked = line(field, text, most);
        expect(checked == null || !checked.matches("\\.{1,2}"), field, Message.of("FIELD_KEY_OF_DOTS"));
        return checked;
    }

    /** Text of one line; null where there is none. */
    public String lineIfAny(String field, String text, int most) {
        return text(field, text, most, false);
    }

    /** Text of some lines that says something. */
    public String words(String field, String text, int most) {
        String checked = text(field, text, most, true);
        expect(checked != null, field, Message.of("FIELD_MISSING"));
        return checked;
    }

    /** Text of some lines; null where there is none. */
    public String wordsIfAny(String field, String text, int most) {
        return text(field, text, most, true);
    }

    private String text(String field, String text, int most, boolean takesLines) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        expect(
                stripped.codePointCount(0, stripped.length()) <= most,
                field,
                Message.of("FIELD_TOO_LONG", "characters", most));
        expect(
                stripped.codePoints().allMatch(c -> isWritable(c, takesLines)),
                field,
                Message.of("FIELD_ODD_CHARACTER"));
        return stripped;
    }

    private static boolean isWritable(int c, boolean takesLines) {
        boolean isLine = c == '\n' || c == '\r' || c == '\t';
        return isLine ? takesLines : !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }

    /** Something there must be. */
    public <T> T given(String field, T value) {
        expect(value != null, field, Message.of("FIELD_MISSING"));
        return value;
    }

    /** A constant by its name; null, and an error, where there is none of this name. */
    public <E extends Enum<E>> E constant(String field, String name, Class<E> of) {
        if (name == null || name.isBlank()) {
            return null;
        }
        var found = Arrays.stream(of.getEnumConstants())
                .filter(each -> each.name().equals(name.strip()))
                .findFirst();
        expect(
                found.isPresent(),
                field,
                Message.of(
                        "FIELD_ONE_OF",
                        "values",
                        String.join(
                                ", ",
                                Arrays.stream(of.getEnumConstants())
                                        .map(Enum::name)
                                        .toList())));
        return found.orElse(null);
    }

    /** A whole number; null where there is none. */
    public Integer wholeIfAny(String field, String text) {
        return parsed(field, text, Integer::valueOf, "FIELD_NOT_NUMBER");
    }

    /** A large whole number; null where there is none. */
    public Long longIfAny(String field, String text) {
        return parsed(field, text, Long::valueOf, "FIELD_NOT_NUMBER");
    }

    /** A decimal; null where there is none. */
    public BigDecimal decimalIfAny(String field, String text) {
        return parsed(field, text, BigDecimal::new, "FIELD_NOT_NUMBER");
    }

    /** A day; null where there is none. */
    public LocalDate dayIfAny(String field, String text) {
        LocalDate day = parsed(field, text, LocalDate::parse, "FIELD_NOT_DAY");
        expect(day == null || isStorable(day), field, Message.of("FIELD_NOT_DAY"));
        return day;
    }

    /** A day and a time of the clocks on the wall; null where there is none. */
    public LocalDateTime momentIfAny(String field, String text) {
        LocalDateTime moment = parsed(field, text, LocalDateTime::parse, "FIELD_NOT_MOMENT");
        expect(moment == null || isStorable(moment.toLocalDate()), field, Message.of("FIELD_NOT_MOMENT"));
        return moment;
    }

    /** Whether the database can hold a day, and the day after it in every time zone. */
    public static boolean isStorable(LocalDate day) {
        return day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR;
    }

    /** The same of a moment. */
    public static boolean isStorable(Instant moment) {
        return !moment.isBefore(EARLIEST) && moment.isBefore(LATEST);
    }

    private <T> T parsed(String field, String text, Function<String, T> parser, String otherwise) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return parser.apply(text.strip());
        } catch (NumberFormatException | DateTimeException notOne) {
            errors.add(new FieldError(field, Message.of(otherwise)));
            return null;
        }
    }

    /** Notes an error, unless all is as it should be. */
    public void expect(boolean isSo, String field, Message otherwise) {
        if (!isSo) {
            errors.add(new FieldError(field, otherwise));
        }
    }

    /** The end: refuses when anything is wrong. */
    public void refuseErrors() {
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
    }
}
