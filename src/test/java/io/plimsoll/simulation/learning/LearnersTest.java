package io.plimsoll.simulation.learning;

import static io.plimsoll.simulation.learning.Factors.TRUTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shops learn what pays them, and nothing where nothing pays. */
class LearnersTest {

    private static final int WEEKS = 2000;

    private static Learner learner(String kind) {
        return kind.equals("value") ? new ValueLearner(0.1) : new ReinforcementLearner();
    }

    /** The mean factor, as an index, over the last quarter of many weeks and shops. */
    private static double meanFactor(String kind, IntToDoubleFunction utility) {
        SplittableRandom random = new SplittableRandom(11);
        double sum = 0;
        int shops = 100;
        for (int shop = 0; shop < shops; shop++) {
            Learner learner = learner(kind);
            for (int week = 0; week < WEEKS; week++) {
                int factor = learner.choose(random.nextDouble(), random.nextDouble());
                learner.learn(factor, utility.applyAsDouble(factor));
                sum += week >= WEEKS * 3 / 4 ? factor : 0;
            }
        }
        return sum / shops / (WEEKS / 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "reinforcement"})
    void beginsWithTheTruth(String kind) {
        assertEquals(TRUTH, learner(kind).choose(0.5, 0.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "reinforcement"})
    void goesUpWhereMoreBringsMore(String kind) {
        assertTrue(meanFactor(kind, factor -> 0.05 * factor) > TRUTH + 1.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "reinforcement"})
    void goesDownWhereLessBringsMore(String kind) {
        assertTrue(meanFactor(kind, factor -> 0.05 * (Factors.COUNT - factor)) < TRUTH - 1.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "reinforcement"})
    void staysNearTheTruthWhereTheTruthIsBest(String kind) {
        assertEquals(TRUTH, meanFactor(kind, factor -> 0.8 - 0.3 * Math.abs(factor - TRUTH)), 0.5);
    }

    @Test
    void keepsTheTruthWhereNothingMakesADifference() {
        // But for its trials, which go up as often as down.
        assertEquals(TRUTH, meanFactor("value", factor -> 0.6), 0.05);
        Learner shop = new ValueLearner(0.1);
        for (int week = 0; week < WEEKS; week++) {
            shop.learn(shop.choose(week % 10 / 10.0, week % 20 / 20.0), 0.6);
        }
        assertEquals(TRUTH, shop.choose(0.99, 0));
    }

    @Test
    void doesNotJudgeATrialBeforeItHasSomethingToCompareItWith() {
        Learner shop = new ValueLearner(0.1);
        int trial = shop.choose(0, 0);
        assertEquals(TRUTH + 1, trial);
        shop.learn(trial, 0.9);
        assertEquals(TRUTH, shop.choose(0.5, 0));
    }

    @Test
    void utilitiesBelowZeroAreLearntFromToo() {
        Learner shop = new ValueLearner(0.1);
        shop.learn(TRUTH, -0.5);
        shop.learn(TRUTH + 1, -0.1);
        assertEquals(TRUTH + 1, shop.choose(0.5, 0));
        Learner other = new ReinforcementLearner();
        other.learn(TRUTH, -3);
        assertEquals(TRUTH, other.choose(0.5, 0));
    }

    @Test
    void everyChoiceIsAFactor() {
        for (double toss : new double[] {0, 0.05, 0.5, 1 - 0x1p-53}) {
            for (double lot : new double[] {0, 0.5, 1 - 0x1p-53}) {
                int value = new ValueLearner(1).choose(toss, lot);
                int reinforcement = new ReinforcementLearner().choose(toss, lot);
                assertTrue(Math.abs(value - TRUTH) <= 1 && Math.abs(reinforcement - TRUTH) <= 1);
            }
        }
    }

    @Test
    void factorsLieEvenlyAroundTheTruth() {
        assertEquals(1000, Factors.reported(TRUTH, 1000));
        for (int step = 0; step <= TRUTH; step++) {
            double product = Factors.reported(TRUTH - step, 10_000)
                    / 10_000.0
                    * Factors.reported(TRUTH + step, 10_000)
                    / 10_000.0;
            assertEquals(1, product, 0.05, "step " + step);
        }
        assertEquals(0, Factors.reported(Factors.COUNT - 1, 0));
        assertEquals(2, Factors.reported(TRUTH - 2, 3), "1.5 cartons are 2");
    }

    @Test
    void neighboursAreOneStepAwayAtTheEndsToo() {
        for (int factor = 0; factor < Factors.COUNT; factor++) {
            for (boolean up : new boolean[] {true, false}) {
                int neighbour = Factors.neighbour(factor, up);
                assertEquals(1, Math.abs(neighbour - factor));
                assertTrue(neighbour >= 0 && neighbour < Factors.COUNT);
            }
        }
    }
}
