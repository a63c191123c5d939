/**
 * A year of shops that learn, week by week, whether to report more than they want, under our mechanism and three others.
 * The shops, their demand, the supply and all chance are the same under each, so what differs is the mechanism's doing.
 *
 * @see "docs/strategic-year.md"
 */
package io.plimsoll.simulation;
