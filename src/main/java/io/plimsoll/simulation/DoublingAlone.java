package io.plimsoll.simulation;

import io.plimsoll.simulation.learning.Factors;
import io.plimsoll.simulation.sharing.Mechanism;
import java.util.EnumMap;
import java.util.Map;

/**
 * What it brings a shop, in the first week, to double what it asks for of SCARCE Skus while all others tell the truth;
 * added up over shops, one after the other. No shop learns from this: it is the temptation itself, without the luck that
 * learning goes by.
 *
 * @param wanted cartons more that it wanted, as a share of what it wanted of SCARCE Skus
 * @param unwanted cartons more that it did not want, as a share of the same
 */
public record DoublingAlone(double wanted, double unwanted) {

    /** Enough for every class; all of them would take as many allocations as there are shops. */
    private static final int MOST_SHOPS = 100;

    private static final int TWICE = Factors.TRUTH + 2;

    static Map<Mechanism, DoublingAlone> inTheFirstWeek(Size size, Assumptions assumptions) {
        Week week = new Market(size, assumptions).nextWeek();
        Map<Mechanism, DoublingAlone> brings = new EnumMap<>(Mechanism.class);
        for (Mechanism mechanism : Mechanism.values()) {
            brings.put(mechanism, of(mechanism, size, week));
        }
        return brings;
    }

    private static DoublingAlone of(Mechanism mechanism, Size size, Week week) {
        int[] truth = week.wanted();
        int[] before = mechanism.sharer().share(week.offer(), truth);
        long inAll = 0;
        long wanted = 0;
        long unwanted = 0;
        for (int shop = 0; shop < Math.min(MOST_SHOPS, size.retailers()); shop++) {
            int from = shop * size.skus();
            int to = from + size.scarceSkus();
            int[] reported = truth.clone();
            for (int line = from; line < to; line++) {
                reported[line] = Factors.reported(TWICE, truth[line]);
            }
            int[] after = mechanism.sharer().share(week.offer(), reported);
            for (int line = from; line < to; line++) {
                int more = Math.min(after[line], truth[line]) - before[line];
                inAll += truth[line];
                wanted += more;
                unwanted += after[line] - before[line] - more;
            }
        }
        return inAll == 0
                ? new DoublingAlone(0, 0)
                : new DoublingAlone((double) wanted / inAll, (double) unwanted / inAll);
    }
}
