package io.plimsoll.service.findings;

import io.plimsoll.service.uploads.TablesOut;
import io.plimsoll.service.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** Findings as a table to be taken away, in the reader's language. */
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
    private final TablesOut tables;
    private final Page page;

    FindingsOut(Findings findings, TablesOut tables, Page page) {
        this.findings = findings;
        this.tables = tables;
        this.page = page;
    }

    Response table(FindingFilter filter, String format) {
        return tables.table("findings", format, COLUMNS, () -> {
            List<List<String>> rows = new ArrayList<>();
            findings.each(filter, finding -> rows.add(row(finding)));
            return rows;
        });
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
