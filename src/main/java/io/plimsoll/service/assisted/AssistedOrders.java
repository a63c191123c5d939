package io.plimsoll.service.assisted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.calendar.BusinessCalendar;
import io.plimsoll.message.Message;
import io.plimsoll.service.assisted.AssistedOrder.Step;
import io.plimsoll.service.cycles.CycleState;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.journal.Readings;
import io.plimsoll.service.master.ShopScope;
import io.plimsoll.service.orders.OrderDraft;
import io.plimsoll.service.orders.OrderLine;
import io.plimsoll.service.policies.PolicyCalendars;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.WebSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Assisted orders, and who missed an order, to whoever may see them. */
@ApplicationScoped
class AssistedOrders {

    /** An active shop without an order, for which nothing is on its way either. */
    private static final String MISSED = " FROM retailer r"
            + " LEFT JOIN demand_order o ON o.cycle = ? AND o.licence = r.licence"
            + " LEFT JOIN assisted_order a ON a.cycle = ? AND a.licence = r.licence AND a.is_open";

    private static final String LISTED = " FROM assisted_order a JOIN retailer r ON r.licence = a.licence";

    private static final String COLLECTED =
            "SELECT content, digest FROM assisted_step WHERE assisted_order = ? AND step = 'COLLECTED'";

    private static final String STEPS =
            "SELECT s.step, p.display_name, s.at, s.visited_at, s.place, s.manner, s.reason, s.receipt FROM assisted_step s"
                    + " LEFT JOIN person p ON p.id = s.by_person WHERE s.assisted_order = ? ORDER BY s.id";

    private final Sql sql;
    private final Asking asking;
    private final ShopScope scope;
    private final Cycles cycles;
    private final PolicyCalendars calendars;
    private final Readings readings;
    private final ObjectMapper json;
    private final ZoneId zone;
    private final Clock clock;

    AssistedOrders(
            Sql sql,
            Asking asking,
            ShopScope scope,
            Cycles cycles,
            PolicyCalendars calendars,
            Readings readings,
            ObjectMapper json,
            WebSettings settings,
            Clock clock) {
        this.sql = sql;
        this.asking = asking;
        this.scope = scope;
        this.cycles = cycles;
        this.calendars = calendars;
        this.readings = readings;
        this.json = json;
        this.zone = settings.zone();
        this.clock = clock;
    }

    /** The row of an assisted order. */
    record Row(
            long id,
            String cycle,
            String licence,
            AssistedState state,
            boolean confirmed,
            long collectedBy,
            Instant collectedAt,
            long version) {}

    /** What the retailer stated. */
    private record Content(Integer atMost, List<OrderLine> lines) {

        long cartons() {
            return lines.stream().mapToLong(OrderLine::demand).sum();
        }
    }

    /** What somebody looks for in a list; null leaves it open. */
    record Filter(AssistedState state, Boolean confirmed, String search) {}

    /** The row of one that the one who asks may see. */
    Row inScope(long id) {
        Optional<Row> row = row(id);
        asking.requireInScope(row.flatMap(each -> scope.owner(each.licence())));
        return row.orElseThrow();
    }

    /** Refuses a shop that is another's. */
    void requireInScope(String licence) {
        scope.require(licence);
    }

    private Optional<Row> row(long id) {
        return sql.first(
                "SELECT id, cycle, licence, state, confirmed, collected_by, collected_at, version FROM assisted_order"
                        + " WHERE id = ?",
                row -> new Row(
                        row.getLong("id"),
                        row.getString("cycle"),
                        row.getString("licence"),
                        AssistedState.valueOf(row.getString("state")),
                        row.getBoolean("confirmed"),
                        row.getLong("collected_by"),
                        Sql.moment(row, "collected_at"),
                        row.getLong("version")),
                id);
    }

    /** One that the one who asks may see; an auditor's reading is journalled. */
    @Transactional
    AssistedOrder find(long id) {
        Row row = inScope(id);
        readings.ofRetailer(row.licence());
        return view(row);
    }

    /** The same after a step, by the one who took it. */
    @Transactional(TxType.MANDATORY)
    AssistedOrder shown(long id) {
        return view(row(id).orElseThrow());
    }

