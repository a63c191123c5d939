package io.plimsoll.service.deliveries;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.message.Message;
import io.plimsoll.service.cycles.Running;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Refused.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Puts on record what came back, whole or not at all. Of a line never more comes back than its grant in force: whoever
 * records holds the row of the order, so two at once are judged one after the other.
 */
@ApplicationScoped
public class CameBack {

    /** More than a day brings back; larger lists come in as files. */
    private static final int MOST_ROWS = 2_000;

    private static final int MOST_CARTONS = 1_000_000;

    private static final String STATE_OF_ORDER = """
            UPDATE demand_order SET version = version + 1, state = IF(EXISTS (
                SELECT 1 FROM came_back b WHERE b.cycle = ? AND b.licence = ? AND b.kind = 'RETURNED'),
                'RETURNED', 'PAYMENT_FAILED')
            WHERE cycle = ? AND licence = ? AND state IN ('ALLOCATED', 'DELIVERED')
            """;

    private final Running running;
    private final Sql sql;
    private final Journal journal;
    private final Clock clock;
    private final Event<CameBackRecorded> recorded;

    CameBack(Running running, Sql sql, Journal journal, Clock clock, Event<CameBackRecorded> recorded) {
        this.running = running;
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
        this.recorded = recorded;
    }

    /** What a shop is called, blank where it has no name; nothing where there is no such shop. */
    Optional<String> shop(String licence) {
        return sql.first("SELECT COALESCE(name, '') FROM retailer WHERE licence = ?", row -> row.getString(1), licence);
    }

    /**
     * What is on record.
     *
     * @param shopName what people call the shop; null where it has no name
     * @param skuName the same of the Sku
     */
    @Schema(name = "CameBack")
    public record Recorded(
            @Schema(examples = "L620119") String licence,
            @Schema(examples = "TE-03") String sku,
            CameBackKind kind,
            @Schema(examples = "2") long cartons,
            Instant at,

            @Schema(nullable = true, description = "who recorded it; null where it came with the data of a past cycle")
            String by,

            @JsonIgnore String shopName,
            @JsonIgnore String skuName) {}

    /** What can still come back of a cycle, to look rows over before they are recorded. */
    public Granted granted(String cycle) {
        return new Granted(sql, cycle);
    }

    /** Why nothing can come back of a cycle, if so. */
    public Optional<Message> objection(String cycle) {
        Optional<String> state = sql.first("SELECT state FROM cycle WHERE cycle = ?", row -> row.getString(1), cycle);
        if (state.isEmpty()) {
            return Optional.of(Message.of("CAME_BACK_CYCLE_UNKNOWN", "cycle", cycle));
        }
        if (!isOut(state.get())) {
            return Optional.of(
                    Message.of("CAME_BACK_NOT_OUT", "cycle", cycle, "state", Message.of("cycleState." + state.get())));
        }
        // What comes back comes back of grants that stand; those are about to be superseded.
        return running.isWaiting(cycle)
                ? Optional.of(Message.of("CAME_BACK_RUN_WAITS", "cycle", cycle))
                : Optional.empty();
    }

    /** Whether there are grants that goods could come back of. */
    public static boolean isOut(String state) {
        return state.equals("ALLOCATED") || state.equals("DELIVERED");
    }

    /** What came back of a cycle, the latest first. */
    PageOf<Recorded> list(String cycle, Paging paging) {
        List<Recorded> found = sql.list(
                "SELECT b.licence, b.sku, b.kind, b.cartons, b.recorded_at, p.display_name, r.name AS shop, s.name AS sku_name"
                        + " FROM came_back b LEFT JOIN person p ON p.id = b.recorded_by"
                        + " LEFT JOIN retailer r ON r.licence = b.licence LEFT JOIN sku s ON s.sku = b.sku WHERE b.cycle = ? ORDER BY b.id DESC LIMIT ? OFFSET ?",
                row -> new Recorded(
                        row.getString("licence"),
                        row.getString("sku"),
                        CameBackKind.valueOf(row.getString("kind")),
                        row.getLong("cartons"),
                        Sql.moment(row, "recorded_at"),
                        row.getString("display_name"),
                        row.getString("shop"),
                        row.getString("sku_name")),
                cycle,
                paging.size,
                paging.offset());
        return PageOf.of(found, paging, sql.count("SELECT COUNT(*) FROM came_back WHERE cycle = ?", cycle));
    }

