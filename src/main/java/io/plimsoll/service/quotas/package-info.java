/**
 * Agreed totals as people make them: a customer manager proposes, the retailer agrees, the market manager approves, and for a key
 * account a planner too (R1); re-balancings, batches of such changes over one manager's retailers that sum to zero (R7); and what
 * the rules find in totals that are in force. A total is neither an order nor a target, and none of this knows a Sku or a brand.
 *
 * <p>See {@code docs/quotas.md}.
 */
package io.plimsoll.service.quotas;
