package io.plimsoll.allocation;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.drools.TestRules;
import io.plimsoll.run.CycleRun;

/** What must always hold, held against what users run: rules, allocator and all. */
class CycleRunPropertiesTest extends MechanismProperties {

    @Override
    int[] allocate(Cycle cycle) {
        return new CycleRun(TestRules.book(), 1).share(cycle).granted();
    }
}