    /**
     * Records rows.
     *
     * @param rows at least one
     * @throws Refused with one error for each row that is wrong; then none is recorded
     */
    @Transactional(TxType.MANDATORY)
    public void record(Viewer by, String cycle, List<CameBackRow> rows) {
        requireRows(rows);
        record(by, cycle, rows, null);
    }

    /** The same, of rows that came in with an upload and have been looked over; however many they are. */
    @Transactional(TxType.MANDATORY)
    public void record(Viewer by, String cycle, List<CameBackRow> rows, Long upload) {
        // Shared, so that many may record at once, while no run supersedes the one that they go by.
        sql.list("SELECT state FROM cycle WHERE cycle = ? FOR SHARE", row -> row.getString(1), cycle);
        objection(cycle).ifPresent(objection -> {
            throw new Refused(Problem.CONFLICT, objection);
        });
        SortedSet<String> licences = new TreeSet<>();
        rows.forEach(row -> licences.add(row.licence()));
        // In one order for all, so that nobody waits for one who waits for him.
        licences.forEach(licence -> sql.list(
                "SELECT 1 FROM demand_order WHERE cycle = ? AND licence = ? FOR UPDATE",
                row -> row.getInt(1),
                cycle,
                licence));
        Granted granted = granted(cycle);
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            take(granted, rows.get(i), "rows[" + i + "]").ifPresent(errors::add);
        }
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
        Instant now = clock.instant();
        Map<String, Object> content = new TreeMap<>();
        content.put("rows", rows.size());
        content.put("upload", upload);
        for (CameBackRow row : rows) {
            sql.update(
                    "INSERT INTO came_back (cycle, licence, sku, cartons, kind, recorded_at, recorded_by, upload)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    cycle,
                    row.licence(),
                    row.sku(),
                    row.cartons(),
                    row.kind(),
                    now,
                    by.personId(),
                    upload);
            content.merge(row.kind().name(), (long) row.cartons(), (a, b) -> (long) a + (long) b);
        }
        licences.stream()
                .filter(granted::isAllBack)
                .forEach(licence -> sql.update(STATE_OF_ORDER, cycle, licence, cycle, licence));
        journal.append(by, Act.CAME_BACK_RECORDED, Subject.cycle(cycle), content);
        recorded.fire(new CameBackRecorded(cycle));
    }

    private static Optional<FieldError> take(Granted granted, CameBackRow row, String place) {
        if (!granted.knows(row.licence())) {
            return Optional.of(new FieldError(place + ".licence", Message.of("CAME_BACK_NO_GRANT")));
        }
        if (!granted.knows(row.licence(), row.sku())) {
            return Optional.of(new FieldError(place + ".sku", Message.of("CAME_BACK_NO_GRANT_OF_SKU")));
        }
        return granted.take(row.licence(), row.sku(), row.cartons())
                .map(objection -> new FieldError(place + ".cartons", objection));
    }

    private static void requireRows(List<CameBackRow> rows) {
        if (rows == null || rows.isEmpty()) {
            throw Refused.field("rows", Message.of("FIELD_MISSING"));
        }
        if (rows.size() > MOST_ROWS) {
            throw Refused.field("rows", Message.of("CAME_BACK_TOO_MANY", "most", MOST_ROWS));
        }
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            wrong(rows.get(i), "rows[" + i + "]").ifPresent(errors::add);
        }
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
    }

    private static Optional<FieldError> wrong(CameBackRow row, String place) {
        if (row == null) {
            return Optional.of(new FieldError(place, Message.of("FIELD_MISSING")));
        }
        if (row.licence() == null) {
            return Optional.of(new FieldError(place + ".licence", Message.of("FIELD_MISSING")));
        }
        if (row.sku() == null) {
            return Optional.of(new FieldError(place + ".sku", Message.of("FIELD_MISSING")));
        }
        if (row.kind() == null) {
            return Optional.of(new FieldError(place + ".kind", Message.of("FIELD_MISSING")));
        }
        if (row.cartons() == null || row.cartons() < 1 || row.cartons() > MOST_CARTONS) {
            return Optional.of(
                    new FieldError(place + ".cartons", Message.of("CAME_BACK_CARTONS_EXPECTED", "most", MOST_CARTONS)));
        }
        return Optional.empty();
    }
}
