package io.plimsoll.cli;

import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.explanation.AppliedCeiling;
import io.plimsoll.explanation.Explanation;
import io.plimsoll.explanation.Limit;
import io.plimsoll.explanation.LineExplanation;
import io.plimsoll.explanation.WholeOrder;
import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Message;
import io.plimsoll.run.Binding;
import java.util.List;

/** An explanation on a terminal: a table to look at, then sentences to read aloud, one to a line. */
final class ExplanationPage {

    private static final String NO_FIGURE = "-";

    private final Terminal terminal;
    private final Catalogue catalogue;

    ExplanationPage(Terminal terminal) {
        this.terminal = terminal;
        catalogue = terminal.catalogue();
    }

    void print(Explanation explanation) {
        explanation.heading().forEach(terminal::say);
        terminal.print("");
        if (explanation.lines().isEmpty()) {
            explanation.instead().forEach(terminal::say);
            return;
        }
        printLines(explanation);
        boolean wholeOrder = explanation.onlySku().isEmpty();
        WholeOrder order = explanation.order();
        if (wholeOrder) {
            paragraph(order.sentences());
        }
        if (wholeOrder && order.barredBy().isEmpty()) {
            printCeilings("EXPLAIN_CEILINGS_ON_ORDER", order.ceilings());
            order.caution().forEach(terminal::say);
        }
        explanation.story().forEach(this::paragraph);
        if (wholeOrder) {
            paragraph(List.of(Message.of("EXPLAIN_HINT")));
        } else {
            printCeilings("EXPLAIN_CEILINGS_ON_LINE", explanation.lines().get(0).ceilings());
            order.caution().forEach(terminal::say);
        }
    }

    private void printLines(Explanation explanation) {
        TextTable table = new TextTable(
                        catalogue.say("EXPLAIN_RANK"),
                        catalogue.say("EXPLAIN_SKU"),
                        catalogue.say("SUMMARY_DEMAND"),
                        catalogue.say("SUMMARY_GRANTED"),
                        catalogue.say("EXPLAIN_WHY"))
                .left(1, 4);
        for (LineExplanation line : explanation.lines()) {
            table.row(
                    Integer.toString(line.rank()),
                    line.sku(),
                    Integer.toString(line.demand()),
                    Integer.toString(line.granted()),
                    line.binding() == Binding.NONE ? "" : catalogue.say("BINDING_" + line.binding()));
        }
        table.lines().forEach(terminal::print);
    }

    private void paragraph(List<Message> sentences) {
        terminal.print("");
        sentences.forEach(terminal::say);
    }

    private void printCeilings(String title, List<AppliedCeiling> ceilings) {
        if (ceilings.isEmpty()) {
            return;
        }
        terminal.print("");
        terminal.print(catalogue.say(title));
        TextTable table = new TextTable(
                        catalogue.say("EXPLAIN_LEFT"),
                        catalogue.say("EXPLAIN_CEILING"),
                        catalogue.say("EXPLAIN_RULE"),
                        catalogue.say("EXPLAIN_REASON"))
                .left(2, 3);
        for (AppliedCeiling ceiling : ceilings) {
            table.row(
                    figure(ceiling.leaves()),
                    ceiling.limit() == Limit.SHARE
                            ? catalogue.say("EXPLAIN_WEIGHT", "weight", ceiling.max())
                            : figure(ceiling.max()),
                    ceiling.rule().isEmpty() ? NO_FIGURE : ceiling.rule(),
                    catalogue.say(ceiling.reason()));
        }
        table.lines().forEach(terminal::print);
    }

    private static String figure(long cartons) {
        return cartons == Ceilings.NONE ? NO_FIGURE : Long.toString(cartons);
    }
}
