package io.plimsoll.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a rule may answer: one more ceiling, or one more finding. There is no type for a floor (R3). */
public sealed interface Proposal {

    /** Id of the rule that proposes, for example {@code R2}. */
    String rule();

    /** Key of the sentence that explains it, in every message catalogue. */
    String code();

    /**
     * "Never more than so many."
     *
     * @param limit exact, before any rounding; in cartons, for a weight in shares
     */
    record Ceiling(String rule, String code, BigDecimal limit) implements Proposal {

        /** The limit in whole cartons: floored, and never below 0. */
        public long wholeLimit() {
            BigDecimal floored = limit.setScale(0, RoundingMode.FLOOR);
            if (floored.signum() <= 0) {
                return 0;
            }
            return floored.compareTo(LARGEST) > 0 ? Long.MAX_VALUE : floored.longValueExact();
        }

        private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);
    }

    /** "An auditor should see this." */
    record Finding(String rule, String code, Severity severity) implements Proposal {}
}
