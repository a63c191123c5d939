package io.plimsoll.forecast;

import java.util.NavigableSet;
import java.util.OptionalInt;

/**
 * The forecast of somebody who knows nothing but the past: a month sells what the same month of last year did; where that is
 * not known, what the last month did that is, of the year before it. Whoever forecasts has to be nearer than this.
 */
public final class SeasonalNaive {

    private static final int YEAR = 12;

    private SeasonalNaive() {}

    /**
     * The month whose demand is the forecast.
     *
     * @param month that is forecast
     * @param whole months of which all demand is known; of a part of a month a brand would look smaller than it is
     */
    public static OptionalInt base(int month, NavigableSet<Integer> whole) {
        if (whole.contains(month - YEAR)) {
            return OptionalInt.of(month - YEAR);
        }
        Integer last = whole.lower(month);
        return last == null || last < month - YEAR ? OptionalInt.empty() : OptionalInt.of(last);
    }
}
