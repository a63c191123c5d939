/**
 * What came of a cycle: to a retailer his demand beside his grants, with a reason for every cut; to planners and auditors the
 * whole in a few charts, with the tables behind them. Everything is read from what a run has stored; only the long answer
 * to "why" is recomputed.
 */
package io.plimsoll.service.outcomes;
