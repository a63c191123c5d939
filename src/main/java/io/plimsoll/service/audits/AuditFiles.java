package io.plimsoll.service.audits;

import io.plimsoll.exchange.TableFormat;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;

/** Answers with an audit as files; each time is an act that is journalled. */
@ApplicationScoped
class AuditFiles {

    private static final String JSON = "application/json";

    private final Audits audits;
    private final AuditReading reading;
    private final Journal journal;

    AuditFiles(Audits audits, AuditReading reading, Journal journal) {
        this.audits = audits;
        this.reading = reading;
        this.journal = journal;
    }

    /** One of {@code findings.csv}, {@code findings.xlsx}, {@code audit.json} and {@code grants.csv}. */
    Response file(Viewer viewer, long id, String name) {
        Audit audit = audits.find(id).orElseThrow(Refused::notFound);
        boolean isThere = audit.isJudged() || name.equals("grants.csv");
        StreamingOutput content = switch (isThere ? name : "") {
            case "findings.csv" -> out -> reading.writeFindings(audit, out);
            case "findings.xlsx" -> out -> reading.writeWorkbook(audit, out);
            case "audit.json" -> out -> out.write(reading.record(id));
            case "grants.csv" -> out -> reading.writeGrants(audits.grants(id), out);
            default -> throw Refused.notFound();
        };
        String mediaType =
                name.endsWith("json") ? JSON : (name.endsWith("xlsx") ? TableFormat.XLSX : TableFormat.CSV).mediaType();
        QuarkusTransaction.requiringNew()
                .run(() -> journal.append(
                        viewer, Act.DATA_TAKEN_OUT, Subject.cycle(audit.cycle()), Map.of("table", name, "audit", id)));
        return Response.ok(content, mediaType)
                .header("Content-Disposition", "attachment; filename=\"audit-" + id + "-" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
