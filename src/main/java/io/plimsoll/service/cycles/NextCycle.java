package io.plimsoll.service.cycles;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What would follow a cycle, a week later at the same hours: a suggestion for a form, in which everything can be changed. */
final class NextCycle {

    private static final int WEEK = 7;
    private static final Pattern ISO_WEEK = Pattern.compile("\\d{4}-W\\d{2}");
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d+)");

    private NextCycle() {}

    /** The plan of the cycle after this one; its name is blank where that of this one shows no pattern. */
    static CyclePlan after(CycleView last, ZoneId zone) {
        boolean isSameMonth = last.number() < last.of();
        String period = isSameMonth ? last.period() : nextMonth(last.period());
        int number = isSameMonth ? last.number() + 1 : 1;
        Instant opens = weekLater(last.opensAt(), zone);
        return new CyclePlan(
                name(
                        last,
                        period,
                        number,
                        opens == null ? null : opens.atZone(zone).toLocalDate()),
                null,
                period,
                number,
                last.of(),
                opens,
                weekLater(last.closesAt(), zone),
                null,
                null);
    }

    private static String nextMonth(String period) {
        try {
            return YearMonth.parse(period).plusMonths(1).toString();
        } catch (DateTimeException none) {
            return "";
        }
    }

    /** By the clocks on the wall, whatever is done to them in between. */
    private static Instant weekLater(Instant moment, ZoneId zone) {
        return moment == null ? null : moment.atZone(zone).plusDays(WEEK).toInstant();
    }

    private static String name(CycleView last, String period, int number, LocalDate opens) {
        String name = last.cycle();
        if (ISO_WEEK.matcher(name).matches() && opens != null) {
            return "%d-W%02d"
                    .formatted(opens.get(IsoFields.WEEK_BASED_YEAR), opens.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }
        Matcher numbered = NUMBERED.matcher(name);
        if (!numbered.matches()) {
            return "";
        }
        String digits = numbered.group(2);
        boolean isOfMonth = name.contains(last.period()) && digits.matches("0*" + last.number());
        if (!isOfMonth && digits.length() > 9) {
            return "";
        }
        long next = isOfMonth ? number : Long.parseLong(digits) + 1;
        return numbered.group(1).replace(last.period(), period) + ("%0" + digits.length() + "d").formatted(next);
    }
}
