package io.plimsoll.service.quotas;

import io.plimsoll.finding.Finding;
import io.plimsoll.finding.QuotaTrial;
import io.plimsoll.quota.ReasonForChange;
import io.plimsoll.rule.Proposals;
import io.plimsoll.rule.Severity;
import io.plimsoll.rule.fact.RebalancingSum;
import io.plimsoll.rule.fact.TotalChange;
import io.plimsoll.service.law.Law;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;

/**
 * Asks the rules about changes of totals before they are made: what is forbidden is refused in the words of the rule that
 * forbids it. The same rules find it where it came in by another way.
 */
@ApplicationScoped
class ChangeLaw {

    private final Law law;

    ChangeLaw(Law law) {
        this.law = law;
    }

    /** How a change came to be proposed. */
    enum Manner {
        PROPOSAL,
        REBALANCING
    }

    /**
     * Who has agreed to a change by the time of a step; a step counts as done when it is asked for.
     *
     * @param second whether a planner has approved
     */
    record Consent(boolean agreed, boolean approved, boolean second) {

        /** Of a step before anybody has to have agreed. */
        static final Consent NOT_YET_NEEDED = new Consent(true, true, true);
    }

    /**
     * A change that is about to be made.
     *
     * @param manager who proposes
     * @param reason code, as it was given
     */
    record Wanted(QuotaShop shop, String manager, int totalAfter, String reason) {}

    TotalChange fact(Manner manner, Wanted wanted, Consent consent, long daysAfterCheck) {
        QuotaShop shop = wanted.shop();
        return new TotalChange(
                manner.name(),
                wanted.manager(),
                shop.licence(),
                shop.manager(),
                BigDecimal.valueOf(shop.total()),
                BigDecimal.valueOf(wanted.totalAfter()),
                shop.floatPercent(),
                BigDecimal.valueOf(shop.granted()),
                wanted.reason(),
                ReasonForChange.of(wanted.reason()).isPresent(),
                shop.keyAccount(),
                consent.agreed(),
                consent.approved(),
                consent.second(),
                shop.isCheckedOfLate(),
                BigDecimal.valueOf(daysAfterCheck),
                new Proposals());
    }

    /** Refuses what a rule forbids. */
    void require(String policy, List<RebalancingSum> sums, List<TotalChange> changes) {
        List<Finding> forbidden = judge(policy, sums, changes).stream()
                .filter(finding -> finding.severity() == Severity.CRITICAL)
                .toList();
        if (!forbidden.isEmpty()) {
            throw new Refused(Problem.CONFLICT, forbidden.get(0).message());
        }
    }

    /** What the rules find, in the order of their ids. */
    List<Finding> judge(String policy, List<RebalancingSum> sums, List<TotalChange> changes) {
        return QuotaTrial.judge(law.rules(), policy, sums, changes);
    }

    /** The sum of a re-balancing as the rules are asked about it. */
    static RebalancingSum sum(String rebalancing, String manager, int lines, long sum) {
        return new RebalancingSum(
                rebalancing, manager, BigDecimal.valueOf(lines), BigDecimal.valueOf(sum), new Proposals());
    }
}
