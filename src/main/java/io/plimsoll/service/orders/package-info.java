/**
 * Orders: what retailers themselves report as their demand, for as long as a cycle takes orders. Demand is stored as it was
 * asked for, before and apart from any ceiling (R14), and every version of it stays (R15).
 */
package io.plimsoll.service.orders;
