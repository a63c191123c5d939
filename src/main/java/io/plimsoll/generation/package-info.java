/**
 * Draws a believable county out of a seed: retailers, Skus, a release policy, and cycle after cycle of orders, for those
 * who want to try the house, measure it or test it without real data. The same plan gives the same county on every
 * machine. The only room that draws at random; nothing that decides grants depends on it.
 */
package io.plimsoll.generation;
