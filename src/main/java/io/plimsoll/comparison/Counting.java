package io.plimsoll.comparison;

import io.plimsoll.order.Orders;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.run.Binding;
import io.plimsoll.sku.BrandTier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One pass over all lines, retailer by retailer; no object per line. */
final class Counting {

    private static final Binding[] BINDINGS = Binding.values();
    private static final int PAIRS = BINDINGS.length * BINDINGS.length;

    private final SameOrders same;
    private final Outcome a;
    private final Outcome b;
    private final GroupChange[] byPeers = none(PeerGroup.COUNT);
    private final GroupChange[] byTier = none(BrandTier.values().length);
    private final List<RetailerChange> retailers = new ArrayList<>();
    private final Sums[] skus;
    private final int[] linesOfPair = new int[PAIRS];
    private final long[] cutByPairA = new long[PAIRS];
    private final long[] cutByPairB = new long[PAIRS];

    /** Of the retailer that is being counted; all 0 in between. */
    private final long[] movedByPair = new long[PAIRS];

    private Counting(SameOrders same, Outcome a, Outcome b) {
        this.same = same;
        this.a = a;
        this.b = b;
        skus = new Sums[same.skus()];
        Arrays.setAll(skus, sku -> new Sums());
    }

    private static GroupChange[] none(int groups) {
        GroupChange[] none = new GroupChange[groups];
        Arrays.fill(none, GroupChange.NONE);
        return none;
    }

    static Counting of(SameOrders same, Outcome a, Outcome b) {
        int lines = same.orders().lines();
        if (a.granted().length != lines || b.granted().length != lines) {
            throw new IllegalArgumentException("outcomes of other orders");
        }
        Counting counting = new Counting(same, a, b);
        for (int retailer = 0; retailer < same.orders().retailers(); retailer++) {
            if (same.orders().ordered(retailer)) {
                counting.count(retailer);
            }
        }
        return counting;
    }

    private void count(int retailer) {
        Orders orders = same.orders();
        Sums all = new Sums();
        Sums[] ofTier = new Sums[byTier.length];
        for (int line = orders.firstLine()[retailer]; line < orders.firstLine()[retailer + 1]; line++) {
            int sku = orders.sku()[line];
            int tier = same.tiers()[sku];
            if (ofTier[tier] == null) {
                ofTier[tier] = new Sums();
            }
            add(line, all);
            add(line, ofTier[tier]);
            add(line, skus[sku]);
            addReasons(line);
        }
        addRetailer(byPeers, same.peers()[retailer], all);
        for (int tier = 0; tier < ofTier.length; tier++) {
            if (ofTier[tier] != null) {
                addRetailer(byTier, tier, ofTier[tier]);
            }
        }
        Change change = all.change();
        retailers.add(new RetailerChange(retailer, change, all.byRank(), reason(retailer, change)));
    }

    private void add(int line, Sums sums) {
        sums.add(same.orders().demand()[line], a.granted()[line], b.granted()[line]);
    }

    private void addReasons(int line) {
        int pair = pair(line);
        int demand = same.orders().demand()[line];
        linesOfPair[pair]++;
        cutByPairA[pair] += demand - a.granted()[line];
        cutByPairB[pair] += demand - b.granted()[line];
    }

    private static void addRetailer(GroupChange[] groups, int group, Sums ofRetailer) {
        groups[group] = groups[group].plus(GroupChange.of(ofRetailer));
    }

    /** The pair whose lines moved the most cartons the way the whole order went; of equals the first. */
    private Optional<RetailerChange.Reason> reason(int retailer, Change change) {
        if (!change.anyLineDiffers()) {
            return Optional.empty();
        }
        int way = change.difference() < 0 ? -1 : 1;
        int from = same.orders().firstLine()[retailer];
        int to = same.orders().firstLine()[retailer + 1];
        for (int line = from; line < to; line++) {
            movedByPair[pair(line)] += way * moved(line);
        }
        int most = -1;
        for (int line = from; line < to; line++) {
            if (moved(line) != 0 && (most < 0 || comesBefore(pair(line), most))) {
                most = pair(line);
            }
        }
        Arrays.fill(movedByPair, 0);
        return Optional.of(new RetailerChange.Reason(first(most), second(most)));
    }

    private boolean comesBefore(int pair, int other) {
        return movedByPair[pair] > movedByPair[other] || movedByPair[pair] == movedByPair[other] && pair < other;
    }

    private int moved(int line) {
        return b.granted()[line] - a.granted()[line];
    }

    private int pair(int line) {
        return a.bindings()[line].ordinal() * BINDINGS.length + b.bindings()[line].ordinal();
    }

    private static Binding first(int pair) {
        return BINDINGS[pair / BINDINGS.length];
    }

    private static Binding second(int pair) {
        return BINDINGS[pair % BINDINGS.length];
    }

    GroupChange[] byPeers() {
        return byPeers;
    }

    GroupChange[] byTier() {
        return byTier;
    }

    List<RetailerChange> retailers() {
        return Collections.unmodifiableList(retailers);
    }

    List<Change> skus() {
        return Arrays.stream(skus).map(Sums::change).toList();
    }

    /** The pairs that any line has, in their order. */
    List<ReasonMove> reasons() {
        return IntStream.range(0, PAIRS)
                .filter(pair -> linesOfPair[pair] > 0)
                .mapToObj(pair -> new ReasonMove(
                        first(pair), second(pair), linesOfPair[pair], cutByPairA[pair], cutByPairB[pair]))
                .toList();
    }
}