    private AssistedOrder view(Row row) {
        Content content = content(row.id());
        String digest =
                sql.first(COLLECTED, each -> each.getString("digest"), row.id()).orElseThrow();
        String name = sql.texts("SELECT COALESCE(name, '') FROM retailer WHERE licence = ?", List.of(row.licence()))
                .get(0);
        return new AssistedOrder(
                row.id(),
                row.cycle(),
                row.licence(),
                name.isEmpty() ? null : name,
                row.state(),
                row.confirmed(),
                entryFrom(row.cycle(), row.collectedAt()),
                content.lines(),
                content.atMost(),
                digest,
                sql.list(STEPS, AssistedOrders::step, row.id()),
                row.version());
    }

    private static Step step(ResultSet row) throws SQLException {
        String manner = row.getString("manner");
        return new Step(
                StepKind.valueOf(row.getString("step")),
                row.getString("display_name"),
                Sql.moment(row, "at"),
                Sql.moment(row, "visited_at"),
                row.getString("place"),
                manner == null ? null : Manner.valueOf(manner),
                row.getString("reason"),
                Sql.whole(row, "receipt"));
    }

    private Content content(long id) {
        return sql.first(COLLECTED, row -> content(row.getString("content")), id)
                .orElseThrow();
    }

    private Content content(String stored) {
        try {
            return json.readValue(stored, Content.class);
        } catch (JsonProcessingException spoilt) {
            throw new IllegalStateException(spoilt);
        }
    }

    /** What was collected, as it is entered. */
    OrderDraft draft(long id) {
        Content content = content(id);
        return new OrderDraft(
                content.lines().stream()
                        .map(line -> new OrderDraft.Line(line.sku(), line.demand()))
                        .toList(),
                content.atMost());
    }

    /** The business day on which the order desk may enter what was collected at a moment (R16). */
    LocalDate entryFrom(String cycle, Instant collectedAt) {
        return entryFrom(calendars.ofCycle(cycle), collectedAt);
    }

    private LocalDate entryFrom(BusinessCalendar calendar, Instant collectedAt) {
        return calendar.nextBusinessDay(day(collectedAt));
    }

    /** The day of a moment on the clocks of the business. */
    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** When a day begins on the clocks of the business. */
    Instant beginningOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Those of a cycle that the one who asks may see, and asks for; the earliest first. */
    @Transactional
    PageOf<AssistedSummary> list(String cycle, Filter filter, Paging paging) {
        cycles.find(asking.known(), cycle);
        Where where = where(cycle, filter);
        BusinessCalendar calendar = calendars.ofCycle(cycle);
        List<AssistedSummary> found = sql.list(
                "SELECT a.id, a.cycle, a.licence, r.name, r.manager, r.territory, a.state, a.confirmed, a.collected_at"
                        + LISTED + where.sql() + " ORDER BY a.id LIMIT ? OFFSET ?",
                where.valuesAnd(paging.size, paging.offset()),
                row -> summary(row, calendar));
        readings.ofRetailers(found.stream().map(AssistedSummary::licence).toList());
        return PageOf.of(found, paging, count(cycle, filter));
    }

    /** How many there are. */
    @Transactional
    long count(String cycle, Filter filter) {
        Where where = where(cycle, filter);
        return sql.number("SELECT COUNT(*)" + LISTED + where.sql(), where.values());
    }

    private Where where(String cycle, Filter filter) {
        Where where =
                new Where().and("a.cycle = ?", cycle).inScope(asking.known().scope(), "r");
        if (filter.state() != null) {
            where.and("a.state = ?", filter.state().name());
        }
        if (filter.confirmed() != null) {
            where.and("a.confirmed = ?", filter.confirmed());
        }
        return searched(where, filter.search());
    }

    private static Where searched(Where where, String search) {
        return search == null || search.isBlank()
                ? where
                : where.and(
                        "(" + Where.loosely("r.licence") + " LIKE ? OR " + Where.loosely("r.name") + " LIKE ?)",
                        Where.loosePattern(search),
                        Where.loosePattern(search));
    }

