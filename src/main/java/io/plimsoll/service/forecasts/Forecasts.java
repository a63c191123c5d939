package io.plimsoll.service.forecasts;

import io.plimsoll.message.Message;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;

/** Forecasts are said and changed until their month begins; every version of them stays. */
@ApplicationScoped
class Forecasts {

    /** Most cartons of a brand in a month. */
    static final int MOST_CARTONS = 9_999_999;

    /** All forecasts that hold, as a select: of each brand what was said last, unless that took it back. */
    static final String IN_FORCE =
            "SELECT f.period, f.manager, f.brand, f.cartons, f.version, f.said_at FROM forecast f"
                    + " WHERE f.cartons IS NOT NULL AND f.version = (SELECT MAX(l.version) FROM forecast l"
                    + " WHERE l.period = f.period AND l.manager = f.manager AND l.brand = f.brand)";

    private static final int LONGEST_BRAND = 120;

    private final Sql sql;
    private final Months months;
    private final Managers managers;
    private final Asking asking;
    private final Journal journal;
    private final Clock clock;

    Forecasts(Sql sql, Months months, Managers managers, Asking asking, Journal journal, Clock clock) {
        this.sql = sql;
        this.months = months;
        this.managers = managers;
        this.asking = asking;
        this.journal = journal;
        this.clock = clock;
    }

    static String address(String period, String manager) {
        return "/forecasts/" + period + "/" + CycleView.segment(manager);
    }

    /** What holds of a sheet, in cartons by brand. */
    Map<String, Long> said(String period, String manager) {
        Map<String, Long> said = new HashMap<>();
        sql.list(
                "SELECT brand, cartons FROM (" + IN_FORCE + ") f WHERE period = ? AND manager = ?",
                row -> said.put(row.getString(1), row.getLong(2)),
                period,
                manager);
        return said;
    }

    /** The version of a sheet; 0 where nothing was ever said. */
    long version(String period, String manager) {
        return sql.first(
                        "SELECT version FROM forecast_sheet WHERE period = ? AND manager = ?",
                        row -> row.getLong(1),
                        period,
                        manager)
                .orElse(0L);
    }

    /**
     * Stores what a customer manager says of his own territory.
     *
     * @param match is told the present version, and refuses it where the one who asks has seen another
     * @throws Refused FORBIDDEN for another's territory, CONFLICT once the month has begun
     */
    @Transactional
    public void say(String period, String manager, LongConsumer match, SheetEdit edit) {
        Months.required(period);
        if (!manager.equals(managers.own())) {
            throw Refused.forbidden();
        }
        Map<String, Long> asked = checked(Checks.present(edit));
        // Whoever saves the same sheet at the same time waits here; "ignore" would let him share the lock, and stand in
        // the way of the next.
        sql.update(
                "INSERT INTO forecast_sheet (period, manager) VALUES (?, ?) ON DUPLICATE KEY UPDATE version = version",
                period,
                manager);
        long before = sql.count(
                "SELECT version FROM forecast_sheet WHERE period = ? AND manager = ? FOR UPDATE", period, manager);
        Map<String, Long> holds = said(period, manager);
        asked.entrySet().removeIf(each -> Objects.equals(each.getValue(), holds.get(each.getKey())));
        if (asked.isEmpty()) {
            // A double click, or sent again because the answer was lost: it is done already.
            return;
        }
        match.accept(before);
        if (!months.isToCome(period)) {
            throw new Refused(Problem.CONFLICT, Message.of("FORECAST_MONTH_HAS_BEGUN", "month", period));
        }
        store(period, manager, before + 1, asked);
    }

    private Map<String, Long> checked(SheetEdit edit) {
        Checks checks = new Checks();
        checks.given("forecasts", edit.forecasts());
        checks.refuseErrors();
        Set<String> known = new HashSet<>(sql.texts("SELECT brand FROM sku", List.of()));
        Map<String, Long> asked = new HashMap<>();
        for (int i = 0; i < edit.forecasts().size(); i++) {
            String place = "forecasts[" + i + "]";
            SheetEdit.Entry entry = edit.forecasts().get(i);
            if (checks.given(place, entry) == null) {
                continue;
            }
            String brand = checks.line(place + ".brand", entry.brand(), LONGEST_BRAND);
            Integer cartons = entry.cartons();
            boolean isQuantity = cartons == null || cartons >= 0 && cartons <= MOST_CARTONS;
            checks.expect(
                    isQuantity, place + ".cartons", Message.of("FORECAST_QUANTITY_EXPECTED", "most", MOST_CARTONS));
            checks.expect(brand == null || known.contains(brand), place + ".brand", Message.of("FORECAST_NO_BRAND"));
            checks.expect(!asked.containsKey(brand), place + ".brand", Message.of("FORECAST_BRAND_TWICE"));
            asked.put(brand, cartons == null ? null : Long.valueOf(cartons));
        }
        checks.refuseErrors();
        return asked;
    }

    private void store(String period, String manager, long version, Map<String, Long> said) {
        Instant now = clock.instant();
        long person = asking.known().personId();
        said.forEach((brand, cartons) -> sql.update(
                "INSERT INTO forecast (period, manager, brand, version, cartons, said_by, said_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                period,
                manager,
                brand,
                version,
                cartons,
                person,
                now));
        sql.update("UPDATE forecast_sheet SET version = ? WHERE period = ? AND manager = ?", version, period, manager);
        journal.append(
                asking.known(),
                Act.FORECAST_SAID,
                Subject.person(person),
                Map.of("period", period, "version", version, "brands", said.size()));
    }
}
