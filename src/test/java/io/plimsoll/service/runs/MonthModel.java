package io.plimsoll.service.runs;

import io.plimsoll.ceiling.CeilingSetter;
import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.ceiling.Headroom;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.order.Orders;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A month as whoever has followed it from outside knows it: what was acknowledged, what was corrected, what runs came to.
 * Plain maps; nothing of it is read back from where the service keeps its own.
 */
final class MonthModel {

    /** One line as it was asked for. */
    record Line(int rank, String sku, int demand) {}

    /** An order as it was last acknowledged. */
    record Order(long version, List<Line> lines, Integer atMost, String key, long receipt) {}

    /** Supply of a Sku; null: unlimited, and no forecast. */
    record Supply(Long cartons, BigDecimal forecast) {}

    /** What a run granted, by licence and Sku, and the supply that it read. */
    record Granted(long run, SortedMap<String, SortedMap<String, Integer>> cartons, Map<String, Supply> supply) {}

    /** A cycle of the month. */
    static final class Week {

        final String name;
        final int number;
        String state = "PLANNED";
        final SortedMap<String, Supply> supply = new TreeMap<>();
        final SortedMap<String, Order> orders = new TreeMap<>();

        /** By licence, once it is frozen: what was granted in the cycles before. */
        final SortedMap<String, Long> grantedBefore = new TreeMap<>();

        /** All of them, the one in force last. */
        final List<Granted> runs = new ArrayList<>();

        final SortedMap<String, SortedMap<String, Integer>> cameBack = new TreeMap<>();

        Week(String name, int number) {
            this.name = name;
            this.number = number;
        }

        boolean takesOrders() {
            return state.equals("OPEN") || state.equals("SECOND_WINDOW");
        }

        boolean isAllocated() {
            return state.equals("ALLOCATED") || state.equals("DELIVERED");
        }

        boolean isFrozen() {
            return isAllocated() || state.equals("CLOSED") || state.equals("ALLOCATING");
        }

        Granted inForce() {
            return runs.get(runs.size() - 1);
        }

        /** Cartons of a retailer by the run in force, less what came back. */
        long granted(String licence) {
            if (runs.isEmpty()) {
                return 0;
            }
            return sum(inForce().cartons().get(licence)) - sum(cameBack.get(licence));
        }

        /** What an order of this cycle is by now. */
        String stateOf(String licence) {
            if (cameBack.containsKey(licence) && granted(licence) == 0) {
                return "ALL BACK";
            }
            return takesOrders() ? "SUBMITTED" : isAllocated() ? state : "CLOSED";
        }

        private static long sum(Map<String, Integer> cartons) {
            return cartons == null
                    ? 0
                    : cartons.values().stream().mapToLong(Integer::longValue).sum();
        }
    }

    final String period;
    final ReleasePolicy policy;

    /** Without what was granted, which changes. */
    final List<Retailer> shops;

    /** Brand, tier and status, without supply. */
    final List<Sku> skus;

    final List<Week> weeks = new ArrayList<>();

    MonthModel(String period, ReleasePolicy policy, List<Retailer> shops, List<Sku> skus) {
        this.period = period;
        this.policy = policy;
        this.shops = shops;
        this.skus = skus;
    }

    /** Cartons granted in the month, of cycles before one. */
    long granted(String licence, int before) {
        return weeks.stream()
                .filter(week -> week.number < before)
                .mapToLong(week -> week.granted(licence))
                .sum();
    }

    /** A cycle takes down what was granted before it. */
    void freeze(Week week) {
        shops.forEach(shop -> week.grantedBefore.put(shop.key(), granted(shop.key(), week.number)));
    }

    /** Every ceiling that a run has passed, in words; none where all is as it should be. */
    List<String> passed(Week week, Granted run, RuleBook rules) {
        Cycle cycle = cycle(week, run.supply());
        Ceilings ceilings = CeilingSetter.set(cycle, rules);
        Headroom headroom = new Headroom(cycle, ceilings);
        List<String> passed = new ArrayList<>();
        long[] ofSku = new long[skus.size()];
        for (int r = 0; r < shops.size(); r++) {
            Retailer shop = cycle.retailers().get(r);
            int peers = shop.peers().index();
            SortedMap<String, Integer> granted = run.cartons().getOrDefault(shop.key(), new TreeMap<>());
            Map<BrandTier, Long> ofTier = new TreeMap<>();
            long all = 0;
            for (int s = 0; s < skus.size(); s++) {
                int cartons = granted.getOrDefault(skus.get(s).key(), 0);
                all += cartons;
                ofSku[s] += cartons;
                require(
                        cartons,
                        ceilings.sku(peers, s),
                        shop.key() + " " + skus.get(s).key(),
                        passed);
                if (skus.get(s).status() != SupplyStatus.OPEN) {
                    ofTier.merge(skus.get(s).tier(), (long) cartons, Long::sum);
                }
            }
            ofTier.forEach(
                    (tier, cartons) -> require(cartons, ceilings.tier(peers, tier), shop.key() + " " + tier, passed));
            require(all, headroom.of(r), shop.key() + " in the cycle", passed);
            require(shop.grantedInPeriod() + all, ceilings.period(r), shop.key() + " in the month", passed);
        }
        for (int s = 0; s < ofSku.length; s++) {
            require(ofSku[s], ceilings.released(s), "released of " + skus.get(s).key(), passed);
        }
        return passed;
    }

    private static void require(long cartons, long most, String of, List<String> passed) {
        if (cartons > most) {
            passed.add(of + ": " + cartons + " of " + most);
        }
    }

    private Cycle cycle(Week week, Map<String, Supply> supply) {
        return new Cycle(
                new CycleHead(week.name, "seed", period, week.number, 4),
                shops.stream()
                        .map(shop -> withGranted(shop, week.grantedBefore.get(shop.key())))
                        .toList(),
                skus.stream().map(sku -> withSupply(sku, supply.get(sku.key()))).toList(),
                orders(week),
                policy);
    }

    private static Retailer withGranted(Retailer shop, long granted) {
        return new Retailer(
                shop.key(),
                shop.manager(),
                shop.sizeClass(),
                shop.marketType(),
                shop.status(),
                shop.agreedTotal(),
                (int) granted,
                shop.interval());
    }

    private static Sku withSupply(Sku sku, Supply supply) {
        return new Sku(
                sku.key(),
                sku.brand(),
                sku.tier(),
                sku.status(),
                supply.cartons() == null ? OptionalLong.empty() : OptionalLong.of(supply.cartons()),
                Optional.ofNullable(supply.forecast()));
    }

    private Orders orders(Week week) {
        int[] first = new int[shops.size() + 1];
        int[] atMost = new int[shops.size()];
        List<Line> lines = new ArrayList<>();
        for (int r = 0; r < shops.size(); r++) {
            Order order = week.orders.get(shops.get(r).key());
            atMost[r] = order == null || order.atMost() == null ? Orders.NO_LIMIT : order.atMost();
            if (order != null) {
                lines.addAll(order.lines());
            }
            first[r + 1] = lines.size();
        }
        List<String> keys = skus.stream().map(Sku::key).toList();
        IntStream all = IntStream.range(0, lines.size());
        return new Orders(
                first,
                lines.stream().mapToInt(Line::rank).toArray(),
                all.map(i -> keys.indexOf(lines.get(i).sku())).toArray(),
                lines.stream().mapToInt(Line::demand).toArray(),
                atMost);
    }
}
