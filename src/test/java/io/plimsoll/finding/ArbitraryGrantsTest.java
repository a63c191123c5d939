package io.plimsoll.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.allocation.OutcomeChecks;
import io.plimsoll.allocation.PlainAudit;
import io.plimsoll.allocation.PlainCeilings;
import io.plimsoll.allocation.RandomCycles;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.drools.TestRules;
import io.plimsoll.finding.GrantsOnTrial.Stray;
import io.plimsoll.run.CycleRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Grants out of the air, not from any allocation: whatever the oracle finds wrong with them the judge finds, and
 * nothing else. The oracle looks at every line and every pair and knows no rules.
 */
class ArbitraryGrantsTest {

    private static final CycleRun RUN = new CycleRun(TestRules.book(), 1);

    private final TreeMap<String, Integer> seen = new TreeMap<>();

    /**
     * Both mean the same by each property. To the oracle the licence is a matter of feasibility, since its bound of an
     * inactive shop is 0; so the judge's R35 belongs there. To the judge a line that asked for nothing is an order, and
     * a grant on it one above demand; R17 is about no order at all, for which the oracle has no lines.
     */
    @Test
    void theJudgeFindsAPropertyBrokenExactlyWhereTheOracleDoes() {
        for (int seed = 0; seed < 4000; seed++) {
            Random random = random(seed);
            Cycle cycle = RandomCycles.cycle(seed, RandomCycles.SMALL);
            PlainCeilings ceilings = new PlainCeilings(cycle);
            int[] granted = grants(ceilings, random);
            OutcomeChecks oracle = new OutcomeChecks(ceilings, granted);
            Audit audit = new Audit(RUN.audit(cycle, GrantsOnTrial.own(granted), part -> {}));
            agree("infeasible", oracle.feasible().isPresent(), says(audit, " ABOVE_[A-Z]|GRANT_TO_INACTIVE"), seed);
            agree("wasted", oracle.nothingWasted().isPresent(), says(audit, " SUPPLY_LEFT "), seed);
            agree("envied", oracle.noJustifiedEnvy().isPresent(), says(audit, " JUSTIFIED_ENVY "), seed);
            boolean onNothing = audit.findings().stream()
                    .filter(finding -> finding.code().equals("ABOVE_DEMAND"))
                    .anyMatch(finding ->
                            finding.evidence().get("limit").toString().equals("0"));
            agree("for nothing", oracle.nothingWithoutAnOrder().isPresent(), onNothing, seed);
        }
        for (String property : List.of("infeasible", "wasted", "envied", "for nothing")) {
            for (boolean broken : new boolean[] {true, false}) {
                int times = seen.getOrDefault(property + " " + broken, 0);
                assertTrue(times >= 200, property + " " + broken + " too seldom: " + seen);
            }
        }
    }

    @Test
    void theJudgeNamesEverythingThatALookAtEveryLineAndPairNames() {
        for (int seed = 0; seed < 4000; seed++) {
            Random random = random(seed);
            boolean village = seed % 8 == 0;
            Cycle cycle = RandomCycles.cycle(seed, village ? RandomCycles.VILLAGE : RandomCycles.SMALL);
            PlainCeilings ceilings = new PlainCeilings(cycle);
            int[] granted = grants(ceilings, random);
            GrantsOnTrial trial = new GrantsOnTrial(granted, recorded(cycle, random), strays(cycle, random));
            Audit audit = new Audit(RUN.audit(cycle, trial, part -> {}));
            assertEquals(PlainAudit.of(ceilings, trial), audit.plainly(), "seed " + seed);
            audit.findings().forEach(finding -> seen.merge(finding.code(), 1, Integer::sum));
        }
        List<String> codes = List.of(
                "ABOVE_DEMAND",
                "ABOVE_SKU_CEILING",
                "ABOVE_TIER_CEILING",
                "ABOVE_AGREED_TOTAL",
                "ABOVE_PACE",
                "ABOVE_AT_MOST",
                "ABOVE_SUPPLY",
                "ABOVE_TIGHT_BALANCE",
                "GRANT_WITHOUT_ORDER",
                "GRANT_TO_UNKNOWN",
                "GRANT_TO_INACTIVE",
                "DEMAND_ALTERED",
                "JUSTIFIED_ENVY",
                "SUPPLY_LEFT",
                "ABOVE_CEILING_BEFORE");
        codes.forEach(code -> assertTrue(seen.getOrDefault(code, 0) >= 200, code + " too seldom: " + seen));
    }

