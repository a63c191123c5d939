package io.plimsoll.service.leads;

import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.JournalEntry;
import io.plimsoll.service.journal.JournalReading;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Puts case files together. */
@ApplicationScoped
class CaseFiles {

    private static final int MOST_ACTS = 1000;

    private final Leads leads;
    private final RuleSentences rules;
    private final Prohibitions prohibitions;
    private final JournalReading reading;
    private final Journal journal;
    private final Asking asking;
    private final Page page;
    private final Clock clock;

    CaseFiles(
            Leads leads,
            RuleSentences rules,
            Prohibitions prohibitions,
            JournalReading reading,
            Journal journal,
            Asking asking,
            Page page,
            Clock clock) {
        this.leads = leads;
        this.rules = rules;
        this.prohibitions = prohibitions;
        this.reading = reading;
        this.journal = journal;
        this.asking = asking;
        this.page = page;
        this.clock = clock;
    }

    /** The case file of a lead that the one who asks may see. */
    @Transactional
    CaseFile of(long id) {
        Lead lead = leads.find(id);
        List<JournalEntry> acts = new ArrayList<>(reading.timeline(Subject.lead(id), MOST_ACTS));
        Collections.reverse(acts);
        return new CaseFile(
                lead,
                rules.of(lead.rule(), page.language()),
                prohibitions.of(lead.violation()).orElse(null),
                acts,
                clock.instant());
    }

    /** The same, to be taken out as a file: which is an act. */
    @Transactional
    CaseFile takenOut(long id) {
        CaseFile file = of(id);
        journal.append(asking.known(), Act.DATA_TAKEN_OUT, Subject.lead(id), Map.of("table", "case file"));
        return file;
    }

    /** That an attachment was taken out. */
    @Transactional
    void tookOut(Leads.File file) {
        journal.append(
                asking.known(),
                Act.DATA_TAKEN_OUT,
                Subject.lead(file.lead()),
                Map.of(
                        "attachment",
                        file.attachment().id(),
                        "digest",
                        file.attachment().digest()));
    }
}
