package io.plimsoll.policy;

/**
 * What a shop was supplied with in one month.
 *
 * @param period the month
 * @param cartons 0 or more
 */
public record MonthVolume(String period, long cartons) {

    public MonthVolume {
        if (period.isBlank() || cartons < 0) {
            throw new IllegalArgumentException("no month's volume: '" + period + "', " + cartons);
        }
    }
}
