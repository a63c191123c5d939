package io.plimsoll.ceiling;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.order.Orders;

/** What each retailer may still be granted in this cycle, and which of its limits says so (R2, R8). */
public record Headroom(Cycle cycle, Ceilings ceilings) {

    /** What the period ceiling leaves: max(0, P - G). */
    public long byPeriod(int retailer) {
        return left(ceilings.period(retailer), retailer);
    }

    /** What the paced ceiling leaves: max(0, paced - G). */
    public long byPace(int retailer) {
        return left(ceilings.paced(retailer), retailer);
    }

    /** What the retailer itself wants at most of this order. */
    public long atMost(int retailer) {
        int atMost = cycle.orders().atMost()[retailer];
        return atMost == Orders.NO_LIMIT ? Ceilings.NONE : atMost;
    }

    /** The smallest of all limits on a retailer's cycle (H). */
    public long of(int retailer) {
        return Math.min(ceilings.standing(retailer), Math.min(byPace(retailer), atMost(retailer)));
    }

    private long left(long ceiling, int retailer) {
        if (ceiling == Ceilings.NONE) {
            return Ceilings.NONE;
        }
        return Math.max(0, ceiling - cycle.retailers().get(retailer).grantedInPeriod());
    }
}
