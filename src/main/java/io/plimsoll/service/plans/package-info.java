/**
 * What planners bring and staff read: company targets (R28), listing plans as counts of brands (R32), guidance (R33), each
 * beside what came of it; and a report on each new brand. No retailer ever sees any of it, it goes through no workflow, and
 * nothing else in the service reads it.
 *
 * <p>See {@code docs/forecasts.md}.
 */
package io.plimsoll.service.plans;
