package io.plimsoll.finding;

import io.plimsoll.rule.FindingFact;
import io.plimsoll.rule.Proposal;
import io.plimsoll.rule.RuleBook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Puts cases before the rules and writes down what they find. */
final class Trial {

    /** Cases put before the rules at a time; bounds memory, changes nothing else. */
    private static final int BATCH = 4096;

    private final RuleBook rules;
    private final String policy;
    private final List<Finding> findings = new ArrayList<>();

    Trial(RuleBook rules, String policy) {
        this.rules = rules;
        this.policy = policy;
    }

    /**
     * Something a rule may condemn.
     *
     * @param cell the peers it was the worst of, to look for the next worst there
     * @param subject whom or what a finding is about
     */
    record Case(int cell, String subject, FindingFact fact) {}

    /** Puts cases before the rules; returns those that any rule condemned. */
    List<Case> judge(Collection<Case> cases) {
        List<Case> condemned = new ArrayList<>();
        List<Case> batch = new ArrayList<>(Math.min(BATCH, cases.size()));
        for (Case each : cases) {
            batch.add(each);
            if (batch.size() == BATCH) {
                judgeBatch(batch, condemned);
            }
        }
        judgeBatch(batch, condemned);
        return condemned;
    }

    private void judgeBatch(List<Case> batch, List<Case> condemned) {
        rules.ask(batch.stream().map(Case::fact).toList());
        for (Case each : batch) {
            List<Proposal> answers = each.fact().proposals().answers();
            answers.forEach(answer -> note(each, (Proposal.Finding) answer));
            if (!answers.isEmpty()) {
                condemned.add(each);
            }
        }
        batch.clear();
    }

    private void note(Case each, Proposal.Finding answer) {
        findings.add(new Finding(
                answer.rule(),
                policy,
                answer.severity(),
                each.subject(),
                answer.code(),
                each.fact().arguments()));
    }

    /** Everything found so far, in the order of findings.csv; two rules that say the same of a case say it once. */
    List<Finding> findings() {
        return findings.stream().sorted(Finding.ORDER).distinct().toList();
    }
}
