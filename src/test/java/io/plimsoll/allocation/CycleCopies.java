package io.plimsoll.allocation;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.order.Orders;
import io.plimsoll.sku.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The same cycle with one thing changed; the cycle given stays as it is. */
public final class CycleCopies {

    private CycleCopies() {}

    /** With another demand on every line. */
    public static Cycle withDemand(Cycle cycle, int[] demand) {
        Orders orders = cycle.orders();
        return withOrders(
                cycle, new Orders(orders.firstLine(), orders.rank(), orders.sku(), demand.clone(), orders.atMost()));
    }

    /** With another demand on one line. */
    public static Cycle withDemand(Cycle cycle, int line, int cartons) {
        int[] demand = cycle.orders().demand().clone();
        demand[line] = cartons;
        return withDemand(cycle, demand);
    }

    /** With another limit that a retailer set himself, or {@link Orders#NO_LIMIT}. */
    public static Cycle withAtMost(Cycle cycle, int retailer, int cartons) {
        Orders orders = cycle.orders();
        int[] atMost = orders.atMost().clone();
        atMost[retailer] = cartons;
        return withOrders(cycle, new Orders(orders.firstLine(), orders.rank(), orders.sku(), orders.demand(), atMost));
    }

    /** With exactly so much released of a Sku: its supply is that, and it has no forecast to be held under. */
    public static Cycle withReleased(Cycle cycle, int sku, long cartons) {
        List<Sku> skus = new ArrayList<>(cycle.skus());
        Sku old = skus.get(sku);
        skus.set(
                sku,
                new Sku(old.key(), old.brand(), old.tier(), old.status(), OptionalLong.of(cartons), Optional.empty()));
        return new Cycle(cycle.head(), cycle.retailers(), skus, cycle.orders(), cycle.policy());
    }

    private static Cycle withOrders(Cycle cycle, Orders orders) {
        return new Cycle(cycle.head(), cycle.retailers(), cycle.skus(), orders, cycle.policy());
    }
}
