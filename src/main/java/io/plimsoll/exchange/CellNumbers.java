package io.plimsoll.exchange;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * What the numbers in cells say. A workbook keeps every number in 64 bits of binary, of which fifteen decimal digits are
 * sure, and every date as a number that is only shown as a date.
 *
 * @see "ECMA-376 part 1, 18.8.30: number formats, 18.17.4: dates"
 */
final class CellNumbers {

    private static final MathContext SURE_DIGITS = new MathContext(15);
    private static final double LARGEST_SURE = 1e15;
    private static final int LONGEST = 40;
    private static final int MOST_STYLES = 70_000;
    private static final int FIRST_DAY_THAT_IS_RIGHT = 61;
    private static final double LAST_DAY = 2_958_466;
    private static final int SECONDS_OF_DAY = 86_400;

    private final Map<Integer, Boolean> ownFormats = new HashMap<>();
    private final List<Boolean> styleIsDate = new ArrayList<>();
    private boolean from1904;

    void countFrom1904() {
        from1904 = true;
    }

    /** Reads the part with the styles. */
    void readStyles(SafeXml xml) throws XMLStreamException, IOException {
        boolean ofCells = false;
        while (xml.next()) {
            if (xml.begins("numFmt")) {
                String format = Optional.ofNullable(xml.attribute("formatCode")).orElse("");
                ownFormats.put(number(xml.attribute("numFmtId")), showsDate(format));
            } else if (xml.begins("cellXfs") || xml.ends("cellXfs")) {
                ofCells = xml.begins();
            } else if (ofCells && xml.begins("xf")) {
                styleIsDate.add(isDate(number(xml.attribute("numFmtId"))));
            }
            if (ownFormats.size() > MOST_STYLES || styleIsDate.size() > MOST_STYLES) {
                throw new Beyond(SafeXml.broken());
            }
        }
    }

    private static int number(String attribute) {
        return attribute == null ? 0 : CellText.whole(attribute);
    }

    private boolean isDate(int format) {
        boolean builtIn = format >= 14 && format <= 22
                || format >= 27 && format <= 36
                || format >= 45 && format <= 47
                || format >= 50 && format <= 58;
        return ownFormats.getOrDefault(format, builtIn);
    }

    /** A format shows a date where letters of one stand in it outside of quotes, escapes and brackets. */
    private static boolean showsDate(String format) {
        String bare =
                format.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]", "").toLowerCase(Locale.ROOT);
        return !bare.contains("general") && bare.matches("(?s).*[ymdhs年月日].*");
    }

    /**
     * The number of a cell as text: a date as 2026-11-23, anything else in plain decimals.
     *
     * @param style of the cell, or null
     * @return empty where it is no number, or has more digits than the cell can keep
     */
    Optional<String> text(String value, String style) {
        double number;
        try {
            number = value.length() > LONGEST ? Double.NaN : Double.parseDouble(value);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
        int index = style == null ? 0 : CellText.whole(style);
        boolean date = index >= 0 && index < styleIsDate.size() && styleIsDate.get(index);
        if (date && number >= 1 && number < LAST_DAY) {
            return Optional.of(moment(number));
        }
        if (!(Math.abs(number) < LARGEST_SURE)) {
            return Optional.empty();
        }
        BigDecimal sure = new BigDecimal(number).round(SURE_DIGITS);
        return Optional.of(sure.signum() == 0 ? "0" : sure.stripTrailingZeros().toPlainString());
    }

    private String moment(double number) {
        long seconds = Math.round(number * SECONDS_OF_DAY);
        long days = seconds / SECONDS_OF_DAY;
        LocalDate first = LocalDate.of(1899, 12, days < FIRST_DAY_THAT_IS_RIGHT ? 31 : 30);
        LocalDate day = (from1904 ? LocalDate.of(1904, 1, 1) : first).plusDays(days);
        long second = seconds % SECONDS_OF_DAY;
        return second == 0
                ? day.toString()
                : LocalDateTime.of(day, LocalTime.ofSecondOfDay(second)).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
