package io.plimsoll.simulation;

import io.plimsoll.simulation.sharing.Offer;

/**
 * One week as it happens, whatever the mechanism.
 *
 * @param wanted true demand by line, in cartons; never written to
 * @param offer what there is to share
 */
record Week(int[] wanted, Offer offer) {}
