package io.plimsoll.service.findings;

import io.plimsoll.exchange.ExchangeRefused;
import io.plimsoll.exchange.Exports;
import io.plimsoll.exchange.TableFormat;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.uploads.Ways;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Page;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers with findings as a table to be taken away, in the reader's language; each time is an act that is journalled. */
@ApplicationScoped
class FindingsOut {

    private static final List<String> COLUMNS = List.of(
            "source",
            "key",
            "position",
            "cycle",
            "found_at",
            "severity",
            "rule",
            "subject",
            "manager",
            "words",
            "evidence");

    private final Findings findings;
    private final Journal journal;
    private final Asking asking;
    private final Page page;

    FindingsOut(Findings findings, Journal journal, Asking asking, Page page) {
        this.findings = findings;
        this.journal = journal;
        this.asking = asking;
        this.page = page;
    }

    Response table(FindingFilter filter, String format) {
        TableFormat way = Ways.table(format);
        QuarkusTransaction.requiringNew()
                .run(() -> journal.append(
                        asking.known(),
                        Act.DATA_TAKEN_OUT,
                        Subject.service(),
                        Map.of("table", "findings", "form", format)));
        List<List<String>> rows = new ArrayList<>();
        findings.each(filter, finding -> rows.add(row(finding)));
        StreamingOutput content = out -> {
            try {
                Exports.table(way, "findings", COLUMNS, rows.iterator(), out);
            } catch (ExchangeRefused tooMany) {
                throw new IOException(tooMany);
            }
        };
        return Response.ok(content, way.mediaType())
                .header("Content-Disposition", "attachment; filename=\"findings" + way.extension() + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private List<String> row(Raised finding) {
        return List.of(
                finding.source().name(),
                Long.toString(finding.of()),
                Integer.toString(finding.position()),
                finding.cycle(),
                finding.foundAt().toString(),
                finding.severity().name(),
                finding.rule(),
                finding.subject(),
                finding.manager() == null ? "" : finding.manager(),
                page.say(finding.words()),
                finding.evidence());
    }
}
