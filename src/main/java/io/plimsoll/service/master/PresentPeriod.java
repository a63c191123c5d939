package io.plimsoll.service.master;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.web.WebSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Which month it is: that of the latest cycle that has opened; before any has, that of the calendar. */
@ApplicationScoped
public class PresentPeriod {

    private final Sql sql;
    private final Clock clock;
    private final WebSettings settings;

    PresentPeriod(Sql sql, Clock clock, WebSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * A month, and the release policy of its latest cycle.
     *
     * @param number of that cycle in the month; 1 where none has opened
     * @param policy the digest; null where no cycle says
     */
    public record Period(String month, int number, String policy) {}

    /** The present month. */
    public Period period() {
        Optional<Period> ofCycles = sql.first(
                "SELECT period, number_in_period, policy FROM cycle WHERE state NOT IN ('PLANNED', 'PUBLISHED', 'CANCELLED')"
                        + " ORDER BY period DESC, number_in_period DESC LIMIT 1",
                List.of(),
                row -> new Period(row.getString(1), row.getInt(2), row.getString(3)));
        return ofCycles.orElseGet(() -> new Period(ofCalendar(), 1, null));
    }

    /** The latest month that has begun: by the calendar, or because a cycle of it has opened. */
    public String latestBegun() {
        String ofCycles = period().month();
        return ofCalendar().compareTo(ofCycles) > 0 ? ofCalendar() : ofCycles;
    }

    private String ofCalendar() {
        return YearMonth.from(clock.instant().atZone(settings.zone())).toString();
    }
}
