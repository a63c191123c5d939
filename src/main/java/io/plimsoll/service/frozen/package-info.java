/**
 * Cycles as they were frozen, for whoever shares their supply or takes them out: read from the database, written as the
 * folder that they would have come in as.
 */
package io.plimsoll.service.frozen;
