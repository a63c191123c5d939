package io.plimsoll.service.ledger;

import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.web.Asking;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;

/** Answers with the whole ledger, and notes that it was taken out. */
@ApplicationScoped
class TakingLedgerOut {

    private final LedgerExport export;
    private final Journal journal;
    private final Asking asking;

    TakingLedgerOut(LedgerExport export, Journal journal, Asking asking) {
        this.export = export;
        this.journal = journal;
        this.asking = asking;
    }

    Response all() {
        QuarkusTransaction.requiringNew()
                .run(() -> journal.append(
                        asking.known(), Act.DATA_TAKEN_OUT, Subject.service(), Map.of("table", "ledger")));
        StreamingOutput content = export::write;
        return Response.ok(content, "application/zip")
                .header("Content-Disposition", "attachment; filename=\"plimsoll-ledger.zip\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
