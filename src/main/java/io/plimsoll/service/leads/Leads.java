package io.plimsoll.service.leads;

import io.plimsoll.rule.Severity;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.journal.Readings;
import io.plimsoll.service.leads.Lead.Attachment;
import io.plimsoll.service.leads.Lead.Finding;
import io.plimsoll.service.leads.Lead.Step;
import io.plimsoll.service.leads.Lead.SubjectOf;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Leads, to whoever may see them; for anybody else they do not exist. */
@ApplicationScoped
class Leads {

    private static final String ONE = "SELECT l.*, b.display_name AS raiser, a.display_name AS checker, c.licence,"
            + " r.name AS shop FROM raised_lead l JOIN person b ON b.id = l.raised_by"
            + " LEFT JOIN person a ON a.id = l.assignee LEFT JOIN complaint c ON c.id = l.complaint"
            + " LEFT JOIN retailer r ON r.licence = c.licence WHERE l.id = ?";

    private static final String LISTED = "SELECT l.*, a.display_name AS checker,"
            + " (SELECT GROUP_CONCAT(COALESCE(s.licence, s.sku, p.display_name) ORDER BY s.id SEPARATOR ', ')"
            + " FROM lead_subject s LEFT JOIN person p ON p.id = s.person WHERE s.of_lead = l.id) AS about"
            + " FROM raised_lead l LEFT JOIN person a ON a.id = l.assignee";

    private static final String SUBJECT_COLUMNS = "s.person, s.licence, s.sku, sp.name AS person_name,"
            + " sp.display_name AS person_shown, sr.name AS shop_name, sk.name AS sku_name";

    private static final String SUBJECT_NAMES = " LEFT JOIN person sp ON sp.id = s.person"
            + " LEFT JOIN retailer sr ON sr.licence = s.licence LEFT JOIN sku sk ON sk.sku = s.sku";

    private static final String STEPS = "SELECT t.id, t.step, p.display_name, p.role, t.at, t.words,"
            + " a.display_name AS checker, t.due, t.result, t.answer, t.subject, " + SUBJECT_COLUMNS
            + " FROM lead_step t LEFT JOIN person p ON p.id = t.by_person LEFT JOIN person a ON a.id = t.assignee"
            + " LEFT JOIN lead_subject s ON s.id = t.subject" + SUBJECT_NAMES + " WHERE t.of_lead = ? ORDER BY t.id";

    private final Sql sql;
    private final Asking asking;
    private final Readings readings;
    private final ZoneId zone;
    private final Clock clock;

    Leads(Sql sql, Asking asking, Readings readings, WebSettings settings, Clock clock) {
        this.sql = sql;
        this.asking = asking;
        this.readings = readings;
        this.zone = settings.zone();
        this.clock = clock;
    }

    /** Today on the clocks of the business. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Whether the one who asks may see a lead. */
    boolean isSeen(long id) {
        Where where = LeadSight.of(asking.known()).and("l.id = ?", id);
        return sql.number("SELECT COUNT(*) FROM raised_lead l" + where.sql(), where.values()) > 0;
    }

    /** Refuses a lead that the one who asks may not see, in the words for one that is not there. */
    void require(long id) {
        if (!isSeen(id)) {
            throw Refused.notFound();
        }
    }

    /** Whether somebody is to check a lead. */
    boolean isCheckedBy(long id, Viewer viewer) {
        return sql.count("SELECT COUNT(*) FROM raised_lead WHERE id = ? AND assignee = ?", id, viewer.personId()) > 0;
    }

    /** One that the one who asks may see; an auditor's reading of a retailer's data is journalled. */
    @Transactional
    Lead find(long id) {
        require(id);
        Lead lead = shown(id);
        lead.subjects().stream()
                .filter(subject -> subject.kind() == SubjectOf.Kind.RETAILER)
                .forEach(subject -> readings.ofRetailer(subject.key()));
        if (lead.complaint() != null) {
            readings.ofRetailer(lead.complaint().licence());
        }
        return lead;
    }

    /** The same after a step, by the one who took it. */
    @Transactional(TxType.MANDATORY)
    Lead shown(long id) {
        List<Step> steps = sql.list(STEPS, Leads::step, id);
        List<SubjectOf> subjects = sql.list(
                "SELECT " + SUBJECT_COLUMNS + " FROM lead_subject s" + SUBJECT_NAMES
                        + " WHERE s.of_lead = ? ORDER BY s.id",
                Leads::subject,
                id);
        List<Attachment> attachments = sql.list(
                "SELECT id, step, name, kind, bytes, digest FROM lead_attachment WHERE of_lead = ? ORDER BY id",
                row -> new Attachment(
                        row.getLong("id"),
                        row.getLong("step"),
                        row.getString("name"),
                        AttachmentKind.valueOf(row.getString("kind")),
                        row.getInt("bytes"),
                        row.getString("digest")),
                id);
        Lead.Violation violation = sql.first(
                        "SELECT prohibition, prohibition_from, confirmed_at FROM violation WHERE of_lead = ?",
                        row -> new Lead.Violation(
                                row.getString("prohibition"),
                                row.getObject("prohibition_from", LocalDate.class),
                                Sql.moment(row, "confirmed_at")),
                        id)
                .orElse(null);
        LocalDate today = today();
        return sql.first(
                        ONE,
                        row -> new Lead(
                                id,
                                LeadSource.valueOf(row.getString("source")),
                                Severity.valueOf(row.getString("severity")),
                                row.getString("rule"),
                                row.getString("cycle"),
                                row.getString("words"),
                                row.getString("raiser"),
                                Role.valueOf(row.getString("raised_as")),
                                Sql.moment(row, "raised_at"),
                                finding(row),
                                complaint(row),
                                LeadState.valueOf(row.getString("state")),
                                row.getString("checker"),
                                row.getObject("due", LocalDate.class),
                                isOverdue(row, today),
                                result(row.getString("proposed")),
                                result(row.getString("result")),
                                Sql.moment(row, "escalated_at"),
                                subjects,
                                steps,
                                attachments,
                                violation,
                                row.getLong("version")),
                        id)
                .orElseThrow();
    }