    private AssistedSummary summary(ResultSet row, BusinessCalendar calendar) throws SQLException {
        long id = row.getLong("id");
        Instant collectedAt = Sql.moment(row, "collected_at");
        return new AssistedSummary(
                id,
                row.getString("cycle"),
                row.getString("licence"),
                row.getString("name"),
                row.getString("manager"),
                row.getString("territory"),
                AssistedState.valueOf(row.getString("state")),
                row.getBoolean("confirmed"),
                collectedAt,
                entryFrom(calendar, collectedAt),
                content(id).cartons());
    }

    /** How many of a cycle are signed and may be entered by now. */
    @Transactional
    long toEnterToday(String cycle) {
        BusinessCalendar calendar = calendars.ofCycle(cycle);
        LocalDate today = day(clock.instant());
        return sql
                .list(
                        "SELECT collected_at FROM assisted_order WHERE cycle = ? AND state = 'VERIFIED'",
                        row -> entryFrom(calendar, Sql.moment(row, "collected_at")),
                        cycle)
                .stream()
                .filter(day -> !day.isAfter(today))
                .count();
    }

    /** The latest one of a retailer's that is on its way, in a cycle that still takes orders. */
    @Transactional
    Optional<AssistedOrder> onItsWay(Scope.OneRetailer own, String cycle) {
        return sql.first(
                        "SELECT id FROM assisted_order WHERE cycle = ? AND licence = ? AND is_open",
                        row -> row.getLong(1),
                        cycle,
                        own.licence())
                .flatMap(this::row)
                .map(this::view);
    }

    /**
     * Who missed an order of a cycle: nobody while the retailers' own window is open, and nobody any more once the second
     * one is over; then it is no demand (R17).
     */
    @Transactional
    PageOf<MissedShop> missed(String cycle, String search, Paging paging) {
        if (!isSecondWindow(cycles.find(asking.known(), cycle))) {
            return PageOf.of(List.of(), paging, 0);
        }
        Where where = whereMissed(search);
        List<MissedShop> found = sql.list(
                "SELECT r.licence, r.name, r.manager, r.territory, r.order_interval,"
                        + " (SELECT MAX(x.id) FROM assisted_order x WHERE x.cycle = ? AND x.licence = r.licence) AS refused"
                        + MISSED + where.sql() + " ORDER BY r.licence LIMIT ? OFFSET ?",
                concat(List.of(cycle, cycle, cycle), where.valuesAnd(paging.size, paging.offset())),
                row -> new MissedShop(
                        row.getString("licence"),
                        row.getString("name"),
                        row.getString("manager"),
                        row.getString("territory"),
                        row.getInt("order_interval"),
                        Sql.whole(row, "refused")));
        readings.ofRetailers(found.stream().map(MissedShop::licence).toList());
        return PageOf.of(found, paging, countMissed(cycle, where));
    }

    /** How many there are of these. */
    @Transactional
    long countMissed(String cycle, String search) {
        return isSecondWindow(cycles.find(asking.known(), cycle)) ? countMissed(cycle, whereMissed(search)) : 0;
    }

    private long countMissed(String cycle, Where where) {
        return sql.number("SELECT COUNT(*)" + MISSED + where.sql(), concat(List.of(cycle, cycle), where.values()));
    }

    private Where whereMissed(String search) {
        return searched(
                new Where()
                        .and("r.status = 'ACTIVE'")
                        .and("o.licence IS NULL")
                        .and("a.id IS NULL")
                        .inScope(asking.known().scope(), "r"),
                search);
    }

    private boolean isSecondWindow(CycleView cycle) {
        return cycle.life().stateAt(clock.instant()) == CycleState.SECOND_WINDOW;
    }

    private static List<Object> concat(List<?> first, List<?> second) {
        List<Object> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** A state by its name; null for none. */
    static AssistedState state(String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        for (AssistedState state : AssistedState.values()) {
            if (state.name().equals(name.strip())) {
                return state;
            }
        }
        throw Refused.field("state", Message.of("ASSISTED_STATE_EXPECTED"));
    }
}
