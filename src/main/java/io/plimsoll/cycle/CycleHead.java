package io.plimsoll.cycle;

/**
 * Which cycle it is.
 *
 * @param cycle its name
 * @param seed published beforehand; with the names it breaks ties (R34)
 * @param period the month it belongs to
 * @param number k: the how-manieth cycle of the period it is, from 1
 * @param of K: how many cycles the period has
 */
public record CycleHead(String cycle, String seed, String period, int number, int of) {

    public CycleHead {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException("cycle " + number + " of " + of);
        }
    }
}
