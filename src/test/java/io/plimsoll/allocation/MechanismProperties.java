package io.plimsoll.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.cycle.Cycle;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What docs/mechanism.md says must always hold, asked of one mechanism. Every test also says how often its cycles put the
 * property to the test, and fails where that is too seldom to prove anything.
 */
abstract class MechanismProperties {

    /** The mechanism under test: granted cartons, by line. */
    abstract int[] allocate(Cycle cycle);

    /** How many random cycles each property is tried on. */
    int cycles() {
        return 3000;
    }

    @Test
    void noCeilingAndNoSupplyIsEverExceeded() {
        PropertyRun run = PropertyLoops.feasible(this::allocate, cycles());
        holds(run);
        happenedInOneOf(4, PropertyLoops.SUPPLY_SHORT, run);
    }

    @Test
    void aLineIsCutOnlyByItsCeilingsOrBecauseTheSupplyIsUsedUp() {
        PropertyRun run = PropertyLoops.nothingWasted(this::allocate, cycles());
        holds(run);
        happenedInOneOf(4, PropertyLoops.SUPPLY_SHORT, run);
    }

    @Test
    void nobodyIsRefusedACartonThatComesBeforeOneGivenToAnother() {
        PropertyRun run = PropertyLoops.noJustifiedEnvy(this::allocate, cycles());
        holds(run);
        happenedInOneOf(4, PropertyLoops.SUPPLY_SHORT, run);
        happenedInOneOf(20, PropertyLoops.HASH_DECIDED, run);
    }

    @Test
    void theOrderOfTheRowsMakesNoDifference() {
        PropertyRun run = PropertyLoops.rowOrderDoesNotMatter(this::allocate, cycles());
        holds(run);
        happenedInOneOf(4, PropertyLoops.SUPPLY_SHORT, run);
    }

    @Test
    void beingEarlyInTheOrderOfNamesIsWorthNothing() {
        PropertyRun run = PropertyLoops.nameOrderDoesNotMatter(this::allocate, cycles());
        holds(run);
        happenedInOneOf(4, PropertyLoops.SUPPLY_SHORT, run);
        happenedInOneOf(2, PropertyLoops.OTHER_ORDER, run);
    }

    @Test
    void oneMoreCartonHurtsNobody() {
        PropertyRun run = PropertyLoops.moreSupplyHurtsNobody(this::allocate, cycles());
        holds(run);
        happenedInOneOf(4, PropertyLoops.MORE_HELPED, run);
    }

    @Test
    void askingForMoreThanIsWantedBringsNothingThatIsWanted() {
        PropertyRun run = PropertyLoops.inflatingDoesNotPay(this::allocate, cycles());
        holds(run);
        happenedInOneOf(1, PropertyLoops.INFLATED, run);
        happenedInOneOf(4, PropertyLoops.INFLATED_AND_GOT_MORE, run);
        happenedInOneOf(4, PropertyLoops.CUT_LINES_RAISED, run);
    }

    @Test
    void whoOrdersNothingIsGrantedNothingAndCostsNobodyAnything() {
        PropertyRun run = PropertyLoops.nothingWithoutAnOrder(this::allocate, cycles());
        holds(run);
        happenedInOneOf(4, PropertyLoops.NO_ORDER, run);
    }

    @Test
    void noFairOutcomeIsBetterForAnyRetailer() {
        PropertyRun run = PropertyLoops.bestOfAllFairOutcomes(this::allocate, cycles());
        holds(run);
        happenedInOneOf(60, PropertyLoops.SEVERAL_FAIR, run);
    }

    private static void holds(PropertyRun run) {
        assertEquals(List.of(), run.violations());
    }

    private void happenedInOneOf(int cyclesPerCase, String what, PropertyRun run) {
        int times = run.seen().get(what);
        assertTrue(times >= cycles() / cyclesPerCase, what + " only " + times + " times in " + cycles() + " cycles");
    }
}
