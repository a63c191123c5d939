package io.plimsoll.ceiling;

/**
 * One ceiling that a rule set.
 *
 * @param scope what it limits
 * @param subject whom or what, see {@link CeilingScope}
 * @param ref in which respect, or blank
 * @param max the most there may be, in whole cartons (for a weight, in shares)
 * @param rule id of the rule that set it
 * @param code key of the sentence that explains it
 */
public record Ceiling(CeilingScope scope, String subject, String ref, long max, String rule, String code) {}
