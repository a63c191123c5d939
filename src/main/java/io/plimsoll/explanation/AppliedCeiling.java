package io.plimsoll.explanation;

import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.message.Message;

/**
 * One ceiling that applied to a line, or to an order as a whole.
 *
 * @param max the most it allows, in cartons (of a share: the weight); {@link Ceilings#NONE} where that is no limit
 * @param leaves cartons that it left for this line, or for this order, once better-ranked lines and earlier cycles had
 *     theirs; NONE where it held nothing back
 * @param rule id of the rule that set it; blank where none did: there is no more of the Sku, or the retailer wanted no more
 * @param policy version of the policy it was reckoned from; blank where no rule set it
 * @param reason its sentence
 */
public record AppliedCeiling(Limit limit, long max, long leaves, String rule, String policy, Message reason) {

    /** The same ceiling where something has been taken of what it leaves. */
    AppliedCeiling after(long taken) {
        long left = leaves == Ceilings.NONE ? Ceilings.NONE : Math.max(0, leaves - taken);
        return new AppliedCeiling(limit, max, left, rule, policy, reason);
    }
}
