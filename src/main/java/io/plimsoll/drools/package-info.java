/** Drools, behind {@link io.plimsoll.rule.RuleBook}. No other room knows it. */
package io.plimsoll.drools;
