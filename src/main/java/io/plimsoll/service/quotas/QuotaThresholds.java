package io.plimsoll.service.quotas;

import io.plimsoll.files.PolicyVersion;
import io.plimsoll.quota.Balance;
import io.plimsoll.quota.FitBand;
import java.math.BigDecimal;

/** Thresholds that totals are judged by: policy data, with our defaults where a policy is silent. */
final class QuotaThresholds {

    private static final BigDecimal DAYS_AFTER_CHECK = BigDecimal.valueOf(14);
    private static final int HUNDRED = 100;

    private QuotaThresholds() {}

    /** Within what bounds a total fits (R12). */
    static FitBand band(PolicyVersion policy) {
        BigDecimal low = value(policy, "R12", "fit_low", FitBand.USUAL.low());
        BigDecimal high = value(policy, "R12", "fit_high", FitBand.USUAL.high());
        boolean isBand = low.signum() > 0 && low.compareTo(BigDecimal.ONE) <= 0 && high.compareTo(BigDecimal.ONE) >= 0;
        return isBand ? new FitBand(low, high) : FitBand.USUAL;
    }

    /** How many days after a stock check or a complaint a cut is looked at (R26). */
    static long daysAfterCheck(PolicyVersion policy) {
        return value(policy, "R26", "days", DAYS_AFTER_CHECK).longValue();
    }

    /** By how much of itself a total may change in one computed re-balancing, in percent (R7). */
    static int largestChangePercent(PolicyVersion policy) {
        return value(policy, "R7", "largest_change_percent", BigDecimal.valueOf(Balance.USUAL_LARGEST_CHANGE_PERCENT))
                .min(BigDecimal.valueOf(HUNDRED))
                .max(BigDecimal.ONE)
                .intValue();
    }

    private static BigDecimal value(PolicyVersion policy, String rule, String parameter, BigDecimal otherwise) {
        return policy.releasePolicy().alerts().value(rule, parameter, otherwise);
    }
}
