package io.plimsoll.service.cycles;

import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Refused.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** What there is to share in a cycle. Blank supply is unlimited, and nothing here is a minimum (R3). */
@ApplicationScoped
class Supplies {

    static final long MOST_SUPPLY = 1_000_000_000_000L;

    private static final BigDecimal MOST_FORECAST = new BigDecimal(MOST_SUPPLY);
    private static final int FORECAST_PLACES = 6;
    private static final int LONGEST_REASON = 500;

    private static final String SELECT = """
            SELECT p.sku, s.name, COALESCE(c.brand, s.brand) AS brand, COALESCE(c.tier, s.tier) AS tier,
                COALESCE(c.status, s.status) AS status, p.supply, p.forecast, p.version
            FROM supply p JOIN sku s ON s.sku = p.sku
            LEFT JOIN cycle_sku c ON c.cycle = p.cycle AND c.sku = p.sku
            WHERE p.cycle = ?
            """;

    private final CycleTable cycles;
    private final Notices notices;
    private final Sql sql;
    private final Journal journal;
    private final Clock clock;

    Supplies(CycleTable cycles, Notices notices, Sql sql, Journal journal, Clock clock) {
        this.cycles = cycles;
        this.notices = notices;
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What a planner says of a Sku's supply.
     *
     * @param supply cartons; null: unlimited
     * @param forecast cartons; null: none
     * @param reason needed once supply is published; else null
     */
    record Amounts(BigDecimal supply, BigDecimal forecast, String reason) {}

    @Transactional
    List<SupplyLine> list(String cycle, Paging paging) {
        return sql.list(
                SELECT + " ORDER BY p.sku LIMIT ? OFFSET ?", Supplies::line, cycle, paging.size, paging.offset());
    }

    @Transactional
    long count(String cycle) {
        return sql.count("SELECT COUNT(*) FROM supply WHERE cycle = ?", cycle);
    }

    @Transactional
    Optional<SupplyLine> find(String cycle, String sku) {
        return sql.first(SELECT + " AND p.sku = ?", Supplies::line, cycle, sku);
    }

    /** The corrections of what was published, the latest first. */
    @Transactional
    List<Correction> corrections(String cycle) {
        return sql.list(
                "SELECT c.sku, s.name, c.supply_before, c.supply_after, c.forecast_before, c.forecast_after, c.reason,"
                        + " c.corrected_at FROM supply_correction c JOIN sku s ON s.sku = c.sku"
                        + " WHERE c.cycle = ? ORDER BY c.id DESC",
                row -> new Correction(
                        row.getString("sku"),
                        row.getString("name"),
                        Sql.whole(row, "supply_before"),
                        Sql.whole(row, "supply_after"),
                        row.getBigDecimal("forecast_before"),
                        row.getBigDecimal("forecast_after"),
                        row.getString("reason"),
                        Sql.moment(row, "corrected_at")),
                cycle);
    }

    /**
     * Sets the supply of a Sku: freely until the cycle is published; after that as a correction that everybody sees, with
     * its reason, until both windows are over, and again from the run to the delivery.
     *
     * @param requireVersion is shown the line that is there, if there is one, and refuses where another was expected
     */
    @Transactional
    SupplyLine put(
            Viewer planner, String name, String sku, Amounts amounts, Consumer<Optional<SupplyLine>> requireVersion) {
        CycleEntity cycle = cycles.locked(name).orElseThrow(Refused::notFound);
        Optional<SupplyLine> before = find(name, sku);
        requireVersion.accept(before);
        requireSound(amounts);
        if (cycle.state == CycleState.PLANNED) {
            set(name, sku, amounts, before.isPresent());
            journal.append(planner, Act.SUPPLY_SET, Subject.cycle(name), content(sku, amounts));
        } else {
            correct(
                    planner,
                    cycle,
                    before.orElseThrow(() -> Refused.field("sku", Message.of("SKU_NOT_PUBLISHED"))),
                    amounts);
        }
        return find(name, sku).orElseThrow();
    }

    private void set(String cycle, String sku, Amounts amounts, boolean isThere) {
        if (isThere) {
            update(cycle, sku, amounts);
        } else if (sql.count("SELECT COUNT(*) FROM sku WHERE sku = ?", sku) == 0) {
            throw Refused.field("sku", Message.of("SKU_UNKNOWN"));
        } else {
            sql.update(
                    "INSERT INTO supply (cycle, sku, supply, forecast) VALUES (?, ?, ?, ?)",
                    cycle,
                    sku,
                    amounts.supply(),
                    amounts.forecast());
        }
    }

    private void update(String cycle, String sku, Amounts amounts) {
        sql.update(
                "UPDATE supply SET supply = ?, forecast = ?, version = version + 1 WHERE cycle = ? AND sku = ?",
                amounts.supply(),
                amounts.forecast(),
                cycle,
                sku);
    }

    private void correct(Viewer planner, CycleEntity cycle, SupplyLine before, Amounts amounts) {
        if (!cycle.life().stateAt(clock.instant()).allowsCorrection()) {
            throw frozen(cycle.state);
        }
        String reason = amounts.reason() == null ? "" : amounts.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Refused.field("reason", Message.of("REASON_EXPECTED", "most", LONGEST_REASON));
        }
        if (isSame(before, amounts)) {
            return;
        }
        update(cycle.cycle, before.sku(), amounts);
        long correction = sql.insert(
                "INSERT INTO supply_correction (cycle, sku, supply_before, supply_after, forecast_before, forecast_after,"
                        + " reason, corrected_by, corrected_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                cycle.cycle,
                before.sku(),
                before.supply(),
                amounts.supply(),
                before.forecast(),
                amounts.forecast(),
                reason,
                planner.personId(),
                clock.instant());
        notices.write(cycle.cycle, Notice.Kind.SUPPLY_CORRECTED, reason, correction);
        Map<String, Object> content = content(before.sku(), amounts);
        content.put("supply_before", before.supply());
        content.put("forecast_before", SupplyLine.plain(before.forecast()));
        content.put("reason", reason);
        journal.append(planner, Act.SUPPLY_CORRECTED, Subject.cycle(cycle.cycle), content);
    }

