package io.plimsoll.cli;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.explanation.Explainer;
import io.plimsoll.explanation.Explanation;
import io.plimsoll.files.BadInput;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.files.Names;
import io.plimsoll.message.Message;
import io.plimsoll.results.RunRecord;
import io.plimsoll.results.Shown;
import io.plimsoll.results.Verification;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import io.plimsoll.run.WhatIf;
import io.plimsoll.sku.Sku;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plimsoll explain}: why did this shop get what it got? */
@Command(
        name = "explain",
        description =
                "Says in plain words why one retailer got what it got, and what one more carton would have changed.")
final class ExplainCommand extends ResultCommand {

    @Option(names = "--retailer", required = true, paramLabel = "R", description = "The retailer, as in retailers.csv.")
    private String retailer;

    @Option(
            names = "--sku",
            paramLabel = "S",
            description = "Everything about the line of this Sku (default: the whole order).")
    private String sku;

    /** What was asked cannot be answered: a name that the cycle does not know, or a result of something else. */
    private static final class Unanswerable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Message reason;
        private final int exitCode;

        Unanswerable(int exitCode, Message reason) {
            super(reason.code(), null, false, false);
            this.reason = reason;
            this.exitCode = exitCode;
        }
    }

    @Override
    int run(Terminal terminal, RunRecord record) throws BadInput, IOException, RunRecord.NotARecord {
        try {
            Explanation explanation = explain(terminal, record);
            sayWhichRulesAreNotOurs(terminal, record);
            new ExplanationPage(terminal).print(explanation);
            return ExitCode.DONE;
        } catch (Unanswerable unanswerable) {
            terminal.sayError(unanswerable.reason);
            return unanswerable.exitCode;
        }
    }

    private Explanation explain(Terminal terminal, RunRecord record)
            throws BadInput, IOException, RunRecord.NotARecord, Unanswerable {
        try (WorkProgress progress = new WorkProgress(terminal)) {
            RuleBook rules = rules(record);
            requireSameRules(record, rules);
            CycleInput input = CycleFolder.read(folder(), progress);
            int who = find(input.cycle().retailers(), Retailer::key, retailer);
            int what = sku == null ? 0 : find(input.cycle().skus(), Sku::key, sku);
            requireKnown(who, what);
            CycleResult result = new CycleRun(rules, threads()).allocate(input.cycle(), progress);
            progress.beginsComparing();
            requireSameResult(Verification.compare(out(), record, input, result, rules.texts()));
            progress.beginsExplaining();
            WhatIf whatIf = WhatIf.about(result, threads());
            Explainer explainer = new Explainer(result, rules, whatIf, names(input.cycle(), who), who);
            return sku == null ? explainer.order() : explainer.line(what);
        }
    }

    private void requireSameRules(RunRecord record, RuleBook rules) throws RunRecord.NotARecord, Unanswerable {
        List<Message> others = Verification.compareRules(record.rules(), rules.texts());
        if (!others.isEmpty()) {
            Message reason = Message.of("EXPLAIN_OTHER_RULES", "out", out(), "difference", others.get(0));
            throw new Unanswerable(ExitCode.CRITICAL, reason);
        }
    }

    private void requireKnown(int who, int what) throws Unanswerable {
        if (who < 0) {
            Message reason = Message.of("EXPLAIN_UNKNOWN_RETAILER", "retailer", Shown.of(retailer));
            throw new Unanswerable(ExitCode.BAD_INPUT, reason);
        }
        if (what < 0) {
            throw new Unanswerable(ExitCode.BAD_INPUT, Message.of("EXPLAIN_UNKNOWN_SKU", "sku", Shown.of(sku)));
        }
    }

    private void requireSameResult(Verification verification) throws Unanswerable {
        if (!verification.differences().isEmpty()) {
            throw new Unanswerable(
                    ExitCode.CRITICAL, otherResult(verification.differences().get(0)));
        }
    }

    private Message otherResult(Message difference) {
        return Message.of("EXPLAIN_OTHER_RESULT", "out", out(), "folder", folder(), "difference", difference);
    }

    /** Where a key stands, or -1. */
    private static <T> int find(List<T> register, Function<T, String> keyOf, String key) {
        int at = 0;
        for (T each : register) {
            if (keyOf.apply(each).equals(key)) {
                return at;
            }
            at++;
        }
        return -1;
    }

    /** Keys with the names of the registers; a Sku without one is told by its brand. */
    private Explainer.Names names(Cycle cycle, int who) throws BadInput {
        String shop = Names.ofRetailer(folder(), cycle.retailers().get(who).key());
        Map<String, String> skus = Names.ofSkus(folder());
        return new Explainer.Names() {
            @Override
            public String of(Retailer shown) {
                return Shown.of((shown.key() + " " + shop).strip());
            }

            @Override
            public String of(Sku shown) {
                return Shown.of(shown.key() + " " + skus.getOrDefault(shown.key(), shown.brand()));
            }

            @Override
            public String shown(String text) {
                return Shown.of(text);
            }
        };
    }

    @Override
    int failed(Terminal terminal, Message reason) {
        terminal.sayError(otherResult(reason));
        return ExitCode.CRITICAL;
    }
}
