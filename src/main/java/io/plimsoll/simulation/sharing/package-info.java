/** Four ways of sharing a week's supply by what is reported: ours, and three that are in use elsewhere. */
package io.plimsoll.simulation.sharing;
