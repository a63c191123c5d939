package io.plimsoll.allocation;

import io.plimsoll.cycle.Cycle;

/** The oracle has the properties that docs/mechanism.md promises. */
class PlainMechanismPropertiesTest extends MechanismProperties {

    @Override
    int[] allocate(Cycle cycle) {
        return PlainMechanism.run(cycle).granted();
    }
}
