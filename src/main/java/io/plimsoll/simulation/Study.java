package io.plimsoll.simulation;

import io.plimsoll.simulation.sharing.Mechanism;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * One year week by week, and where many led: the same with other seeds and under other assumptions.
 *
 * @param size of every year; its seed is that of the first
 * @param year the first, under {@link Variant#BASE}
 * @param doubling what doubling alone brings in it
 * @param outcomes by variant, in the order of the seeds: where each year has led under each mechanism
 */
public record Study(
        Size size,
        Year year,
        Map<Mechanism, DoublingAlone> doubling,
        Map<Variant, List<Map<Mechanism, Outcome>>> outcomes) {

    /**
     * Lives through all years. Seeds are taken one after the other from that of the size.
     *
     * @param seeds how many years under each variant, from 1
     * @param begins told of each variant before its years
     */
    public static Study run(Size size, int seeds, Consumer<Variant> begins) {
        Map<Variant, List<Map<Mechanism, Outcome>>> outcomes = new EnumMap<>(Variant.class);
        for (Variant variant : Variant.values()) {
            begins.accept(variant);
            // Years know nothing of each other, so they may be lived side by side; the list keeps their order.
            outcomes.put(
                    variant,
                    LongStream.range(0, seeds)
                            .parallel()
                            .mapToObj(more -> size.withSeed(size.seed() + more))
                            .map(other ->
                                    Year.simulate(other, variant.assumptions()).outcomes())
                            .toList());
        }
        Assumptions base = Variant.AS_DRAWN.assumptions();
        return new Study(size, Year.simulate(size, base), DoublingAlone.inTheFirstWeek(size, base), outcomes);
    }

    /** How many years were lived under each variant. */
    public int seeds() {
        return outcomes.get(Variant.AS_DRAWN).size();
    }

    /** A figure of all years under a variant and a mechanism. */
    public Spread spread(Variant variant, Mechanism mechanism, ToDoubleFunction<Outcome> figure) {
        return Spread.of(outcomes.get(variant).stream()
                .map(year -> year.get(mechanism))
                .mapToDouble(figure)
                .toArray());
    }

    /**
     * In how many of all years, under all variants, our mechanism was best.
     *
     * @param badness a figure that is better the smaller it is
     */
    public long yearsBest(ToDoubleFunction<Outcome> badness) {
        return outcomes.values().stream()
                .flatMap(List::stream)
                .filter(year -> {
                    double ours = badness.applyAsDouble(year.get(Mechanism.PLIMSOLL));
                    return year.values().stream().mapToDouble(badness).min().orElseThrow() == ours;
                })
                .count();
    }

    /** How many years were lived in all. */
    public int years() {
        return outcomes.size() * seeds();
    }
}
