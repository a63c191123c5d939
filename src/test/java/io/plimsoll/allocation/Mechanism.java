package io.plimsoll.allocation;

import io.plimsoll.cycle.Cycle;

/** Anything that shares out a cycle: the oracle, the real allocator, or one that is broken on purpose. */
@FunctionalInterface
public interface Mechanism {

    /** Granted cartons, by line of the cycle's orders. */
    int[] allocate(Cycle cycle);
}
