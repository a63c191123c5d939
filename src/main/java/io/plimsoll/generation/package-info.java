/**
 * Draws a believable county out of a seed: retailers, Skus, a release policy, and cycle after cycle of orders, for those
 * who want to try the house, measure it or test it without real data. The same plan gives the same county on every
 * machine. Nothing that decides grants depends on this room.
 *
 * @see "docs/generate.md: what is drawn, and where each number is from"
 */
package io.plimsoll.generation;
