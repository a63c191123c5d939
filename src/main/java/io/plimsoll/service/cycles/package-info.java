/**
 * Cycles: planned, published, opened, closed and frozen, by schedule or by hand; the supply of each; the notices that tell
 * of them, and who has read these (R17, R31, R34).
 */
package io.plimsoll.service.cycles;
