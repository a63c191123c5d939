/**
 * Figures that customer managers, market managers, planners and auditors watch (R8 to R10, R12 to R15): shops, worst first,
 * and shares over time. All of it is derived in the background from what other rooms store, and can be derived again at any
 * time; none of it is a quantity of one retailer and one Sku (R4).
 *
 * <p>See {@code docs/indicators.md}.
 */
package io.plimsoll.service.figures;
