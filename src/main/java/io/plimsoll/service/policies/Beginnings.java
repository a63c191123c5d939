package io.plimsoll.service.policies;

import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.WebSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** From which cycles on a policy can still be made to bind: those that have not begun. */
@ApplicationScoped
class Beginnings {

    private static final int MONTHS_AHEAD = 4;
    private static final int MOST_CYCLES = 24;
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    /** A cycle has begun once it is published: what binds it is fixed then. */
    private static final String BEGUN = " state NOT IN ('PLANNED', 'CANCELLED')";

    private final Sql sql;
    private final Clock clock;
    private final WebSettings settings;

    Beginnings(Sql sql, Clock clock, WebSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    /** The place that somebody means. */
    Beginning of(String from) {
        if (from == null || from.isBlank()) {
            return next();
        }
        String said = from.strip();
        return ofCycle(said).or(() -> ofMonth(said)).orElseThrow(() -> refused(Message.of("POLICY_FROM_EXPECTED")));
    }

    /** Just behind the last cycle that has begun. */
    private Beginning next() {
        return sql.first(
                        "SELECT period, number_in_period FROM cycle WHERE" + BEGUN
                                + " ORDER BY period DESC, number_in_period DESC LIMIT 1",
                        row -> new Beginning(null, row.getString(1), row.getInt(2) + 1))
                .orElse(new Beginning(null, null, null));
    }

    /** Locked, so that the cycle isn't published while this is decided. */
    private Optional<Beginning> ofCycle(String cycle) {
        record Found(Beginning beginning, String state) {}
        Optional<Found> found = sql.first(
                "SELECT period, number_in_period, state FROM cycle WHERE cycle = ? FOR SHARE",
                row -> new Found(new Beginning(cycle, row.getString(1), row.getInt(2)), row.getString(3)),
                cycle);
        if (found.isPresent() && !found.get().state().equals("PLANNED")) {
            throw refused(Message.of("POLICY_FROM_CYCLE_BEGUN", "name", cycle));
        }
        return found.map(Found::beginning);
    }

    private Optional<Beginning> ofMonth(String month) {
        if (!MONTH.matcher(month).matches()) {
            return Optional.empty();
        }
        if (sql.count("SELECT COUNT(*) FROM cycle WHERE period = ? AND" + BEGUN, month) > 0) {
            throw refused(Message.of("POLICY_FROM_MONTH_BEGUN", "month", month));
        }
        return Optional.of(new Beginning(month, month, 1));
    }

    private static Refused refused(Message reason) {
        return Refused.field("effectiveFrom", reason);
    }

    /** Planned cycles, and months in which none has begun. */
    List<String> choices() {
        List<String> choices = new ArrayList<>(sql.list(
                "SELECT cycle FROM cycle WHERE state = 'PLANNED' ORDER BY period, number_in_period LIMIT "
                        + MOST_CYCLES,
                row -> row.getString(1)));
        YearMonth now = YearMonth.from(clock.instant().atZone(settings.zone()));
        for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
            String month = now.plusMonths(ahead).toString();
            if (sql.count("SELECT COUNT(*) FROM cycle WHERE period = ? AND" + BEGUN, month) == 0) {
                choices.add(month);
            }
        }
        return choices;
    }
}
