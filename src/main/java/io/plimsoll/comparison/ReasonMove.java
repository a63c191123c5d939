package io.plimsoll.comparison;

import io.plimsoll.run.Binding;

/**
 * The lines that one reason held under A and one under B.
 *
 * @param cutA cartons they got less than was reported, under A
 * @param cutB the same under B
 */
public record ReasonMove(Binding a, Binding b, int lines, long cutA, long cutB) {}
