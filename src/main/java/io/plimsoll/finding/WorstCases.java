package io.plimsoll.finding;

import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.finding.Trial.Case;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds in each cell (peers, or peers and a Sku) the candidate that exceeds its limit by most, and remembers every other
 * one past its limit. The worst goes before the rules first; only where they condemn it do the others follow, so an
 * honest allocation costs one question a cell.
 */
final class WorstCases {

    private static final int NOBODY = -1;

    private final int[] worst;
    private final long[] excess;
    private int[] past = new int[16];
    private int[] pastCell = new int[16];
    private int pastSize;

    WorstCases(int cells) {
        worst = new int[cells];
        Arrays.fill(worst, NOBODY);
        excess = new long[cells];
    }

    /**
     * Looks at one candidate.
     *
     * @param amount what it has
     * @param limit what it may have at most; {@link Ceilings#NONE} where there is nothing to exceed
     */
    void look(int cell, int candidate, long amount, long limit) {
        if (limit == Ceilings.NONE) {
            return;
        }
        long exceeds = amount - limit;
        if (worst[cell] == NOBODY || exceeds > excess[cell]) {
            worst[cell] = candidate;
            excess[cell] = exceeds;
        }
        if (exceeds > 0) {
            if (pastSize == past.length) {
                past = Arrays.copyOf(past, 2 * pastSize);
                pastCell = Arrays.copyOf(pastCell, 2 * pastSize);
            }
            past[pastSize] = candidate;
            pastCell[pastSize++] = cell;
        }
    }

    /** Describes a candidate to the rules. */
    interface Description {
        Case of(int cell, int candidate);
    }

    /** Puts the worst of each cell before the rules, and the others of those cells that are condemned. */
    void judgedBy(Trial trial, Description description) {
        List<Case> first = new ArrayList<>();
        for (int cell = 0; cell < worst.length; cell++) {
            if (worst[cell] != NOBODY) {
                first.add(description.of(cell, worst[cell]));
            }
        }
        Set<Integer> condemned = new HashSet<>();
        trial.judge(first).forEach(each -> condemned.add(each.cell()));
        List<Case> others = new ArrayList<>();
        for (int i = 0; i < pastSize; i++) {
            if (condemned.contains(pastCell[i]) && past[i] != worst[pastCell[i]]) {
                others.add(description.of(pastCell[i], past[i]));
            }
        }
        trial.judge(others);
    }
}
