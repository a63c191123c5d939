package io.plimsoll.allocation;

import io.plimsoll.cycle.Cycle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** The eight properties of docs/mechanism.md, each a loop over seeded random cycles and any mechanism. */
final class PropertyLoops {

    static final String SUPPLY_SHORT = "supply was short";
    static final String HASH_DECIDED = "the hash decided";
    static final String OTHER_ORDER = "the other names changed the order of the lines";
    static final String MORE_HELPED = "one more carton changed a grant";
    static final String INFLATED = "a demand was raised";
    static final String INFLATED_AND_GOT_MORE = "raising a demand brought cartons beyond it";
    static final String CUT_LINES_RAISED = "only demands that were cut anyway were raised";
    static final String NO_ORDER = "a retailer had no order";
    static final String SEVERAL_FAIR = "there was more than one fair outcome";

    /** Every third cycle is a village; the others are small, which finds more in the same time. */
    private static final int VILLAGE_EVERY = 3;

    /** In how many ways one cycle is changed where a property is about a change. */
    private static final int CHANGES = 3;

    private PropertyLoops() {}

    /** Property 1. */
    static PropertyRun feasible(Mechanism mechanism, int cycles) {
        return eachOutcome(mechanism, cycles, OutcomeChecks::feasible);
    }

    /** Property 2. */
    static PropertyRun nothingWasted(Mechanism mechanism, int cycles) {
        return eachOutcome(mechanism, cycles, OutcomeChecks::nothingWasted);
    }

    /** Property 3. */
    static PropertyRun noJustifiedEnvy(Mechanism mechanism, int cycles) {
        return eachOutcome(mechanism, cycles, OutcomeChecks::noJustifiedEnvy);
    }

    /** Property 4, for a mechanism that only sees sorted cycles: rows in another order make the same grants. */
    static PropertyRun rowOrderDoesNotMatter(Mechanism mechanism, int cycles) {
        PropertyRun run = new PropertyRun();
        for (long seed = 1; seed <= cycles; seed++) {
            Cycle cycle = cycle(seed);
            int[] grants = mechanism.allocate(cycle);
            Cycle again = CycleRows.of(cycle).shuffled(seed).toCycle();
            run.check(seed, ChangeChecks.nothingChanged(grants, mechanism.allocate(again)));
            run.count(SUPPLY_SHORT, new OutcomeChecks(new PlainCeilings(cycle), grants).supplyWasShort());
        }
        return run;
    }

    /**
     * Property 4 once more, from the inside: where no hash decides, names mean nothing, so other names, which sort the
     * other way round, make the same grants. Being early in the file is worth nothing.
     */
    static PropertyRun nameOrderDoesNotMatter(Mechanism mechanism, int cycles) {
        PropertyRun run = new PropertyRun();
        for (long seed = 1; seed <= cycles; seed++) {
            Cycle cycle = RandomCycles.tieless(seed, RandomCycles.MIXED).toCycle();
            Cycle renamed = RandomCycles.tieless(seed, RandomCycles.REVERSED).toCycle();
            int[] grants = mechanism.allocate(cycle);
            int[] others = mechanism.allocate(renamed);
            Map<List<Integer>, Integer> byNumber = byNumbers(cycle, RandomCycles.MIXED, grants);
            Map<List<Integer>, Integer> othersByNumber = byNumbers(renamed, RandomCycles.REVERSED, others);
            run.check(
                    seed,
                    byNumber.equals(othersByNumber)
                            ? Optional.empty()
                            : Optional.of(byNumber + " became " + othersByNumber));
            run.count(SUPPLY_SHORT, new OutcomeChecks(new PlainCeilings(cycle), grants).supplyWasShort());
            run.count(
                    OTHER_ORDER,
                    !Arrays.equals(cycle.orders().demand(), renamed.orders().demand()));
        }
        return run;
    }

    /** Property 5. */
    static PropertyRun moreSupplyHurtsNobody(Mechanism mechanism, int cycles) {
        PropertyRun run = new PropertyRun();
        for (long seed = 1; seed <= cycles; seed++) {
            Cycle cycle = cycle(seed);
            PlainCeilings ceilings = new PlainCeilings(cycle);
            int[] before = mechanism.allocate(cycle);
            for (int sku = 0; sku < cycle.skus().size(); sku++) {
                if (ceilings.released(sku) == PlainCeilings.UNLIMITED) {
                    continue;
                }
                Cycle more = CycleCopies.withReleased(cycle, sku, ceilings.released(sku) + 1);
                int[] after = mechanism.allocate(more);
                run.check(seed, ChangeChecks.nobodyFaresWorse(cycle, before, after));
                run.count(MORE_HELPED, !Arrays.equals(before, after));
            }
        }
        return run;
    }

