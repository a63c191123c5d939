package io.plimsoll.allocation;

import java.util.ArrayList;
import java.util.List;

/** All fair outcomes of a tiny cycle, found by trying every allocation there is and keeping those with 1 to 3. */
final class FairOutcomes {

    private FairOutcomes() {}

    static List<int[]> of(PlainCeilings ceilings) {
        List<int[]> fair = new ArrayList<>();
        tryAll(ceilings, new int[ceilings.cycle().orders().lines()], 0, fair);
        return fair;
    }

    private static void tryAll(PlainCeilings ceilings, int[] granted, int line, List<int[]> fair) {
        if (line == granted.length) {
            OutcomeChecks checks = new OutcomeChecks(ceilings, granted);
            if (checks.feasible().isEmpty()
                    && checks.nothingWasted().isEmpty()
                    && checks.noJustifiedEnvy().isEmpty()) {
                fair.add(granted.clone());
            }
            return;
        }
        for (int cartons = 0; cartons <= ceilings.mostOf(line); cartons++) {
            granted[line] = cartons;
            tryAll(ceilings, granted, line + 1, fair);
        }
    }
}
