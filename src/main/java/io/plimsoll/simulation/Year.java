package io.plimsoll.simulation;

import io.plimsoll.simulation.sharing.Mechanism;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A year lived under every mechanism.
 *
 * @param size of the simulation
 * @param weeks what was measured, by mechanism
 */
public record Year(Size size, Map<Mechanism, List<WeekFigures>> weeks) {

    /** Lives through it: each week happens once, and to the shops under each mechanism. */
    static Year simulate(Size size, Assumptions assumptions) {
        Market market = new Market(size, assumptions);
        Map<Mechanism, County> counties = new EnumMap<>(Mechanism.class);
        for (Mechanism mechanism : Mechanism.values()) {
            counties.put(mechanism, new County(size, assumptions, market, mechanism));
        }
        for (int week = 0; week < size.weeks(); week++) {
            Week happening = market.nextWeek();
            counties.values().forEach(county -> county.live(happening));
        }
        Map<Mechanism, List<WeekFigures>> weeks = new EnumMap<>(Mechanism.class);
        counties.forEach((mechanism, county) -> weeks.put(mechanism, county.figures()));
        return new Year(size, weeks);
    }

    /** Where it has led under each mechanism. */
    public Map<Mechanism, Outcome> outcomes() {
        Map<Mechanism, Outcome> outcomes = new EnumMap<>(Mechanism.class);
        weeks.forEach((mechanism, each) -> outcomes.put(mechanism, Outcome.of(each, size.lastWeeks())));
        return outcomes;
    }
}
