package io.plimsoll.simulation.learning;

/**
 * Keeps to a habit and now and then tries the factor next to it; remembers for each factor what it brought, recent weeks
 * more than old ones; and takes the neighbour for its habit once that has brought more. Where nothing brings more, the
 * habit stays. At first the habit is the truth.
 *
 * @see "Sutton and Barto 2018, Reinforcement Learning, sections 2.2 to 2.5: epsilon-greedy, constant step size; the step
 *     size of 0.1 and the usual epsilon of 0.1 are theirs"
 */
public final class ValueLearner implements Learner {

    private static final double STEP = 0.1;

    private final double trialShare;
    private final double[] value = new double[Factors.COUNT];
    private final boolean[] tried = new boolean[Factors.COUNT];
    private int habit = Factors.TRUTH;

    /**
     * Knows nothing yet.
     *
     * @param trialShare how often it tries a neighbour; from 0 to 1
     */
    public ValueLearner(double trialShare) {
        this.trialShare = trialShare;
    }

    @Override
    public int choose(double toss, double lot) {
        return toss < trialShare ? Factors.neighbour(habit, lot < 0.5) : habit;
    }

    @Override
    public void learn(int factor, double utility) {
        value[factor] = tried[factor] ? value[factor] + STEP * (utility - value[factor]) : utility;
        tried[factor] = true;
        if (!tried[habit]) {
            return; // nothing to compare with yet
        }
        int best = habit;
        for (int near = Math.max(0, habit - 1); near <= Math.min(Factors.COUNT - 1, habit + 1); near++) {
            if (tried[near] && value[near] > value[best]) {
                best = near;
            }
        }
        habit = best;
    }
}
