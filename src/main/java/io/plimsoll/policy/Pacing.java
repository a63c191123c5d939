package io.plimsoll.policy;

import java.math.BigDecimal;

/**
 * How fast a period's ceiling may be used up (R8).
 *
 * @param burst b: how far ahead of an even pace a retailer may run
 * @param reserve lambda: which share of an even pace is held back for the cycles to come, 0 to 1
 * @param exempt period ceilings of at most so many cartons are not paced
 */
public record Pacing(BigDecimal burst, BigDecimal reserve, int exempt) {}
