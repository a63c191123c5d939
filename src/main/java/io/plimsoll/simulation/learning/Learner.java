package io.plimsoll.simulation.learning;

/** How one shop learns by which factor to multiply. It knows what it got out of its own weeks, and nothing else. */
public interface Learner {

    /**
     * The factor for the coming week.
     *
     * @param toss drawn uniformly from 0 to 1
     * @param lot drawn likewise
     * @return index of the factor, see {@link Factors}
     */
    int choose(double toss, double lot);

    /**
     * Takes in what came of a week.
     *
     * @param factor the one that was chosen
     * @param utility cartons that were wanted and granted, less the cost of those that were not wanted, as a share of
     *     what was wanted; at most 1
     */
    void learn(int factor, double utility);
}
