package io.plimsoll.service.leads;

import io.plimsoll.service.journal.JournalEntry;
import java.time.Instant;
import java.util.List;

/**
 * All there is of a lead, for one document.
 *
 * @param law what the law book says of the rule that is cited
 * @param prohibition that was violated; null where none was
 * @param acts what the journal holds of it, the earliest first
 */
public record CaseFile(
        Lead lead, List<String> law, Prohibitions.Prohibition prohibition, List<JournalEntry> acts, Instant at) {}
