package io.plimsoll.simulation.learning;

import java.util.Arrays;

/**
 * Chooses each factor as often as it is inclined to, and is inclined to what has brought something: after a week the
 * factor that was chosen gains what the week brought, its neighbours gain a little of it, and all that was before fades.
 * At first nearly all of the inclination is to the truth.
 *
 * @see "Roth and Erev 1995; Erev and Roth 1998, Predicting How People Play Games: forgetting 0.1, experimentation 0.2 and
 *     a strength of 9 weeks at the start are their figures"
 */
public final class ReinforcementLearner implements Learner {

    private static final double FORGETTING = 0.1;
    private static final double EXPERIMENTATION = 0.2;
    private static final double STRENGTH = 9;

    private final double[] inclination = new double[Factors.COUNT];

    /** Knows nothing yet. */
    public ReinforcementLearner() {
        reinforce(Factors.TRUTH, STRENGTH);
    }

    @Override
    public int choose(double toss, double lot) {
        double target = toss * Arrays.stream(inclination).reduce(0, Double::sum);
        int factor = 0;
        double upToHere = inclination[0];
        while (factor < Factors.COUNT - 1 && target >= upToHere) {
            factor++;
            upToHere += inclination[factor];
        }
        return factor;
    }

    @Override
    public void learn(int factor, double utility) {
        for (int each = 0; each < Factors.COUNT; each++) {
            inclination[each] *= 1 - FORGETTING;
        }
        reinforce(factor, Math.max(0, utility));
    }

    private void reinforce(int factor, double by) {
        inclination[factor] += (1 - EXPERIMENTATION) * by;
        inclination[Factors.neighbour(factor, true)] += EXPERIMENTATION / 2 * by;
        inclination[Factors.neighbour(factor, false)] += EXPERIMENTATION / 2 * by;
    }
}