    /** Why supply can't be corrected in a state. */
    static Refused frozen(CycleState state) {
        boolean isOver = state == CycleState.DELIVERED || state == CycleState.CANCELLED;
        return new Refused(Problem.CONFLICT, Message.of(isOver ? "SUPPLY_STANDS" : "SUPPLY_IS_FROZEN"));
    }

    private static boolean isSame(SupplyLine before, Amounts amounts) {
        Long supply = amounts.supply() == null ? null : amounts.supply().longValueExact();
        return Objects.equals(before.supply(), supply)
                && Objects.equals(SupplyLine.plain(before.forecast()), SupplyLine.plain(amounts.forecast()));
    }

    /** Takes a Sku out of a cycle that is not published yet. */
    @Transactional
    void remove(Viewer planner, String name, String sku, Consumer<Optional<SupplyLine>> requireVersion) {
        CycleEntity cycle = cycles.locked(name).orElseThrow(Refused::notFound);
        Optional<SupplyLine> before = find(name, sku);
        requireVersion.accept(before);
        if (before.isEmpty()) {
            throw Refused.notFound();
        }
        if (cycle.state != CycleState.PLANNED) {
            throw new Refused(Problem.CONFLICT, Message.of("CYCLE_IS_FIXED"));
        }
        sql.update("DELETE FROM supply WHERE cycle = ? AND sku = ?", name, sku);
        journal.append(planner, Act.SUPPLY_REMOVED, Subject.cycle(name), Map.of("sku", sku));
    }

    private static void requireSound(Amounts amounts) {
        List<FieldError> errors = new ArrayList<>();
        BigDecimal supply = amounts.supply();
        if (supply != null && (!isWithin(supply, 0))) {
            errors.add(new FieldError("supply", Message.of("SUPPLY_EXPECTED", "most", MOST_SUPPLY)));
        }
        if (amounts.forecast() != null && !isWithin(amounts.forecast(), FORECAST_PLACES)) {
            errors.add(new FieldError("forecast", Message.of("FORECAST_EXPECTED", "most", MOST_SUPPLY)));
        }
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
    }

    private static boolean isWithin(BigDecimal number, int places) {
        return number.signum() >= 0
                && number.compareTo(MOST_FORECAST) <= 0
                && (number.signum() == 0 || number.stripTrailingZeros().scale() <= places);
    }

    private static Map<String, Object> content(String sku, Amounts amounts) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("sku", sku);
        content.put("supply", SupplyLine.plain(amounts.supply()));
        content.put("forecast", SupplyLine.plain(amounts.forecast()));
        return content;
    }

    private static SupplyLine line(ResultSet row) throws SQLException {
        return new SupplyLine(
                row.getString("sku"),
                row.getString("name"),
                row.getString("brand"),
                row.getString("tier"),
                row.getString("status"),
                Sql.whole(row, "supply"),
                row.getBigDecimal("forecast"),
                row.getLong("version"));
    }
}
