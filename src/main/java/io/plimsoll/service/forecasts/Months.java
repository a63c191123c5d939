package io.plimsoll.service.forecasts;

import io.plimsoll.message.Message;
import io.plimsoll.service.master.PresentPeriod;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.YearMonth;

/** Which months can still be forecast: those that have not begun, by the calendar or because a cycle of theirs has opened. */
@ApplicationScoped
public class Months {

    private static final int A_YEAR = 12;

    private final PresentPeriod present;

    Months(PresentPeriod present) {
        this.present = present;
    }

    /** The next month that can be forecast. */
    String next() {
        return YearMonth.parse(present.latestBegun()).plusMonths(1).toString();
    }

    /** Whether a month has not begun, so that its forecasts may still change. */
    boolean isToCome(String period) {
        return period.compareTo(present.latestBegun()) > 0;
    }

    /** Refuses an address that names no month. */
    static String required(String period) {
        if (!isMonth(period)) {
            throw Refused.notFound();
        }
        return period;
    }

    /** The month that a list is asked for; the next one where none is named. */
    String asked(String period) {
        if (period == null || period.isBlank()) {
            return next();
        }
        if (!isMonth(period.strip())) {
            throw Refused.field("period", Message.of("FORECAST_MONTH_EXPECTED"));
        }
        return period.strip();
    }

    static boolean isMonth(String text) {
        try {
            return text.matches("[1-9]\\d{3}-\\d\\d") && YearMonth.parse(text) != null;
        } catch (DateTimeException none) {
            return false;
        }
    }

    /** The number of a month among all months. */
    public static int number(String period) {
        YearMonth month = YearMonth.parse(period);
        return month.getYear() * A_YEAR + month.getMonthValue() - 1;
    }

    /** The month that has a number. */
    public static String of(int number) {
        return YearMonth.of(Math.floorDiv(number, A_YEAR), Math.floorMod(number, A_YEAR) + 1)
                .toString();
    }
}
