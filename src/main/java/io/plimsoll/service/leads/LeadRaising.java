package io.plimsoll.service.leads;

import io.plimsoll.message.Message;
import io.plimsoll.rule.Severity;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.findings.Findings;
import io.plimsoll.service.findings.Raised;
import io.plimsoll.service.findings.Source;
import io.plimsoll.service.leads.Bodies.NewLead;
import io.plimsoll.service.master.ComplaintMade;
import io.plimsoll.service.master.ShopScope;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Checks;
import io.plimsoll.text.NamedValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Raises leads: by a finding, by a complaint, by a person. */
@ApplicationScoped
class LeadRaising {

    static final int LONGEST_WORDS = 4000;
    private static final int LONGEST_KEY = 160;

    /** Who sees the findings of a run. */
    private static final Set<Role> SEE_FINDINGS = Set.of(Role.PLANNER, Role.AUDITOR);

    private final Sql sql;
    private final Leads leads;
    private final Findings findings;
    private final LeadNotes notes;
    private final Staff staff;
    private final ShopScope shops;
    private final Asking asking;
    private final LeadSettings settings;
    private final Clock clock;

    LeadRaising(
            Sql sql,
            Leads leads,
            Findings findings,
            LeadNotes notes,
            Staff staff,
            ShopScope shops,
            Asking asking,
            LeadSettings settings,
            Clock clock) {
        this.sql = sql;
        this.leads = leads;
        this.findings = findings;
        this.notes = notes;
        this.staff = staff;
        this.shops = shops;
        this.asking = asking;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A finding, for whoever may see findings.
     *
     * @param run that it is of; null where it is of an audit
     * @param audit that it is of; null where it is of a run
     */
    Optional<Raised> finding(Viewer viewer, Long run, Long audit, Integer position) {
        boolean isOfOne = run == null ^ audit == null;
        if (!isOfOne || position == null || !SEE_FINDINGS.contains(viewer.role())) {
            return Optional.empty();
        }
        return run != null ? findings.one(Source.RUN, run, position) : findings.one(Source.AUDIT, audit, position);
    }

    /** Somebody of the staff raises one. */
    @Transactional(TxType.MANDATORY)
    Lead raise(Viewer viewer, NewLead given) {
        Checks checks = new Checks();
        boolean isOfFinding = given.run() != null || given.audit() != null || given.position() != null;
        Raised finding =
                finding(viewer, given.run(), given.audit(), given.position()).orElse(null);
        checks.expect(!isOfFinding || finding != null, "position", Message.of("LEAD_NO_SUCH_FINDING"));
        String words = isOfFinding
                ? checks.wordsIfAny("words", given.words(), LONGEST_WORDS)
                : checks.words("words", given.words(), LONGEST_WORDS);
        Severity severity = checks.constant("severity", given.severity(), Severity.class);
        String rule = checks.lineIfAny("rule", given.rule(), LONGEST_KEY);
        checks.expect(rule == null || rule.matches("[RD][1-9][0-9]?"), "rule", Message.of("LEAD_NO_SUCH_RULE"));
        String cycle = checks.lineIfAny("cycle", given.cycle(), LONGEST_KEY);
        checks.expect(
                cycle == null || sql.count("SELECT COUNT(*) FROM cycle WHERE cycle = ?", cycle) == 1,
                "cycle",
                Message.of("FIELD_CYCLE_UNKNOWN"));
        Staff.Somebody person = person(checks, viewer, 0, given.person());
        String licence = licence(checks, viewer, given.licence());
        String sku = sku(checks, given.sku());
        checks.refuseErrors();
        long id = finding == null
                ? insert(viewer, LeadSource.PERSON, severity == null ? Severity.WARNING : severity, rule, cycle, words)
                : insertOf(viewer, finding, words);
        Map<String, Object> said = new TreeMap<>();
        said.put("source", finding == null ? LeadSource.PERSON : LeadSource.FINDING);
        if (finding != null) {
            said.put(finding.isOfRun() ? "run" : "audit", finding.of());
            said.put("position", finding.position());
        }
        notes.raised(viewer, id, words, said);
        name(viewer, id, person, licence, sku);
        if (finding != null) {
            nameByFinding(viewer, id, finding, licence, sku);
        }
        return leads.shown(id);
    }

    private long insert(Viewer viewer, LeadSource source, Severity severity, String rule, String cycle, String words) {
        return sql.insert(
                "INSERT INTO raised_lead (source, severity, rule, cycle, words, raised_by, raised_as, raised_at, state, due)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)",
                source,
                severity,
                rule,
                cycle,
                words,
                viewer.personId(),
                viewer.role(),
                clock.instant(),
                leads.today().plusDays(settings.dueDays()));
    }

    private long insertOf(Viewer viewer, Raised finding, String words) {
        return sql.insert(
                "INSERT INTO raised_lead (source, severity, rule, cycle, words, raised_by, raised_as, raised_at, state, due,"
                        + " run, audit, position, finding_subject, finding_code, finding_evidence)"
                        + " VALUES ('FINDING', ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?)",
                finding.severity(),
                finding.rule(),
                finding.cycle(),
                words,
                viewer.personId(),
                viewer.role(),
                clock.instant(),
                leads.today().plusDays(settings.dueDays()),
                finding.isOfRun() ? finding.of() : null,
                finding.isOfRun() ? null : finding.of(),
                finding.position(),
                finding.subject(),
                finding.code(),
                finding.evidence());
    }

    /** A complaint raises a lead in the transaction that puts it on record. */
    void complained(@Observes ComplaintMade made) {
        Viewer retailer = asking.known();
        Instant now = clock.instant();
        long id = sql.insert(
                "INSERT INTO raised_lead (source, severity, cycle, words, raised_by, raised_as, raised_at, complaint, state,"
                        + " due) VALUES ('COMPLAINT', 'WARNING', ?, ?, ?, ?, ?, ?, 'OPEN', ?)",
                made.cycle(),
                made.words(),
                retailer.personId(),
                retailer.role(),
                now,
                made.complaint(),
                leads.today().plusDays(settings.dueDays()));
        notes.raised(
                retailer,
                id,
                made.words(),
                new TreeMap<>(Map.of("source", LeadSource.COMPLAINT, "complaint", made.complaint())));
        if (made.isAboutManager()) {
            String manager = sql.first(
                            "SELECT manager FROM retailer WHERE licence = ?", row -> row.getString(1), made.licence())
                    .orElseThrow();
            notes.named(retailer, id, staff.managerOf(made.licence()).orElse(null), manager, null, null);
        }
    }

    /** What the finding itself says it is about, where it is a shop or a Sku that we know. */
    private void nameByFinding(Viewer viewer, long id, Raised finding, String licence, String sku) {
        Map<String, String> figures = NamedValues.parse(finding.evidence());
        String shop = figures.getOrDefault("retailer", finding.subject());
        boolean isShop = !shop.equals(licence) && shops.owner(shop).isPresent();
        String item = figures.getOrDefault("sku", finding.subject());
        boolean isSku = !item.equals(sku) && sql.count("SELECT COUNT(*) FROM sku WHERE sku = ?", item) == 1;
        name(viewer, id, null, isShop ? shop : null, isSku ? item : null);
    }

    private void name(Viewer viewer, long id, Staff.Somebody person, String licence, String sku) {
        if (person != null) {
            notes.named(viewer, id, person, person.manager(), null, null);
        }
        if (licence != null) {
            notes.named(viewer, id, null, null, licence, null);
        }
        if (sku != null) {
            notes.named(viewer, id, null, null, null, sku);
        }
    }

    /**
     * Nobody raises a lead on himself: another must. Nor can it be about the last auditor who could close it.
     *
     * @param lead 0 while it is being raised
     */
    Staff.Somebody person(Checks checks, Viewer viewer, long lead, String given) {
        String name = checks.lineIfAny("person", given, LONGEST_KEY);
        Staff.Somebody person = staff.named(name).orElse(null);
        checks.expect(name == null || person != null, "person", Message.of("LEAD_NO_SUCH_PERSON"));
        checks.expect(person == null || person.id() != viewer.personId(), "person", Message.of("LEAD_NOT_ON_YOURSELF"));
        checks.expect(person == null || !staff.isLastAuditor(lead, person), "person", Message.of("LEAD_LAST_AUDITOR"));
        return person;
    }

    /** A shop that is another's is answered like one that is not there. */
    String licence(Checks checks, Viewer viewer, String given) {
        String licence = checks.lineIfAny("licence", given, LONGEST_KEY);
        boolean isThere = licence == null
                || shops.owner(licence)
                        .filter(owner -> viewer.scope().covers(owner.licence(), owner.manager(), owner.territory()))
                        .isPresent();
        checks.expect(isThere, "licence", Message.of("LEAD_NO_SUCH_RETAILER"));
        return licence;
    }

    String sku(Checks checks, String given) {
        String sku = checks.lineIfAny("sku", given, LONGEST_KEY);
        checks.expect(
                sku == null || sql.count("SELECT COUNT(*) FROM sku WHERE sku = ?", sku) == 1,
                "sku",
                Message.of("LEAD_NO_SUCH_SKU"));
        return sku;
    }
}
