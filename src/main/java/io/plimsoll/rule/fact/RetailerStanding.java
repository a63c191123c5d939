package io.plimsoll.rule.fact;

import io.plimsoll.rule.CeilingFact;
import io.plimsoll.rule.Proposals;

/**
 * Whether a shop may be granted anything in this cycle. A ceiling proposed here limits all its grants of the cycle.
 *
 * @param status ACTIVE or SUSPENDED
 */
public record RetailerStanding(String sizeClass, String marketType, String status, Proposals proposals)
        implements CeilingFact {}
