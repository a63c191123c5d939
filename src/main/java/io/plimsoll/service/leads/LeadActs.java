package io.plimsoll.service.leads;

import io.plimsoll.message.Message;
import io.plimsoll.rule.Severity;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.leads.Bodies.Assignment;
import io.plimsoll.service.leads.Bodies.Closing;
import io.plimsoll.service.leads.Bodies.NewSubject;
import io.plimsoll.service.leads.Bodies.Proposal;
import io.plimsoll.service.leads.LeadNotes.Said;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.text.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The steps of a lead. Each holds its row, so two at once come one after the other; and looks anew at who may see it. */
@ApplicationScoped
class LeadActs {

    /** Most bytes of a file. */
    static final int MOST_BYTES = 5 << 20;

    static final int MOST_FILES = 20;

    private static final int LONGEST_ANSWER = 2000;
    private static final int LONGEST_NAME = 120;
    private static final int MOST_DAYS = 366;

    private final Sql sql;
    private final Leads leads;
    private final LeadRaising raising;
    private final LeadNotes notes;
    private final Staff staff;
    private final Prohibitions prohibitions;
    private final LeadSettings settings;
    private final Clock clock;

    LeadActs(
            Sql sql,
            Leads leads,
            LeadRaising raising,
            LeadNotes notes,
            Staff staff,
            Prohibitions prohibitions,
            LeadSettings settings,
            Clock clock) {
        this.sql = sql;
        this.leads = leads;
        this.raising = raising;
        this.notes = notes;
        this.staff = staff;
        this.prohibitions = prohibitions;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a step needs to know of a lead. */
    private record Row(
            long id,
            LeadState state,
            Severity severity,
            Long assignee,
            LeadResult result,
            Long complaint,
            boolean isEscalated) {

        boolean isCheckedBy(Viewer viewer) {
            return Objects.equals(assignee, viewer.personId());
        }
    }

    /** A file as it comes. */
    record Sent(String name, byte[] content) {}

    private Row hold(Viewer viewer, long id) {
        sql.first("SELECT id FROM raised_lead WHERE id = ? FOR UPDATE", row -> row.getLong(1), id);
        Where where = LeadSight.of(viewer).and("l.id = ?", id);
        return sql.first(
                        "SELECT l.* FROM raised_lead l" + where.sql(),
                        where.values(),
                        row -> new Row(
                                id,
                                LeadState.valueOf(row.getString("state")),
                                Severity.valueOf(row.getString("severity")),
                                Sql.whole(row, "assignee"),
                                Leads.result(row.getString("result")),
                                Sql.whole(row, "complaint"),
                                row.getTimestamp("escalated_at") != null))
                .orElseThrow(Refused::notFound);
    }

    private Row holdOpen(Viewer viewer, long id) {
        Row row = hold(viewer, id);
        if (row.state() == LeadState.CLOSED) {
            throw new Refused(Problem.CONFLICT, Message.of("LEAD_IS_CLOSED"));
        }
        return row;
    }

    /** An auditor says who checks it, and until when. */
    @Transactional
    Lead assign(Viewer auditor, long id, Assignment given) {
        requireAuditor(auditor);
        Row row = holdOpen(auditor, id);
        Checks checks = new Checks();
        String name = checks.line("assignee", given.assignee(), LONGEST_NAME);
        Staff.Somebody checker = staff.named(name).orElse(null);
        // Whom it is about is answered like somebody who is not there: not even an auditor is told more by this.
        boolean mayCheck = checker != null
                && checker.isActive()
                && Staff.CHECKING.contains(checker.role())
                && !staff.isSubject(id, checker);
        checks.expect(name == null || mayCheck, "assignee", Message.of("LEAD_CANNOT_CHECK"));
        checks.expect(!mayCheck || staff.looksAfterItsShops(id, checker), "assignee", Message.of("LEAD_SHOP_NOT_HIS"));
        LocalDate today = leads.today();
        LocalDate due = given.due() == null ? today.plusDays(settings.dueDays()) : given.due();
        checks.expect(
                !due.isBefore(today) && !due.isAfter(today.plusDays(MOST_DAYS)), "due", Message.of("LEAD_DUE_RANGE"));
        String words = checks.wordsIfAny("words", given.words(), LeadRaising.LONGEST_WORDS);
        checks.refuseErrors();
        sql.update(
                "UPDATE raised_lead SET state = 'ASSIGNED', assignee = ?, due = ?, proposed = NULL, version = version + 1"
                        + " WHERE id = ?",
                checker.id(),
                due,
                id);
        notes.note(id, LeadStepKind.ASSIGNED, auditor, new Said(words, checker.id(), due, null, null, null));
        Map<String, Object> said = new TreeMap<>();
        said.put("assignee", Subject.person(checker.id()));
        said.put("due", due);
        said.put("words", LeadNotes.personal(auditor, words));
        notes.tell(auditor, Act.LEAD_ASSIGNED, row.id(), said);
        return leads.shown(id);
    }

    /** An auditor, or whoever checks it, names somebody or something it is about; who is named loses sight of it at once. */
    @Transactional
    Lead name(Viewer viewer, long id, NewSubject given) {
        Row row = holdOpen(viewer, id);
        if (viewer.role() != Role.AUDITOR && !row.isCheckedBy(viewer)) {
            throw Refused.forbidden();
        }
        Checks checks = new Checks();
        Staff.Somebody person = raising.person(checks, viewer, id, given.person());
        String licence = raising.licence(checks, viewer, given.licence());
        String sku = raising.sku(checks, given.sku());
        long named = Stream.of(given.person(), given.licence(), given.sku())
                .filter(each -> each != null && !each.isBlank())
                .count();
        checks.expect(named > 0, "person", Message.of("LEAD_NAME_ONE"));
        checks.expect(named < 2, "person", Message.of("LEAD_NAME_ONLY_ONE"));
        boolean isWhoComplained = licence != null
                && sql.count("SELECT COUNT(*) FROM complaint WHERE id = ? AND licence = ?", row.complaint(), licence)
                        > 0;
        checks.expect(!isWhoComplained, "licence", Message.of("LEAD_WHO_COMPLAINED"));
        checks.refuseErrors();
        if (isNamed(id, person, licence, sku)) {
            return leads.shown(id);
        }
        notes.named(viewer, id, person, person == null ? null : person.manager(), licence, sku);
        boolean isChecker = person != null && Objects.equals(row.assignee(), person.id());
        sql.update(
                isChecker
                        ? "UPDATE raised_lead SET state = 'OPEN', assignee = NULL, proposed = NULL, version = version + 1"
                                + " WHERE id = ?"
                        : "UPDATE raised_lead SET version = version + 1 WHERE id = ?",
                id);
        return leads.shown(id);
    }

    private boolean isNamed(long id, Staff.Somebody person, String licence, String sku) {
        return sql.count(
                        "SELECT COUNT(*) FROM lead_subject WHERE of_lead = ? AND (person = ? OR licence = ? OR sku = ?)",
                        id,
                        person == null ? null : person.id(),
                        licence,
                        sku)
                > 0;
    }

    /** Whoever sees it comments on it, with files or without. */
    @Transactional
    Lead comment(Viewer viewer, long id, String words, List<Sent> files) {
        holdOpen(viewer, id);
        Checks checks = new Checks();
        String said = files.isEmpty()
                ? checks.words("words", words, LeadRaising.LONGEST_WORDS)
                : checks.wordsIfAny("words", words, LeadRaising.LONGEST_WORDS);
        Map<Sent, AttachmentKind> kinds = new LinkedHashMap<>();
        Map<Sent, String> names = new LinkedHashMap<>();
        for (Sent file : files) {
            String name = checks.line("file", bareName(file.name()), LONGEST_NAME);
            names.put(file, name);
            Optional<AttachmentKind> kind = AttachmentKind.of(file.content());
            checks.expect(file.content().length > 0, "file", Message.of("LEAD_FILE_EMPTY"));
            checks.expect(file.content().length == 0 || kind.isPresent(), "file", Message.of("LEAD_FILE_KIND"));
            kind.ifPresent(each -> {
                checks.expect(name == null || each.isNamedSo(name), "file", Message.of("LEAD_FILE_NAME", "kind", each));
                kinds.put(file, each);
            });
        }
        long there = sql.count("SELECT COUNT(*) FROM lead_attachment WHERE of_lead = ?", id);
        checks.expect(there + files.size() <= MOST_FILES, "file", Message.of("LEAD_FILES_MANY", "most", MOST_FILES));
        checks.refuseErrors();
        long step = notes.note(id, LeadStepKind.COMMENTED, viewer, Said.words(said));
        for (Sent file : files) {
            sql.insert(
                    "INSERT INTO lead_attachment (of_lead, step, name, kind, bytes, digest, content)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    step,
                    names.get(file),
                    kinds.get(file),
                    file.content().length,
                    Sha256.of(file.content()),
                    file.content());
        }
        sql.update("UPDATE raised_lead SET version = version + 1 WHERE id = ?", id);
        Map<String, Object> told = new TreeMap<>();
        told.put("words", LeadNotes.personal(viewer, said));
        told.put("files", files.stream().map(file -> Sha256.of(file.content())).toList());
        notes.tell(viewer, Act.LEAD_COMMENTED, id, told);
        return leads.shown(id);
    }

    /** Some browsers send the folders too. */
    private static String bareName(String name) {
        return name == null ? null : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** Whoever checks it says what he found. What is important and cannot be verified goes to the auditors. */
    @Transactional
    Lead propose(Viewer viewer, long id, Proposal given) {
        Row row = holdOpen(viewer, id);
        if (!row.isCheckedBy(viewer)) {
            throw new Refused(Problem.CONFLICT, Message.of("LEAD_NOT_YOURS_TO_CHECK"));
        }
        Checks checks = new Checks();
        LeadResult result = checks.given("result", checks.constant("result", given.result(), LeadResult.class));
        String words = checks.words("words", given.words(), LeadRaising.LONGEST_WORDS);
        checks.refuseErrors();
        sql.update(
                "UPDATE raised_lead SET state = 'PROPOSED', proposed = ?, version = version + 1 WHERE id = ?",
                result,
                id);
        notes.note(id, LeadStepKind.PROPOSED, viewer, new Said(words, null, null, null, result, null));
        notes.tell(
                viewer,
                Act.LEAD_PROPOSED,
                id,
                new TreeMap<>(Map.of("result", result, "words", LeadNotes.personal(viewer, words))));
        if (row.severity() == Severity.CRITICAL && result == LeadResult.UNVERIFIABLE) {
            escalate(id, LeadState.PROPOSED, "unverifiable");
        }
        return leads.shown(id);
    }

    /** Those that are important and overdue, and not yet with the auditors. */
    List<Long> toEscalate() {
        return sql.list(
                "SELECT id FROM raised_lead WHERE severity = 'CRITICAL' AND state IN ('OPEN', 'ASSIGNED')"
                        + " AND due < ? AND escalated_at IS NULL ORDER BY id",
                row -> row.getLong(1),
                leads.today());
    }

    /** One of them goes to the auditors; once, however many processes look. */
    @Transactional
    boolean escalateOverdue(long id) {
        sql.first("SELECT id FROM raised_lead WHERE id = ? FOR UPDATE", row -> row.getLong(1), id);
        boolean isDue = sql.count(
                        "SELECT COUNT(*) FROM raised_lead WHERE id = ? AND severity = 'CRITICAL'"
                                + " AND state IN ('OPEN', 'ASSIGNED') AND due < ? AND escalated_at IS NULL",
                        id,
                        leads.today())
                == 1;
        if (isDue) {
            escalate(id, LeadState.OPEN, "overdue");
        }
        return isDue;
    }

    /** From now on it is the auditors' own, and nobody else's. */
    private void escalate(long id, LeadState state, String why) {
        int changed = sql.update(
                "UPDATE raised_lead SET escalated_at = ?, assignee = NULL, state = ?, version = version + 1"
                        + " WHERE id = ? AND escalated_at IS NULL",
                clock.instant(),
                state,
                id);
        if (changed == 1) {
            notes.note(id, LeadStepKind.ESCALATED, null, Said.words(null));
            notes.tell(null, Act.LEAD_ESCALATED, id, Map.of("why", why));
        }
    }

    /** An auditor closes it; one that is verified is a violation from then on. */
    @Transactional
    Lead close(Viewer auditor, long id, Closing given) {
        requireAuditor(auditor);
        Row row = hold(auditor, id);
        if (row.state() == LeadState.CLOSED) {
            throw new Refused(
                    Problem.CONFLICT,
                    Message.of("LEAD_CLOSED_ALREADY", "result", Message.of("leadResult." + row.result())));
        }
        Checks checks = new Checks();
        LeadResult result = checks.given("result", checks.constant("result", given.result(), LeadResult.class));
        String words = checks.words("words", given.words(), LeadRaising.LONGEST_WORDS);
        boolean isVerified = result == LeadResult.VERIFIED;
        String code = checks.lineIfAny("prohibition", given.prohibition(), LONGEST_NAME);
        LocalDate today = leads.today();
        Optional<Prohibitions.Prohibition> prohibition = prohibitions.inForce(code, today);
        checks.expect(!isVerified || code != null, "prohibition", Message.of("LEAD_WHICH_PROHIBITION"));
        checks.expect(code == null || prohibition.isPresent(), "prohibition", Message.of("LEAD_NO_SUCH_PROHIBITION"));
        checks.expect(
                isVerified || result == null || code == null, "prohibition", Message.of("LEAD_NOTHING_PROHIBITED"));
        String answer = row.complaint() == null
                ? checks.wordsIfAny("answer", given.answer(), LONGEST_ANSWER)
                : checks.words("answer", given.answer(), LONGEST_ANSWER);
        checks.expect(row.complaint() != null || answer == null, "answer", Message.of("LEAD_NOBODY_TO_ANSWER"));
        checks.refuseErrors();
        sql.update(
                "UPDATE raised_lead SET state = 'CLOSED', result = ?, closed_at = ?, version = version + 1 WHERE id = ?",
                result,
                clock.instant(),
                id);
        notes.note(id, LeadStepKind.CLOSED, auditor, new Said(words, null, null, null, result, answer));
        Map<String, Object> said = new TreeMap<>();
        said.put("result", result);
        said.put("words", LeadNotes.personal(auditor, words));
        said.put("answer", LeadNotes.personal(auditor, answer));
        notes.tell(auditor, Act.LEAD_CLOSED, id, said);
        if (isVerified) {
            sql.update(
                    "INSERT INTO violation (of_lead, prohibition, prohibition_from, confirmed_by, confirmed_at)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    Arrays.asList(id, code, prohibition.get().validFrom(), auditor.personId(), clock.instant()));
            notes.tell(auditor, Act.VIOLATION_CONFIRMED, id, Map.of("prohibition", code));
        }
        return leads.shown(id);
    }

    private static void requireAuditor(Viewer viewer) {
        if (viewer.role() != Role.AUDITOR) {
            throw Refused.forbidden();
        }
    }
}
