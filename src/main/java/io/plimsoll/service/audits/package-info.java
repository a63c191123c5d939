/**
 * Audits of grants that others made, by hand, on paper or in another system: brought for a past cycle, kept apart from its
 * own, and judged as {@code plimsoll audit} judges them. They never become grants of the cycle.
 *
 * <p>See {@code docs/replay.md}.
 */
package io.plimsoll.service.audits;
