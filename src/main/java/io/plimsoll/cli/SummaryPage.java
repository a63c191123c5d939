package io.plimsoll.cli;

import io.plimsoll.cycle.CycleHead;
import io.plimsoll.finding.Finding;
import io.plimsoll.message.Catalogue;
import io.plimsoll.rule.Severity;
import io.plimsoll.run.Binding;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.Summary;
import io.plimsoll.run.Summary.Filled;
import java.util.List;
import java.util.Map;

/** The outcome of a run on one screen. */
final class SummaryPage {

    private static final int MOST_FINDINGS = 20;

    private final Terminal terminal;
    private final Catalogue catalogue;

    SummaryPage(Terminal terminal) {
        this.terminal = terminal;
        catalogue = terminal.catalogue();
    }

    void print(CycleResult result) {
        Summary summary = result.summary();
        CycleHead head = result.cycle().head();
        terminal.say(
                "SUMMARY_HEAD",
                "cycle",
                head.cycle(),
                "number",
                head.number(),
                "of",
                head.of(),
                "period",
                head.period(),
                "policy",
                result.cycle().policy().version());
        terminal.say(
                "SUMMARY_SIZE",
                "retailers",
                Figures.count(summary.retailers()),
                "ordering",
                Figures.count(summary.ordering()),
                "skus",
                Figures.count(summary.skus()),
                "lines",
                Figures.count(summary.lines()));
        terminal.print("");
        printFill(summary);
        terminal.print("");
        printCuts(summary.cuts());
        terminal.print("");
        printFindings(result.findings());
    }

    private void printFill(Summary summary) {
        TextTable table = new TextTable(
                catalogue.say("SUMMARY_FILL"),
                catalogue.say("SUMMARY_DEMAND"),
                catalogue.say("SUMMARY_GRANTED"),
                catalogue.say("SUMMARY_FILL_RATE"));
        summary.byClass().forEach((sizeClass, filled) -> fillRow(table, "sizeClass", sizeClass, filled));
        summary.byTier().forEach((tier, filled) -> fillRow(table, "tier", tier, filled));
        fillRow(table, "total", "ALL", summary.total());
        table.lines().forEach(terminal::print);
    }

    private void fillRow(TextTable table, String name, Object value, Filled filled) {
        table.row(
                catalogue.say("WORD_" + name, name, value),
                Figures.count(filled.demand()),
                Figures.count(filled.granted()),
                Figures.fill(filled));
    }

    private void printCuts(Map<Binding, Summary.Cut> cuts) {
        TextTable table = new TextTable(
                catalogue.say("SUMMARY_CUTS"), catalogue.say("SUMMARY_LINES"), catalogue.say("SUMMARY_CARTONS"));
        cuts.forEach((binding, cut) -> {
            if (cut.lines() > 0) {
                table.row(
                        catalogue.say("BINDING_" + binding), Figures.count(cut.lines()), Figures.count(cut.cartons()));
            }
        });
        table.lines().forEach(terminal::print);
    }

    /** How many findings there are of each severity, and the gravest of them in words. */
    void printFindings(List<Finding> findings) {
        Map<Severity, Integer> counts = Summary.bySeverity(findings);
        terminal.say(
                "SUMMARY_FINDINGS",
                "critical",
                Figures.count(counts.get(Severity.CRITICAL)),
                "warning",
                Figures.count(counts.get(Severity.WARNING)),
                "info",
                Figures.count(counts.get(Severity.INFO)));
        List<Finding> gravestFirst = findings.stream()
                .sorted((left, right) -> right.severity().compareTo(left.severity()))
                .toList();
        gravestFirst.stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> terminal.say(
                        "SUMMARY_FINDING",
                        "severity",
                        finding.severity(),
                        "rule",
                        finding.rule(),
                        "sentence",
                        catalogue.say(finding.message())));
        if (findings.size() > MOST_FINDINGS) {
            terminal.say("SUMMARY_MORE_FINDINGS", "count", Figures.count(findings.size() - (long) MOST_FINDINGS));
        }
    }
}
