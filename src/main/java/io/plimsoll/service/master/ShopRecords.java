package io.plimsoll.service.master;

import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Personal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.master.ShopRecord.Complaint;
import io.plimsoll.service.master.ShopRecord.NewComplaint;
import io.plimsoll.service.master.ShopRecord.NewStockCheck;
import io.plimsoll.service.master.ShopRecord.NewVisit;
import io.plimsoll.service.master.ShopRecord.StockCheck;
import io.plimsoll.service.master.ShopRecord.Visit;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Complaints, visits and stock checks of a shop: records that later rules judge by (R16, R26). They are only ever added;
 * the database lets the application change none of them.
 */
@ApplicationScoped
public class ShopRecords {

    private static final int LONGEST_CYCLE = 64;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_PURPOSE = 500;
    private static final int LONGEST_WORDS = 2000;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Sql sql;
    private final RetailerRegister register;
    private final Asking asking;
    private final Journal journal;
    private final Event<ComplaintMade> complained;
    private final Clock clock;

    ShopRecords(
            Sql sql,
            RetailerRegister register,
            Asking asking,
            Journal journal,
            Event<ComplaintMade> complained,
            Clock clock) {
        this.sql = sql;
        this.register = register;
        this.asking = asking;
        this.journal = journal;
        this.complained = complained;
        this.clock = clock;
    }

    /** What the retailer complained of, latest first; whom a complaint is about is not told of it. */
    @Transactional
    public PageOf<Complaint> complaints(String licence, Paging paging) {
        register.read(licence);
        Where where = toldOf(new Where().and("t.licence = ?", licence), asking.known(), "t");
        long total = sql.number("SELECT COUNT(*) FROM complaint t" + where.sql(), where.values());
        List<Complaint> found = sql.list(
                "SELECT t.*, p.display_name FROM complaint t LEFT JOIN person p ON p.id = t.made_by" + where.sql()
                        + " ORDER BY t.id DESC LIMIT ? OFFSET ?",
                where.valuesAnd(paging.size, paging.offset()),
                Complaint::read);
        return PageOf.of(found, paging, total);
    }

    /**
     * Leaves out the complaints that are about the one who asks.
     *
     * @param complaint the alias of their table
     */
    static Where toldOf(Where where, Viewer viewer, String complaint) {
        return where.and(
                "NOT EXISTS (SELECT 1 FROM complaint_about x WHERE x.complaint = " + complaint
                        + ".id AND (x.person = ? OR x.manager = ?))",
                viewer.personId(),
                viewer.scope() instanceof Scope.OfManager of ? of.manager() : "");
    }

    /** Visits of the customer manager, latest first. */
    @Transactional
    public PageOf<Visit> visits(String licence, Paging paging) {
        return list("visit", "recorded_by", licence, paging, Visit::read);
    }

    /** Stock checks by inspectors, latest first. */
    @Transactional
    public PageOf<StockCheck> stockChecks(String licence, Paging paging) {
        return list("stock_check", "recorded_by", licence, paging, StockCheck::read);
    }

    private <T> PageOf<T> list(String table, String by, String licence, Paging paging, Sql.Row<T> row) {
        register.read(licence);
        long total = sql.number("SELECT COUNT(*) FROM " + table + " WHERE licence = ?", List.of(licence));
        List<T> found = sql.list(
                "SELECT t.*, p.display_name FROM " + table + " t LEFT JOIN person p ON p.id = t." + by
                        + " WHERE t.licence = ? ORDER BY t.id DESC LIMIT ? OFFSET ?",
                List.of(licence, paging.size, paging.offset()),
                row);
        return PageOf.of(found, paging, total);
    }

    /** A retailer complains, of a cycle if he says so. */
    @Transactional
    public Complaint complain(String licence, NewComplaint given) {
        register.visible(licence);
        Checks checks = new Checks();
        String words = checks.words("words", given.words(), LONGEST_WORDS);
        String cycle = checks.lineIfAny("cycle", given.cycle(), LONGEST_CYCLE);
        boolean isCycle =
                cycle == null || sql.number("SELECT COUNT(*) FROM cycle WHERE cycle = ?", List.of(cycle)) == 1;
        checks.expect(isCycle, "cycle", Message.of("FIELD_CYCLE_UNKNOWN"));
        checks.refuseErrors();
        Instant now = clock.instant();
        long id = sql.insert(
                "INSERT INTO complaint (licence, cycle, words, made_by, made_at) VALUES (?, ?, ?, ?, ?)",
                Arrays.asList(licence, cycle, words, me(), now));
        note(Act.COMPLAINT_MADE, licence, id, "cycle", cycle, "words", personal(licence, words));
        complained.fire(new ComplaintMade(id, licence, cycle, words, Boolean.TRUE.equals(given.aboutManager())));
        return new Complaint(id, cycle, words, asking.known().displayName(), now);
    }

    /** A customer manager records that he was at a shop. */
    @Transactional
    public Visit visit(String licence, NewVisit given) {
        register.visible(licence);
        Checks checks = new Checks();
        Instant visitedAt = past(checks, "visitedAt", given.visitedAt());
        String place = checks.line("place", given.place(), LONGEST_PLACE);
        String purpose = checks.line("purpose", given.purpose(), LONGEST_PURPOSE);
        checks.refuseErrors();
        Instant now = clock.instant();
        long id = sql.insert(
                "INSERT INTO visit (licence, visited_at, place, purpose, recorded_by, recorded_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                List.of(licence, visitedAt, place, purpose, me(), now));
        note(
                Act.VISIT_RECORDED,
                licence,
                id,
                "visitedAt",
                visitedAt,
                "place",
                personal(licence, place),
                "purpose",
                personal(licence, purpose));
        return new Visit(id, visitedAt, place, purpose, asking.known().displayName(), now);
    }

    /** A market manager or a planner records what an inspector found; inspectors themselves have no sign-in. */
    @Transactional
    public StockCheck stockCheck(String licence, NewStockCheck given) {
        register.visible(licence);
        Checks checks = new Checks();
        Instant checkedAt = past(checks, "checkedAt", given.checkedAt());
        String inspector = checks.line("inspector", given.inspector(), LONGEST_NAME);
        String result = checks.words("result", given.result(), LONGEST_WORDS);
        checks.refuseErrors();
        Instant now = clock.instant();
        long id = sql.insert(
                "INSERT INTO stock_check (licence, checked_at, inspector, result, recorded_by, recorded_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                List.of(licence, checkedAt, inspector, result, me(), now));
        note(
                Act.STOCK_CHECK_RECORDED,
                licence,
                id,
                "checkedAt",
                checkedAt,
                "inspector",
                personal(licence, inspector),
                "result",
                personal(licence, result));
        return new StockCheck(id, checkedAt, inspector, result, asking.known().displayName(), now);
    }

    private Instant past(Checks checks, String field, Instant moment) {
        Instant given = checks.given(field, moment);
        boolean isPast = given == null || !(given.isBefore(EARLIEST) || given.isAfter(clock.instant()));
        checks.expect(isPast, field, Message.of("FIELD_MOMENT_PAST"));
        return given;
    }

    private long me() {
        return asking.known().personId();
    }

    private static Personal personal(String licence, String value) {
        return new Personal(Subject.retailer(licence), value);
    }

    private void note(Act act, String licence, long id, Object... namesAndValues) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("record", id);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            content.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        journal.append(asking.known(), act, Subject.retailer(licence), content);
    }
}
