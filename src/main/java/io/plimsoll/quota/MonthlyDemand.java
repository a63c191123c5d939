package io.plimsoll.quota;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a shop asks for in a month, as its total is measured by it (R12). Demand that supply or a Sku ceiling cut counts only as
 * far as it was granted, and no single order counts for more than twice the middle one: so inflating today does not pay
 * next month.
 */
public final class MonthlyDemand {

    /** So many months are looked at. */
    public static final int MONTHS = 3;

    private static final int MOST_TIMES_THE_MIDDLE = 2;

    private MonthlyDemand() {}

    /**
     * What counts of an order.
     *
     * @param month such as {@code 2026-07}
     * @param cartons its demand, less what supply or a Sku ceiling cut of it; 0 where there was no order
     */
    public record Counted(String month, long cartons) {}

    /**
     * The middle one of the months, in cartons, rounded down.
     *
     * @param orders one for every cycle of these months, in any order; a shop that ordered nothing in a month asked for 0
     * @throws IllegalArgumentException without any month
     */
    public static long of(List<Counted> orders) {
        List<Long> sizes = new ArrayList<>(
                orders.stream().map(Counted::cartons).filter(size -> size > 0).toList());
        long most = sizes.isEmpty() ? 0 : MOST_TIMES_THE_MIDDLE * middle(sizes);
        SortedMap<String, Long> months = new TreeMap<>();
        orders.forEach(order -> months.merge(order.month(), Math.min(most, order.cartons()), Long::sum));
        if (months.isEmpty()) {
            throw new IllegalArgumentException("demand of no month");
        }
        return middle(new ArrayList<>(months.values()));
    }

    /** The middle value; of an even number of them the mean of the middle two, rounded down. */
    private static long middle(List<Long> values) {
        Collections.sort(values);
        int half = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(half) : (values.get(half - 1) + values.get(half)) / 2;
    }
}
