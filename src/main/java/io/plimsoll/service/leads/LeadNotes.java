package io.plimsoll.service.leads;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Personal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes down each step of a lead, and tells the journal of it. Whom a lead is about stands in the journal as a digest only:
 * not even the reference that stands for him elsewhere leads from him to the lead.
 */
@ApplicationScoped
class LeadNotes {

    private final Sql sql;
    private final Journal journal;
    private final Clock clock;

    LeadNotes(Sql sql, Journal journal, Clock clock) {
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
    }

    /** What a step says; null where it says nothing of the kind. */
    record Said(String words, Long assignee, LocalDate due, Long subject, LeadResult result, String answer) {

        static Said words(String words) {
            return new Said(words, null, null, null, null, null);
        }
    }

    /** It was raised. */
    @Transactional(TxType.MANDATORY)
    void raised(Viewer by, long lead, String words, Map<String, Object> said) {
        note(lead, LeadStepKind.RAISED, by, Said.words(null));
        said.put("words", personal(by, words));
        tell(by, Act.LEAD_RAISED, lead, said);
    }

    /** Somebody or something was named that it is about; one of the three, or the key of a manager without an account. */
    @Transactional(TxType.MANDATORY)
    void named(Viewer by, long lead, Staff.Somebody person, String manager, String licence, String sku) {
        long subject = sql.insert(
                "INSERT INTO lead_subject (of_lead, person, manager, licence, sku, named_by, named_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                lead,
                person == null ? null : person.id(),
                manager,
                licence,
                sku,
                by.personId(),
                clock.instant());
        note(lead, LeadStepKind.NAMED, by, new Said(null, null, null, subject, null, null));
        Map<String, Object> said = new TreeMap<>();
        if (person != null) {
            said.put(
                    "person",
                    new Personal(Subject.person(person.id()), Subject.lead(lead).key()));
        } else if (manager != null) {
            said.put("person", new Personal(Subject.lead(lead), manager));
        }
        if (licence != null) {
            said.put("retailer", Subject.retailer(licence));
        }
        if (sku != null) {
            said.put("sku", sku);
        }
        tell(by, Act.LEAD_SUBJECT_NAMED, lead, said);
    }

    /** Writes a step down. */
    @Transactional(TxType.MANDATORY)
    long note(long lead, LeadStepKind step, Viewer by, Said said) {
        return sql.insert(
                "INSERT INTO lead_step (of_lead, step, by_person, at, words, assignee, due, subject, result, answer)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                lead,
                step,
                by == null ? null : by.personId(),
                clock.instant(),
                said.words(),
                said.assignee(),
                said.due(),
                said.subject(),
                said.result(),
                said.answer());
    }

    /** Tells the journal. */
    @Transactional(TxType.MANDATORY)
    void tell(Viewer by, Act act, long lead, Map<String, ?> said) {
        if (by == null) {
            journal.appendBySystem(act, Subject.lead(lead), said);
        } else {
            journal.append(by, act, Subject.lead(lead), said);
        }
    }

    /** Words are the one's who says them. */
    static Personal personal(Viewer by, String words) {
        return words == null ? null : new Personal(Subject.person(by.personId()), words);
    }
}
