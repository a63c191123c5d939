package io.plimsoll.finding;

import io.plimsoll.finding.Trial.Case;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.fact.RebalancingSum;
import io.plimsoll.rule.fact.TotalChange;
import java.util.ArrayList;
import java.util.List;

/** Puts changes of agreed totals before the rules: those that somebody wants to make, and those that are in force. */
public final class QuotaTrial {

    private QuotaTrial() {}

    /**
     * What the rules find.
     *
     * @param policy version of the policy whose floats and thresholds went in
     * @param sums re-balancings as a whole; a finding about one is about its manager
     * @param changes of single totals; a finding about one is about its retailer
     * @return in the order of findings.csv
     */
    public static List<Finding> judge(
            RuleBook rules, String policy, List<RebalancingSum> sums, List<TotalChange> changes) {
        Trial trial = new Trial(rules, policy);
        List<Case> cases = new ArrayList<>();
        sums.forEach(sum -> cases.add(new Case(0, sum.manager(), sum)));
        changes.forEach(change -> cases.add(new Case(0, change.retailer(), change)));
        trial.judge(cases);
        return trial.findings();
    }
}
