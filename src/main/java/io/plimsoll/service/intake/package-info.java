/**
 * Cycles that come in whole, with their register, supply, orders and perhaps their grants: from an upload, or drawn for
 * the demo. Everything is written in batches, in one transaction.
 */
package io.plimsoll.service.intake;
