package io.plimsoll.service.figures;

import io.plimsoll.quota.FitBand;
import io.plimsoll.quota.MonthlyDemand;
import io.plimsoll.quota.MonthlyDemand.Counted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is added up of one shop over the months that are looked at, and what follows from it. */
final class ShopTotals {

    /** Of a month before the service only the sum is known: it is taken as if it had been asked for in so many equal orders. */
    private static final int ORDERS_A_MONTH = 4;

    private static final int FIT_DECIMALS = 3;
    private static final int SHARE_DECIMALS = 4;
    private static final BigDecimal MOST_FIT = new BigDecimal("999999.999");

    private final List<Counted> counted = new ArrayList<>();
    private final Set<String> supplied = new HashSet<>();
    private long cartonsSupplied;
    private long demand;
    private long granted;
    private int orders;
    private int atHeadroom;
    private boolean isStarved;
    private boolean isStarvedNow;
    private BigDecimal surge;

    /** A cycle's demand and what was granted of it, for the fill rate. */
    void add(long cycleDemand, long cycleGranted) {
        demand += cycleDemand;
        granted += cycleGranted;
    }

    /** What counts of the demand of one cycle of a month that is over (R12). */
    void count(String month, long cartons) {
        counted.add(new Counted(month, cartons));
    }

    /** What counts of a whole month of which no more than the sum is known. */
    void countMonth(String month, long cartons) {
        for (int order = 1; order <= ORDERS_A_MONTH; order++) {
            count(month, cartons * order / ORDERS_A_MONTH - cartons * (order - 1) / ORDERS_A_MONTH);
        }
    }

    /** What the shop was granted and kept in a month that is over, or in one cycle of it (R29). */
    void supplied(String month, long cartons) {
        supplied.add(month);
        cartonsSupplied += cartons;
    }

    /** An order under a headroom that is known (R14). */
    void order(boolean isAtHeadroom) {
        orders++;
        atHeadroom += isAtHeadroom ? 1 : 0;
    }

    void starved() {
        isStarved = true;
    }

    void starvedNow() {
        isStarvedNow = true;
    }

    /** How a month began (R9); what is said last holds. */
    void began(BigDecimal timesTheMean) {
        surge = timesTheMean;
    }

    /**
     * The indicators that follow.
     *
     * @param total T, or null
     * @param skus that it may order, or null
     */
    ShopIndicator indicator(String period, Integer total, FitBand band, Integer skus, int missing) {
        Long monthly = counted.isEmpty() ? null : MonthlyDemand.of(counted);
        boolean isKnown = total != null && monthly != null && monthly > 0;
        return new ShopIndicator(
                period,
                total,
                monthly,
                supplied.isEmpty() ? null : cartonsSupplied / supplied.size(),
                isKnown ? ratio(total, monthly, FIT_DECIMALS).min(MOST_FIT) : null,
                isKnown && band.outside(total, monthly) > 0,
                isStarved,
                isStarvedNow,
                surge,
                orders,
                atHeadroom,
                orders == 0 ? null : ratio(atHeadroom, orders, SHARE_DECIMALS),
                demand == 0 ? null : ratio(granted, demand, SHARE_DECIMALS),
                skus,
                missing);
    }

    private static BigDecimal ratio(long part, long whole, int decimals) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_EVEN);
    }
}
