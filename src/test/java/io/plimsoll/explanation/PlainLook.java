package io.plimsoll.explanation;

import io.plimsoll.allocation.PlainCeilings;
import io.plimsoll.allocation.PlainMechanism;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.explanation.Shortage.Received;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.sku.Sku;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of one Sku, found by looking at every line of it in the oracle's result. */
record PlainLook(Cycle cycle, PlainMechanism.Result result, PlainCeilings ceilings, List<Integer> lines) {

    static PlainLook at(Cycle cycle, String sku) {
        int at = indexOf(cycle, sku);
        List<Integer> lines = new ArrayList<>();
        for (int line = 0; line < cycle.orders().lines(); line++) {
            if (cycle.orders().sku()[line] == at) {
                lines.add(line);
            }
        }
        return new PlainLook(cycle, PlainMechanism.run(cycle), new PlainCeilings(cycle), lines);
    }

    static int indexOf(Cycle cycle, String sku) {
        return cycle.skus().stream().map(Sku::key).toList().indexOf(sku);
    }

    long demanded() {
        return lines.stream().mapToLong(line -> cycle.orders().demand()[line]).sum();
    }

    private boolean wasCut(int line) {
        return Set.of("SUPPLY", "TIGHT_BALANCE").contains(result.binding()[line]);
    }

    private long weight(int line) {
        return ceilings.weight(ceilings.retailerOf(line));
    }

    Set<Received> received() {
        Map<List<Object>, Received> kinds = new HashMap<>();
        for (int line : lines) {
            if (wasCut(line)) {
                Retailer shop = cycle.retailers().get(ceilings.retailerOf(line));
                int cartons = result.granted()[line];
                kinds.merge(
                        List.of(shop.sizeClass(), shop.interval()),
                        new Received(shop.sizeClass(), shop.interval(), (int) weight(line), cartons, cartons),
                        (one, other) -> new Received(
                                one.sizeClass(),
                                one.interval(),
                                one.weight(),
                                Math.min(one.smallest(), other.smallest()),
                                Math.max(one.largest(), other.largest())));
            }
        }
        return Set.copyOf(kinds.values());
    }

    /** A line with the largest key among the cartons that were granted. */
    private int lastServed() {
        return lines.stream()
                .filter(line -> result.granted()[line] > 0)
                .max(Comparator.comparing(line -> line, this::compareLastCartons))
                .orElse(-1);
    }

    private int compareLastCartons(int line, int other) {
        return PlainMechanism.compareKeys(result.granted()[line], weight(line), result.granted()[other], weight(other));
    }

    /** Whether the carton with this number would come as late as the last one that was granted. */
    private boolean isAtTheMargin(int line, long number) {
        int last = lastServed();
        return last >= 0
                && number > 0
                && PlainMechanism.compareKeys(number, weight(line), result.granted()[last], weight(last)) == 0;
    }

    int tieWinners() {
        return (int) lines.stream()
                .filter(line -> isAtTheMargin(line, result.granted()[line]))
                .count();
    }

    int tieLosers() {
        return (int) lines.stream()
                .filter(line -> wasCut(line) && isAtTheMargin(line, result.granted()[line] + 1L))
                .count();
    }

    boolean drawLostBy(int retailer) {
        Orders orders = cycle.orders();
        return lines.stream()
                .filter(line -> orders.firstLine()[retailer] <= line && line < orders.firstLine()[retailer + 1])
                .anyMatch(line -> wasCut(line) && isAtTheMargin(line, result.granted()[line] + 1L));
    }
}