    private static boolean isOverdue(ResultSet row, LocalDate today) throws SQLException {
        return !row.getString("state").equals(LeadState.CLOSED.name())
                && row.getObject("due", LocalDate.class).isBefore(today);
    }

    static LeadResult result(String name) {
        return name == null ? null : LeadResult.valueOf(name);
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return row.getString("finding_code") == null
                ? null
                : new Finding(
                        Sql.whole(row, "run"),
                        Sql.whole(row, "audit"),
                        row.getInt("position"),
                        row.getString("finding_subject"),
                        row.getString("finding_code"),
                        row.getString("finding_evidence"));
    }

    private static Lead.Complaint complaint(ResultSet row) throws SQLException {
        return Sql.whole(row, "complaint") == null
                ? null
                : new Lead.Complaint(row.getLong("complaint"), row.getString("licence"), row.getString("shop"));
    }

    private static SubjectOf subject(ResultSet row) throws SQLException {
        if (Sql.whole(row, "person") != null) {
            return new SubjectOf(SubjectOf.Kind.PERSON, row.getString("person_name"), row.getString("person_shown"));
        }
        String licence = row.getString("licence");
        return licence != null
                ? new SubjectOf(SubjectOf.Kind.RETAILER, licence, row.getString("shop_name"))
                : new SubjectOf(SubjectOf.Kind.SKU, row.getString("sku"), row.getString("sku_name"));
    }

    private static Step step(ResultSet row) throws SQLException {
        String role = row.getString("role");
        return new Step(
                row.getLong("id"),
                LeadStepKind.valueOf(row.getString("step")),
                row.getString("display_name"),
                role == null ? null : Role.valueOf(role),
                Sql.moment(row, "at"),
                row.getString("words"),
                row.getString("checker"),
                row.getObject("due", LocalDate.class),
                Sql.whole(row, "subject") == null ? null : subject(row),
                result(row.getString("result")),
                row.getString("answer"));
    }

    /** Those that the one who asks may see, and asks for. */
    @Transactional
    PageOf<LeadSummary> list(LeadFilter filter, Paging paging) {
        filter.check();
        Where where = where(filter);
        LocalDate today = today();
        List<LeadSummary> found = sql.list(
                LISTED + where.sql() + filter.order() + " LIMIT ? OFFSET ?",
                where.valuesAnd(paging.size, paging.offset()),
                row -> summary(row, today));
        noteReading(found);
        return PageOf.of(found, paging, count(filter));
    }

    /** All of them, for a file. */
    @Transactional
    List<LeadSummary> all(LeadFilter filter) {
        filter.check();
        Where where = where(filter);
        LocalDate today = today();
        List<LeadSummary> found =
                sql.list(LISTED + where.sql() + filter.order(), where.values(), row -> summary(row, today));
        noteReading(found);
        return found;
    }

    /** The shops that are named in a list. */
    private void noteReading(List<LeadSummary> found) {
        if (!found.isEmpty() && asking.is(Role.AUDITOR)) {
            String marks = String.join(", ", java.util.Collections.nCopies(found.size(), "?"));
            List<Long> ids = found.stream().map(LeadSummary::id).toList();
            readings.ofRetailers(sql.texts(
                    "SELECT DISTINCT licence FROM lead_subject WHERE licence IS NOT NULL AND of_lead IN (" + marks
                            + ") ORDER BY licence",
                    ids));
        }
    }

    /** How many there are. */
    long count(LeadFilter filter) {
        Where where = where(filter);
        return sql.number("SELECT COUNT(*) FROM raised_lead l" + where.sql(), where.values());
    }

    private Where where(LeadFilter filter) {
        Viewer viewer = asking.known();
        return filter.narrow(LeadSight.of(viewer), viewer.personId(), today());
    }

    private static LeadSummary summary(ResultSet row, LocalDate today) throws SQLException {
        boolean isClosed = row.getString("state").equals(LeadState.CLOSED.name());
        return new LeadSummary(
                row.getLong("id"),
                LeadSource.valueOf(row.getString("source")),
                Severity.valueOf(row.getString("severity")),
                row.getString("rule"),
                row.getString("cycle"),
                row.getString("words"),
                finding(row),
                Optional.ofNullable(row.getString("about")).orElse(""),
                Sql.moment(row, "raised_at"),
                LeadState.valueOf(row.getString("state")),
                row.getString("checker"),
                row.getObject("due", LocalDate.class),
                isOverdue(row, today),
                !isClosed && row.getTimestamp("escalated_at") != null,
                result(row.getString("result")));
    }

    /** A file that was attached, and its content. */
    record File(long lead, Attachment attachment, byte[] content) {}

    /** The file of a lead that the one who asks may see. */
    File file(long attachment) {
        Where where = LeadSight.of(asking.known()).and("f.id = ?", attachment);
        return sql.first(
                        "SELECT f.* FROM lead_attachment f JOIN raised_lead l ON l.id = f.of_lead" + where.sql(),
                        where.values(),
                        row -> new File(
                                row.getLong("of_lead"),
                                new Attachment(
                                        attachment,
                                        row.getLong("step"),
                                        row.getString("name"),
                                        AttachmentKind.valueOf(row.getString("kind")),
                                        row.getInt("bytes"),
                                        row.getString("digest")),
                                row.getBytes("content")))
                .orElseThrow(Refused::notFound);
    }
}
