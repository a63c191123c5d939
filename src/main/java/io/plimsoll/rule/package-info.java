/**
 * The contract between rules and arithmetic: rules propose, Java disposes. A {@link io.plimsoll.rule.RuleBook} is asked
 * about facts and answers with proposals; a proposal is a ceiling or a finding and nothing else, so that no rule can
 * write a floor, take a proposal of another rule back, or depend on the order in which rules are asked.
 */
package io.plimsoll.rule;
