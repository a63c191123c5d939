/**
 * What becomes of grants once the goods go out: some is returned, some is never paid. It is put on record line by line and
 * gives the quantity back to the period.
 *
 * <p>See {@code docs/deliveries.md}.
 */
package io.plimsoll.service.deliveries;
