/**
 * Measures how fast the house is; measures nothing else, and is no test. Each class with a {@code main} is one benchmark:
 * it prints medians and ratios of one run. {@code docs/performance.md} holds the commands and what came of them.
 */
package io.plimsoll.bench;