    /** Neighbouring seeds of java.util.Random begin alike; the factor spreads them. */
    private static Random random(int seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    private void agree(String property, boolean oracle, boolean judge, int seed) {
        assertEquals(oracle, judge, property + ", seed " + seed);
        seen.merge(property + " " + oracle, 1, Integer::sum);
    }

    private static boolean says(Audit audit, String pattern) {
        return audit.all().stream()
                .filter(words -> !words.contains("ABOVE_CEILING_BEFORE"))
                .anyMatch(words -> words.matches(".*(" + pattern + ").*"));
    }

    /**
     * Anything up to twice the demand; anything within the bounds; few cartons, so that little is exceeded and much is
     * left; or good grants, changed here and there.
     */
    private static int[] grants(PlainCeilings ceilings, Random random) {
        int way = random.nextInt(4);
        int[] granted = way == 3
                ? honest(ceilings.cycle())
                : new int[ceilings.cycle().orders().lines()];
        for (int line = 0; line < granted.length; line++) {
            int demand = ceilings.cycle().orders().demand()[line];
            int most = Math.toIntExact(ceilings.mostOf(line));
            switch (way) {
                case 0 -> granted[line] = random.nextInt(2 * demand + 2);
                case 1 -> granted[line] = random.nextInt(most + 1);
                case 2 -> granted[line] = Math.min(most, random.nextInt(3));
                default -> {
                    if (random.nextInt(6) == 0) {
                        granted[line] = Math.max(0, granted[line] + random.nextInt(5) - 2);
                    }
                }
            }
        }
        return granted;
    }

    private static int[] honest(Cycle cycle) {
        return RUN.allocate(cycle, part -> {}).sharing().granted().clone();
    }

    private static int[] recorded(Cycle cycle, Random random) {
        int[] recorded = cycle.orders().demand().clone();
        for (int line = 0; line < recorded.length; line++) {
            int way = random.nextInt(12);
            recorded[line] = way == 0 ? GrantsOnTrial.NOT_STATED : way == 1 ? random.nextInt(9) : recorded[line];
        }
        return random.nextInt(3) == 0 ? new int[0] : recorded;
    }

    /** Of at most one Sku for each retailer, and none that he ordered. */
    private static List<Stray> strays(Cycle cycle, Random random) {
        List<Stray> strays = new ArrayList<>();
        for (int r = 0; r < cycle.retailers().size(); r++) {
            int sku = random.nextInt(cycle.skus().size() + 1);
            if (random.nextInt(3) == 0 && !ordered(cycle, r, sku)) {
                boolean known = sku < cycle.skus().size();
                String what = known ? cycle.skus().get(sku).key() : "no such Sku";
                String who = cycle.retailers().get(r).key();
                strays.add(new Stray(who, what, r, known ? sku : GrantsOnTrial.UNKNOWN, 1 + random.nextInt(4)));
            }
        }
        if (random.nextBoolean()) {
            strays.add(new Stray("nobody", cycle.skus().get(0).key(), GrantsOnTrial.UNKNOWN, 0, 2));
        }
        return strays;
    }

    private static boolean ordered(Cycle cycle, int retailer, int sku) {
        for (int line = cycle.orders().firstLine()[retailer];
                line < cycle.orders().firstLine()[retailer + 1];
                line++) {
            if (cycle.orders().sku()[line] == sku) {
                return true;
            }
        }
        return false;
    }
}
