package io.plimsoll.service.journal;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.WebSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the journal: the whole of it for auditors, whose reading is an act as well; the timeline of one thing for others. */
@ApplicationScoped
public class JournalReading {

    private static final String SELECT = "SELECT number, at, actor, kind, subject, content FROM journal";

    private final Sql sql;
    private final Names names;
    private final Hidden hidden;
    private final References references;
    private final Journal journal;
    private final Asking asking;
    private final ZoneId zone;

    JournalReading(
            Sql sql,
            Names names,
            Hidden hidden,
            References references,
            Journal journal,
            Asking asking,
            WebSettings settings) {
        this.sql = sql;
        this.names = names;
        this.hidden = hidden;
        this.references = references;
        this.journal = journal;
        this.asking = asking;
        this.zone = settings.zone();
    }

    /**
     * A part of the journal.
     *
     * @param items newest first
     * @param next what to give as {@code before} to go on; null at the end
     */
    public record Part(List<JournalEntry> items, Long next) {}

    /** The acts that are asked for. */
    @Transactional
    public Part part(JournalFilter filter) {
        filter.check();
        Where where = where(filter);
        List<JournalEntry> found = named(sql.list(
                SELECT + where.sql() + " ORDER BY number DESC LIMIT ?",
                where.valuesAnd(filter.size + 1),
                JournalReading::read));
        List<JournalEntry> items = found.size() > filter.size ? found.subList(0, filter.size) : found;
        note(filter, items);
        return new Part(
                items, found.size() > filter.size ? items.get(items.size() - 1).number() : null);
    }

    /** Refuses an act that is not there, or that the one who asks may not know of; both alike. */
    public void require(long number) {
        Where where = hidden.leaveOut(new Where().and("number = ?", number));
        if (sql.number("SELECT COUNT(*) FROM journal" + where.sql(), where.values()) == 0) {
            throw Refused.notFound();
        }
    }

    /** One act. */
    @Transactional
    public JournalEntry one(long number) {
        Where where = hidden.leaveOut(new Where().and("number = ?", number));
        List<JournalEntry> found = named(sql.list(SELECT + where.sql(), where.values(), JournalReading::read));
        JournalEntry entry = found.stream().findFirst().orElseThrow(Refused::notFound);
        journal.append(asking.known(), Act.JOURNAL_READ, Subject.service(), Map.of("number", number));
        return entry;
    }

    /** The latest acts that were done to something; that an auditor has read it is told to auditors only. */
    public List<JournalEntry> timeline(Subject subject, int most) {
        Optional<String> reference = references.known(subject);
        if (reference.isEmpty()) {
            return List.of();
        }
        Where where = hidden.leaveOut(new Where().and("subject = ?", reference.get()));
        if (!asking.is(Role.AUDITOR)) {
            where.and("kind NOT IN (?, ?)", Act.RETAILER_READ, Act.JOURNAL_READ);
        }
        if (!asking.is(Role.AUDITOR) && !asking.is(Role.RETAILER)) {
            // The complaints that somebody is told of stand with the shop; not all of them are for everybody.
            where.and("kind <> ?", Act.COMPLAINT_MADE);
        }
        return named(sql.list(
                SELECT + where.sql() + " ORDER BY number DESC LIMIT ?", where.valuesAnd(most), JournalReading::read));
    }

    private Where where(JournalFilter filter) {
        Where where = hidden.leaveOut(new Where()).andIfGiven("kind = ?", filter.kind);
        if (isGiven(filter.subject)) {
            where.and("subject = ?", subject(filter).flatMap(references::known).orElse(""));
        } else if (isGiven(filter.subjectKind)) {
            where.and("subject LIKE ?", filter.subjectKind.strip().toLowerCase(java.util.Locale.ROOT) + ":%");
        }
        if (isGiven(filter.actor)) {
            where.and("actor = ?", actor(filter.actor.strip()));
        }
        if (isGiven(filter.from)) {
            where.and("at >= ?", startOf(LocalDate.parse(filter.from.strip())));
        }
        if (isGiven(filter.to)) {
            where.and("at < ?", startOf(LocalDate.parse(filter.to.strip()).plusDays(1)));
        }
        if (isGiven(filter.before)) {
            where.and("number < ?", Long.valueOf(filter.before.strip()));
        }
        return where;
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }

    private String actor(String name) {
        return name.equals(Journal.SYSTEM)
                ? name
                : person(name).flatMap(references::known).orElse("");
    }

    private Optional<Subject> subject(JournalFilter filter) {
        Subject.Kind kind =
                isGiven(filter.subjectKind) ? Subject.Kind.valueOf(filter.subjectKind.strip()) : Subject.Kind.RETAILER;
        String key = filter.subject.strip();
        return kind == Subject.Kind.PERSON ? person(key) : Optional.of(new Subject(kind, key));
    }

    private Optional<Subject> person(String name) {
        return sql.first(
                "SELECT id FROM person WHERE name = ?", List.of(name), row -> Subject.person(row.getLong("id")));
    }

    /** That somebody has read the journal, what was asked for and how far the answer went. */
    private void note(JournalFilter filter, List<JournalEntry> items) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("kind", isGiven(filter.kind) ? filter.kind.strip() : null);
        content.put("from", isGiven(filter.from) ? filter.from.strip() : null);
        content.put("to", isGiven(filter.to) ? filter.to.strip() : null);
        content.put(
                "actor", isGiven(filter.actor) ? person(filter.actor.strip()).orElse(null) : null);
        content.put("entries", items.size());
        if (!items.isEmpty()) {
            content.put("newest", items.get(0).number());
            content.put("oldest", items.get(items.size() - 1).number());
        }
        Optional<Subject> subject = isGiven(filter.subject) ? subject(filter) : Optional.empty();
        boolean isThere = subject.flatMap(references::known).isPresent();
        journal.append(asking.known(), Act.JOURNAL_READ, isThere ? subject.get() : Subject.service(), content);
    }

    private List<JournalEntry> named(List<JournalEntry> entries) {
        Set<String> found = new TreeSet<>();
        entries.forEach(entry -> {
            found.add(entry.actor().text());
            found.add(entry.subject().text());
            found.addAll(JournalEntry.references(entry.content()));
        });
        Map<String, Named> known = names.of(found);
        return entries.stream()
                .map(entry -> {
                    Map<String, Named> own = new LinkedHashMap<>();
                    JournalEntry.references(entry.content()).stream()
                            .filter(known::containsKey)
                            .forEach(reference -> own.put(reference, known.get(reference)));
                    return new JournalEntry(
                            entry.number(),
                            entry.at(),
                            known.getOrDefault(entry.actor().text(), entry.actor()),
                            entry.kind(),
                            known.getOrDefault(entry.subject().text(), entry.subject()),
                            entry.content(),
                            own);
                })
                .toList();
    }

    private static JournalEntry read(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getLong("number"),
                Sql.moment(row, "at"),
                Named.itself(row.getString("actor")),
                row.getString("kind"),
                Named.itself(row.getString("subject")),
                new String(row.getBytes("content"), StandardCharsets.UTF_8),
                Map.of());
    }
}
