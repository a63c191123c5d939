package io.plimsoll.allocation;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** Each property check can fail: it notices mechanisms that are wrong in the way it is there to notice. */
class PropertyLoopsCatchesTest {

    private static final int CYCLES = 600;

    @Test
    void feasibilityNoticesAForgottenCeilingAndAHiddenMinimum() {
        caught(PropertyLoops.feasible(BrokenMechanisms::ignoringAtMost, CYCLES));
        caught(PropertyLoops.feasible(BrokenMechanisms::overselling, CYCLES));
        caught(PropertyLoops.feasible(BrokenMechanisms::ignoringTierCeilings, CYCLES));
        caught(PropertyLoops.feasible(BrokenMechanisms::defaultMinimum, CYCLES));
    }

    @Test
    void wasteNoticesACartonKeptBackAndRoomThatDidNotFallToTheNextLine() {
        caught(PropertyLoops.nothingWasted(BrokenMechanisms::withholdingOneCarton, CYCLES));
        caught(PropertyLoops.nothingWasted(BrokenMechanisms::oneRoundOnly, CYCLES));
    }

    @Test
    void envyNoticesEveryOtherWayOfSharing() {
        caught(PropertyLoops.noJustifiedEnvy(BrokenMechanisms::proportionalShare, CYCLES));
        caught(PropertyLoops.noJustifiedEnvy(BrokenMechanisms::firstCome, CYCLES));
        caught(PropertyLoops.noJustifiedEnvy(BrokenMechanisms::ignoringWeights, CYCLES));
        caught(PropertyLoops.noJustifiedEnvy(BrokenMechanisms::movingOneCarton, CYCLES));
    }

    @Test
    void envyNoticesATieBrokenOtherwiseThanPublished() {
        caught(PropertyLoops.noJustifiedEnvy(BrokenMechanisms::anotherTieBreak, CYCLES));
    }

    @Test
    void orderNoticesAMemoryAndServingTheFirstNameFirst() {
        caught(PropertyLoops.rowOrderDoesNotMatter(BrokenMechanisms.withAMemory(), CYCLES));
        caught(PropertyLoops.nameOrderDoesNotMatter(BrokenMechanisms::firstCome, CYCLES));
    }

    @Test
    void moreSupplyNoticesThatLargestRemaindersCanHurt() {
        caught(PropertyLoops.moreSupplyHurtsNobody(BrokenMechanisms::proportionalShare, CYCLES));
    }

    @Test
    void inflatingNoticesThatProportionalSharesPayForIt() {
        caught(PropertyLoops.inflatingDoesNotPay(BrokenMechanisms::proportionalShare, CYCLES));
    }

    @Test
    void noOrderNoticesAHiddenMinimumAndTheIdleCostingTheOthers() {
        caught(PropertyLoops.nothingWithoutAnOrder(BrokenMechanisms::defaultMinimum, CYCLES));
        caught(PropertyLoops.nothingWithoutAnOrder(BrokenMechanisms::countingIdleRetailers, CYCLES));
    }

    @Test
    void bestNoticesAnOutcomeThatIsFairButNotTheBest() {
        caught(PropertyLoops.bestOfAllFairOutcomes(BrokenMechanisms::worstOfAllFair, CYCLES));
    }

    private static void caught(PropertyRun run) {
        assertFalse(run.violations().isEmpty(), "a broken mechanism passed");
    }
}
