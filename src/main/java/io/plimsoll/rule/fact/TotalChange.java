package io.plimsoll.rule.fact;

import io.plimsoll.rule.FindingFact;
import io.plimsoll.rule.Proposals;
import java.math.BigDecimal;

/**
 * A change of one retailer's agreed total, proposed by itself (R1) or in a re-balancing (R7). Asked when somebody wants to take a
 * step with it, for what must be so by then, and again of whatever is in force.
 *
 * @param manner PROPOSAL or REBALANCING
 * @param manager key of the customer manager who proposes
 * @param retailersManager key of the customer manager who looks after the shop
 * @param totalBefore T in cartons a month
 * @param totalAfter T in cartons a month
 * @param floatPercent by how many percent the ceiling of the class lies above T (f)
 * @param granted cartons that are granted in the month in which it takes effect, or still may be before it does
 * @param reason code of the reason that was given
 * @param reasonInCatalogue whether the catalogue has that reason
 * @param keyAccount whether the shop is a key account
 * @param agreed whether the retailer has agreed to this very total
 * @param approved whether a market manager has approved
 * @param secondApproved whether a planner has approved too
 * @param checkedOfLate whether the shop's stock was checked, or the shop complained, within {@code days} before it was proposed
 * @param days how long a cut after a check is looked at (R26)
 */
public record TotalChange(
        String manner,
        String manager,
        String retailer,
        String retailersManager,
        BigDecimal totalBefore,
        BigDecimal totalAfter,
        BigDecimal floatPercent,
        BigDecimal granted,
        String reason,
        boolean reasonInCatalogue,
        boolean keyAccount,
        boolean agreed,
        boolean approved,
        boolean secondApproved,
        boolean checkedOfLate,
        BigDecimal days,
        Proposals proposals)
        implements FindingFact {}
