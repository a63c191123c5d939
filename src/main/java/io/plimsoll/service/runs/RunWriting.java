package io.plimsoll.service.runs;

import io.plimsoll.rule.Severity;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.Summary;
import io.plimsoll.service.intake.CycleIntake;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.ledger.RunRoots;
import io.plimsoll.text.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/** Writes what a run came to, the root of its grants, and what the journal says of it; all of it or nothing. */
@ApplicationScoped
public class RunWriting {

    private final CycleIntake intake;
    private final RunRoots roots;
    private final Journal journal;
    private final Event<RunWritten> written;

    RunWriting(CycleIntake intake, RunRoots roots, Journal journal, Event<RunWritten> written) {
        this.intake = intake;
        this.roots = roots;
        this.journal = journal;
        this.written = written;
    }

    /**
     * Writes a run.
     *
     * @param request that it was asked for by; null where nobody had to ask
     * @param linesWritten is told now and then how many lines of orders are written
     * @return its key
     */
    @Transactional(TxType.MANDATORY)
    public long write(CycleIntake.RunHead head, CycleResult result, Long request, IntConsumer linesWritten) {
        long run = intake.storeResult(head, result, linesWritten);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("request", request);
        content.put("run", run);
        content.put("supersedes", head.supersedes());
        content.put("reason", head.reason());
        content.put("record", Sha256.of(head.record()));
        content.put("grants_root", roots.store(run, result).hex());
        addCounts(content, result.summary());
        journal.appendBySystem(
                Act.RUN_FINISHED, Subject.cycle(result.cycle().head().cycle()), content);
        written.fire(new RunWritten(result.cycle().head().cycle()));
        return run;
    }

    private static void addCounts(Map<String, Object> content, Summary summary) {
        content.put("retailers", summary.retailers());
        content.put("ordering_retailers", summary.ordering());
        content.put("lines", summary.lines());
        content.put("demand", summary.total().demand());
        content.put("granted", summary.total().granted());
        for (Map.Entry<Severity, Integer> each : summary.findings().entrySet()) {
            content.put("findings_" + each.getKey().name().toLowerCase(Locale.ROOT), each.getValue());
        }
    }
}
