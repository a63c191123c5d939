package io.plimsoll.allocation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.sku.Sku;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The random cycles are worth testing with: everything that docs/mechanism.md knows happens in them, and often. */
class RandomCyclesTest {

    private static final int CYCLES = 1000;

    private static final List<String> BINDINGS = List.of(
            "NONE",
            "INELIGIBLE",
            "BLOCKED",
            "SKU_CEILING",
            "TIGHT_BALANCE",
            "SUPPLY",
            "TIER_CEILING",
            "AT_MOST",
            "PACING",
            "AGREED_TOTAL");

    @Test
    void everyReasonForACutOccursOften() {
        Map<String, Integer> seen = new HashMap<>();
        for (long seed = 1; seed <= CYCLES; seed++) {
            for (String binding : PlainMechanism.run(RandomCycles.cycle(seed, RandomCycles.SMALL))
                    .binding()) {
                seen.merge(binding, 1, Integer::sum);
            }
        }
        for (String binding : BINDINGS) {
            assertTrue(seen.getOrDefault(binding, 0) >= CYCLES / 20, binding + " in " + seen);
        }
        assertEquals(BINDINGS.size(), seen.size(), "reasons for a cut: " + seen.keySet());
    }

    @Test
    void everyUncommonInputOccursOften() {
        Map<String, Integer> seen = new HashMap<>();
        for (long seed = 1; seed <= CYCLES; seed++) {
            Cycle cycle = RandomCycles.cycle(seed, RandomCycles.SMALL);
            uncommon(cycle).forEach((what, times) -> seen.merge(what, times, Integer::sum));
        }
        seen.forEach((what, times) -> assertTrue(times >= CYCLES / 20, what + " only " + times + " times"));
    }

    @Test
    void theSameSeedMakesTheSameCycle() {
        CycleRows once = RandomCycles.rows(7, RandomCycles.VILLAGE, RandomCycles.MIXED);
        CycleRows again = RandomCycles.rows(7, RandomCycles.VILLAGE, RandomCycles.MIXED);
        assertEquals(once.orders(), again.orders());
        assertEquals(once.retailers(), again.retailers());
        assertArrayEquals(
                PlainMechanism.run(once.toCycle()).granted(),
                PlainMechanism.run(again.toCycle()).granted());
    }

    private static Map<String, Integer> uncommon(Cycle cycle) {
        PlainCeilings ceilings = new PlainCeilings(cycle);
        Map<String, Integer> seen = new HashMap<>();
        for (int r = 0; r < cycle.retailers().size(); r++) {
            Retailer retailer = cycle.retailers().get(r);
            count(seen, "granted past the period ceiling", retailer.grantedInPeriod() > ceilings.periodCeiling(r));
            count(seen, "no order", !cycle.orders().ordered(r));
            count(seen, "at most nothing", cycle.orders().atMost()[r] == 0);
            count(seen, "every second cycle", retailer.interval() == 2);
            boolean paced = cycle.policy().pacing().isPresent();
            count(seen, "exempt from pacing", paced && ceilings.periodCeiling(r) <= exempt(cycle));
        }
        for (int s = 0; s < cycle.skus().size(); s++) {
            Sku sku = cycle.skus().get(s);
            boolean forecast = sku.forecast().isPresent();
            count(seen, "supply of nothing", sku.supply().orElse(1) == 0);
            count(seen, "no limit to supply", sku.supply().isEmpty());
            count(seen, "forecast without supply", forecast && sku.supply().isEmpty());
            count(
                    seen,
                    "released under supply",
                    sku.supply().isPresent()
                            && ceilings.released(s) < sku.supply().getAsLong());
            count(seen, "beyond the basic plane", sku.key().codePointAt(0) > Character.MAX_VALUE);
        }
        for (int line = 0; line < cycle.orders().lines(); line++) {
            count(seen, "asked for nothing", cycle.orders().demand()[line] == 0);
        }
        return seen;
    }

    private static int exempt(Cycle cycle) {
        return cycle.policy().pacing().orElseThrow().exempt();
    }

    private static void count(Map<String, Integer> seen, String what, boolean happened) {
        seen.merge(what, happened ? 1 : 0, Integer::sum);
    }
}
