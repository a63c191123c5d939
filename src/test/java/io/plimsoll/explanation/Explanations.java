package io.plimsoll.explanation;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.drools.TestRules;
import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Language;
import io.plimsoll.message.Message;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import io.plimsoll.run.WhatIf;
import io.plimsoll.sku.Sku;
import java.util.ArrayList;
import java.util.List;

/** Makes explanations for tests, with keys for names, and gathers all that they say. */
final class Explanations {

    static final Catalogue EN = TestRules.wholeLawBook().catalogue(Language.EN);
    static final Catalogue ZH = TestRules.wholeLawBook().catalogue(Language.ZH);

    private static final Explainer.Names KEYS = new Explainer.Names() {
        @Override
        public String of(Retailer retailer) {
            return retailer.key();
        }

        @Override
        public String of(Sku sku) {
            return sku.key();
        }

        @Override
        public String shown(String text) {
            return text;
        }
    };

    private Explanations() {}

    static CycleResult allocate(Cycle cycle) {
        return allocate(cycle, TestRules.book());
    }

    static CycleResult allocate(Cycle cycle, RuleBook rules) {
        return new CycleRun(rules, 1).allocate(cycle, part -> {});
    }

    static Explanation order(CycleResult result, int retailer) {
        return explainer(result, TestRules.book(), retailer).order();
    }

    static Explanation order(CycleResult result, String retailer) {
        return order(result, retailer(result, retailer));
    }

    static Explanation line(CycleResult result, String retailer, String sku) {
        int at = result.cycle().skus().stream().map(Sku::key).toList().indexOf(sku);
        return explainer(result, TestRules.book(), retailer(result, retailer)).line(at);
    }

    static Explainer explainer(CycleResult result, RuleBook rules, int retailer) {
        return new Explainer(result, rules, WhatIf.about(result, 1), KEYS, retailer);
    }

    private static int retailer(CycleResult result, String key) {
        return result.cycle().retailers().stream().map(Retailer::key).toList().indexOf(key);
    }

    /** Every sentence, those about ceilings too. */
    static List<Message> everythingSaid(Explanation explanation) {
        List<Message> said = new ArrayList<>(explanation.heading());
        said.addAll(explanation.instead());
        said.addAll(explanation.order().sentences());
        said.addAll(explanation.order().caution());
        explanation.order().ceilings().forEach(ceiling -> said.add(ceiling.reason()));
        explanation.story().forEach(said::addAll);
        for (LineExplanation line : explanation.lines()) {
            said.addAll(line.sentences());
            line.ceilings().forEach(ceiling -> said.add(ceiling.reason()));
        }
        return said;
    }

    /** Paragraphs as they are read aloud. */
    static List<String> inWords(Catalogue catalogue, List<Message> sentences) {
        return sentences.stream().map(catalogue::say).toList();
    }
}