    /** Property 6. */
    static PropertyRun inflatingDoesNotPay(Mechanism mechanism, int cycles) {
        PropertyRun run = new PropertyRun();
        for (long seed = 1; seed <= cycles; seed++) {
            Cycle truth = cycle(seed);
            int[] demand = truth.orders().demand();
            int[] honest = mechanism.allocate(truth);
            Random random = new Random(seed);
            for (int change = 0; change < CHANGES && demand.length > 0; change++) {
                int line = random.nextInt(demand.length);
                Cycle lie = CycleCopies.withDemand(truth, line, demand[line] + raise(random));
                int[] inflated = mechanism.allocate(lie);
                run.check(seed, ChangeChecks.inflatingDoesNotPay(truth, line, honest, inflated));
                run.count(INFLATED, true);
                run.count(INFLATED_AND_GOT_MORE, inflated[line] > demand[line]);
            }
            int[] raised = demand.clone();
            for (int line = 0; line < demand.length; line++) {
                if (honest[line] < demand[line] && random.nextBoolean()) {
                    raised[line] += raise(random);
                }
            }
            run.check(
                    seed,
                    ChangeChecks.nothingChanged(honest, mechanism.allocate(CycleCopies.withDemand(truth, raised))));
            run.count(CUT_LINES_RAISED, !Arrays.equals(demand, raised));
        }
        return run;
    }

    /** Property 7; who has no order doesn't change the others' grants either. */
    static PropertyRun nothingWithoutAnOrder(Mechanism mechanism, int cycles) {
        PropertyRun run = eachOutcome(mechanism, cycles, OutcomeChecks::nothingWithoutAnOrder);
        for (long seed = 1; seed <= cycles; seed++) {
            Cycle cycle = cycle(seed);
            Cycle without = CycleRows.of(cycle).onlyThoseWhoOrdered().toCycle();
            run.check(seed, ChangeChecks.nothingChanged(mechanism.allocate(cycle), mechanism.allocate(without)));
            run.count(NO_ORDER, without.retailers().size() < cycle.retailers().size());
        }
        return run;
    }

    /** Property 8. */
    static PropertyRun bestOfAllFairOutcomes(Mechanism mechanism, int cycles) {
        PropertyRun run = new PropertyRun();
        for (long seed = 1; seed <= cycles; seed++) {
            Cycle cycle = CrossPurposes.orTiny(seed);
            int[] grants = mechanism.allocate(cycle);
            List<int[]> fair = FairOutcomes.of(new PlainCeilings(cycle));
            if (fair.isEmpty()) {
                run.check(seed, Optional.of("no outcome is fair"));
            }
            for (int[] other : fair) {
                run.check(seed, ChangeChecks.nobodyFaresWorse(cycle, other, grants));
            }
            run.count(SEVERAL_FAIR, fair.size() > 1);
        }
        return run;
    }

    private static PropertyRun eachOutcome(
            Mechanism mechanism, int cycles, Function<OutcomeChecks, Optional<String>> check) {
        PropertyRun run = new PropertyRun();
        for (long seed = 1; seed <= cycles; seed++) {
            Cycle cycle = cycle(seed);
            OutcomeChecks checks = new OutcomeChecks(new PlainCeilings(cycle), mechanism.allocate(cycle));
            run.check(seed, check.apply(checks));
            run.count(SUPPLY_SHORT, checks.supplyWasShort());
            run.count(HASH_DECIDED, checks.hashDecided());
        }
        return run;
    }

    private static Cycle cycle(long seed) {
        return RandomCycles.cycle(seed, seed % VILLAGE_EVERY == 0 ? RandomCycles.VILLAGE : RandomCycles.SMALL);
    }

    private static int raise(Random random) {
        return List.of(1, 1 + random.nextInt(9), 1000).get(random.nextInt(3));
    }

    /** Grants by (number of the retailer, rank), which other names leave as they are. */
    private static Map<List<Integer>, Integer> byNumbers(Cycle cycle, RandomCycles.Names names, int[] grants) {
        Map<List<Integer>, Integer> byNumbers = new HashMap<>();
        for (int number = 0; number < cycle.retailers().size(); number++) {
            String name = names.retailer().apply(number);
            int r = cycle.retailers().stream().map(each -> each.key()).toList().indexOf(name);
            for (int line = cycle.orders().firstLine()[r]; line < cycle.orders().firstLine()[r + 1]; line++) {
                byNumbers.put(List.of(number, cycle.orders().rank()[line]), grants[line]);
            }
        }
        return byNumbers;
    }
}
