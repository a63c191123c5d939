package io.plimsoll.comparison;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.run.Binding;
import io.plimsoll.run.CycleResult;
import io.plimsoll.sku.Sku;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The same comparison counted a second time, line by line and slowly, with an object for everything. */
final class PlainComparison {

    /** One line under both policies. */
    record Line(Retailer retailer, Sku sku, int demand, int a, int b, Binding reasonA, Binding reasonB) {}

    private final List<Line> lines = new ArrayList<>();

    PlainComparison(CycleResult a, CycleResult b) {
        Cycle cycle = a.cycle();
        Orders orders = cycle.orders();
        for (int r = 0; r < cycle.retailers().size(); r++) {
            for (int line = orders.firstLine()[r]; line < orders.firstLine()[r + 1]; line++) {
                lines.add(new Line(
                        cycle.retailers().get(r),
                        cycle.skus().get(orders.sku()[line]),
                        orders.demand()[line],
                        a.sharing().granted()[line],
                        b.sharing().granted()[line],
                        a.bindings()[line],
                        b.bindings()[line]));
            }
        }
    }

    GroupChange group(Predicate<Line> which) {
        List<Line> those = lines.stream().filter(which).toList();
        Map<String, List<Line>> byRetailer = new TreeMap<>();
        those.forEach(line -> byRetailer
                .computeIfAbsent(line.retailer().key(), key -> new ArrayList<>())
                .add(line));
        int[] sum = new int[3];
        int[] rank = new int[3];
        byRetailer.values().forEach(own -> {
            sum[place(own.stream().mapToInt(line -> line.b() - line.a()).sum())]++;
            rank[place(firstDifference(own))]++;
        });
        return new GroupChange(
                change(those), new Fortunes(sum[2], sum[0], sum[1]), new Fortunes(rank[2], rank[0], rank[1]));
    }

    private static int place(int difference) {
        return Integer.signum(difference) + 1;
    }

    private static int firstDifference(List<Line> own) {
        return own.stream()
                .mapToInt(line -> line.b() - line.a())
                .filter(difference -> difference != 0)
                .findFirst()
                .orElse(0);
    }

    Change change(Predicate<Line> which) {
        return change(lines.stream().filter(which).toList());
    }

    private static Change change(List<Line> those) {
        return new Change(
                those.size(),
                those.stream().mapToInt(Line::demand).sum(),
                those.stream().mapToInt(Line::a).sum(),
                those.stream().mapToInt(Line::b).sum(),
                those.stream()
                        .filter(l -> l.b() > l.a())
                        .mapToInt(l -> l.b() - l.a())
                        .sum(),
                those.stream()
                        .filter(l -> l.b() < l.a())
                        .mapToInt(l -> l.a() - l.b())
                        .sum());
    }

    List<ReasonMove> reasons() {
        List<ReasonMove> moves = new ArrayList<>();
        for (Binding a : Binding.values()) {
            for (Binding b : Binding.values()) {
                List<Line> those = lines.stream()
                        .filter(l -> l.reasonA() == a && l.reasonB() == b)
                        .toList();
                if (!those.isEmpty()) {
                    int cutA = those.stream().mapToInt(l -> l.demand() - l.a()).sum();
                    int cutB = those.stream().mapToInt(l -> l.demand() - l.b()).sum();
                    moves.add(new ReasonMove(a, b, those.size(), cutA, cutB));
                }
            }
        }
        return moves;
    }

    /** What one retailer should be told. */
    RetailerChange retailer(int index, Retailer retailer) {
        List<Line> own = lines.stream().filter(l -> l.retailer() == retailer).toList();
        Change change = change(own);
        int way = change.difference() < 0 ? -1 : 1;
        Map<RetailerChange.Reason, Integer> moved =
                new TreeMap<>(Comparator.comparing(RetailerChange.Reason::a).thenComparing(RetailerChange.Reason::b));
        own.forEach(l ->
                moved.merge(new RetailerChange.Reason(l.reasonA(), l.reasonB()), way * (l.b() - l.a()), Integer::sum));
        Optional<RetailerChange.Reason> reason = Optional.empty();
        for (RetailerChange.Reason each : moved.keySet()) {
            boolean differs =
                    own.stream().anyMatch(l -> l.a() != l.b() && l.reasonA() == each.a() && l.reasonB() == each.b());
            if (differs && (reason.isEmpty() || moved.get(each) > moved.get(reason.get()))) {
                reason = Optional.of(each);
            }
        }
        Fortune byRank = List.of(Fortune.WORSE, Fortune.ALIKE, Fortune.BETTER).get(place(firstDifference(own)));
        return new RetailerChange(index, change, byRank, reason);
    }
}
