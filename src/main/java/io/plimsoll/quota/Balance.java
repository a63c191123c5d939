package io.plimsoll.quota;

import io.plimsoll.retailer.PeerGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which changes of agreed totals bring the worst fits of a territory nearest to the demand (R7, R12): exactly, by dynamic
 * programming over the running sum.
 *
 * <p>Every change brings its shop nearer to its demand and never past it, is no larger than a set share of its total, and
 * leaves no shop under what it is granted already; equal shops get equal changes. Only the misfit of those shops counts that are to
 * be mended; the others may be changed to make up for them. Of all changes that add up to what is
 * wanted, those are taken that leave the fewest cartons outside of the band; of these the fewest changes; and of these the
 * ones nearest to the demand, the worst fits first (least squares of the relative misfit).
 */
public final class Balance {

    /** By how much of itself a total changes at most, in percent, where the policy is silent. */
    public static final int USUAL_LARGEST_CHANGE_PERCENT = 30;

    /** Elementary steps that are allowed before totals are changed in larger units instead; about half a second. */
    private static final long MOST_WORK = 200_000_000L;

    private static final long UNREACHED = Long.MAX_VALUE;

    /** One carton outside of the band weighs more than all changes there can be. */
    private static final long OUTSIDE = 1L << 20;

    private static final long SPREAD_UNIT = 1_000_000L;
    private static final long MOST_SPREAD = 1_000_000_000_000L;
    private static final int HUNDRED = 100;

    private final FitBand band;
    private final int largestChangePercent;

    /**
     * A way to balance.
     *
     * @param largestChangePercent by how much of it a total may change at most
     */
    public Balance(FitBand band, int largestChangePercent) {
        this.band = band;
        this.largestChangePercent = largestChangePercent;
    }

    /**
     * Changes that balance a territory.
     *
     * @param changes cartons by retailer, none of them 0; they add up to what was wanted
     * @param unit in steps of how many cartons totals were changed: 1, but for very large territories
     * @param outsideBefore cartons by which totals lay outside of the band
     * @param outsideAfter the same, once these changes are made
     */
    public record Plan(SortedMap<String, Integer> changes, int unit, long outsideBefore, long outsideAfter) {

        public Plan {
            changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
        }
    }

    /** Shops that are equal, and what each of them may be changed by: from {@code least} to {@code most} units. */
    private record Equals(List<BalanceShop> shops, int least, int most) {

        int size() {
            return shops.size();
        }
    }

    /** Changes that leave the sum as it is; they may be none. */
    public Plan plan(List<BalanceShop> shops) {
        return plan(shops, 0).orElseThrow();
    }

    /**
     * Changes that add up to a sum.
     *
     * @param shops each once
     * @param sum cartons; other than 0 where it makes up for changes that stand already
     * @return nothing where no changes of these shops add up to it
     */
    public Optional<Plan> plan(List<BalanceShop> shops, int sum) {
        for (int unit = 1; ; unit *= 2) {
            List<Equals> groups = groups(shops, unit);
            if (sum % unit != 0) {
                return Optional.empty();
            }
            Table table = new Table(groups, sum / unit);
            if (table.work() <= MOST_WORK) {
                int exact = unit;
                return table.solve(unit).map(each -> planOf(shops, groups, each, exact));
            }
        }
    }

    private List<Equals> groups(List<BalanceShop> shops, int unit) {
        record Likeness(PeerGroup peers, int total, long demand, int leastTotal, boolean isToMend) {}
        SortedMap<String, BalanceShop> byKey = new TreeMap<>();
        shops.forEach(shop -> byKey.put(shop.retailer(), shop));
        Map<Likeness, List<BalanceShop>> alike = new LinkedHashMap<>();
        byKey.values()
                .forEach(shop -> alike.computeIfAbsent(
                                new Likeness(
                                        shop.peers(), shop.total(), shop.demand(), shop.leastTotal(), shop.isToMend()),
                                key -> new ArrayList<>())
                        .add(shop));
        return alike.values().stream()
                .map(equals -> equals(equals, unit))
                .filter(equals -> equals.least() < equals.most())
                .toList();
    }

    private Equals equals(List<BalanceShop> equals, int unit) {
        BalanceShop shop = equals.get(0);
        long share = (long) shop.total() * largestChangePercent / HUNDRED;
        long up = Math.max(0, Math.min(share, shop.demand() - shop.total()));
        long down =
                Math.max(0, Math.min(Math.min(share, shop.total() - shop.demand()), shop.total() - shop.leastTotal()));
        return new Equals(equals, (int) (-down / unit), (int) (up / unit));
    }

    private Plan planOf(List<BalanceShop> shops, List<Equals> groups, int[] changes, int unit) {
        SortedMap<String, Integer> byRetailer = new TreeMap<>();
        for (int i = 0; i < changes.length; i++) {
            if (changes[i] != 0) {
                int change = changes[i] * unit;
                groups.get(i).shops().forEach(shop -> byRetailer.put(shop.retailer(), change));
            }
        }
        return new Plan(byRetailer, unit, outside(shops, new TreeMap<>()), outside(shops, byRetailer));
    }

    private long outside(List<BalanceShop> shops, SortedMap<String, Integer> changes) {
        return shops.stream()
                .mapToLong(shop -> outside(shop, changes.getOrDefault(shop.retailer(), 0)))
                .sum();
    }

    private long outside(BalanceShop shop, long change) {
        return shop.isToMend() ? band.outside(shop.total() + change, shop.demand()) : 0;
    }

    /** The square of the relative misfit, in millionths. */
    private static long spread(BalanceShop shop, long change) {
        long misfit = shop.total() + change - shop.demand();
        double relative = (double) misfit / Math.max(1, shop.demand());
        return Math.min(MOST_SPREAD, Math.round(relative * relative * SPREAD_UNIT));
    }

    /** For each running sum after each group of equals the best way to come to it. */
    private final class Table {

        private final List<Equals> groups;
        private final int sum;

        /** The least and the largest running sum after so many groups from which the wanted one can still be reached. */
        private final long[] lowest;

        private final long[] highest;

        Table(List<Equals> groups, int sum) {
            this.groups = groups;
            this.sum = sum;
            int all = groups.size();
            lowest = new long[all + 1];
            highest = new long[all + 1];
            for (int i = 0; i < all; i++) {
                lowest[i + 1] =
                        lowest[i] + (long) groups.get(i).size() * groups.get(i).least();
                highest[i + 1] =
                        highest[i] + (long) groups.get(i).size() * groups.get(i).most();
            }
            long restLowest = sum;
            long restHighest = sum;
            for (int i = all; i >= 0; i--) {
                lowest[i] = Math.max(lowest[i], restLowest);
                highest[i] = Math.min(highest[i], restHighest);
                if (i > 0) {
                    restLowest -=
                            (long) groups.get(i - 1).size() * groups.get(i - 1).most();
                    restHighest -=
                            (long) groups.get(i - 1).size() * groups.get(i - 1).least();
                }
            }
        }

        /** Elementary steps that it takes. */
        long work() {
            long work = 0;
            for (int i = 0; i < groups.size(); i++) {
                long sums = Math.max(0, highest[i] - lowest[i] + 1);
                work += sums * (groups.get(i).most() - groups.get(i).least() + 1);
            }
            return work;
        }

        /** The changes of each group, in units; nothing where the sum cannot be reached. */
        Optional<int[]> solve(int unit) {
            for (int i = 0; i <= groups.size(); i++) {
                if (lowest[i] > highest[i]) {
                    return Optional.empty();
                }
            }
            long[] cost = {0};
            long[] spread = {0};
            int[][] taken = new int[groups.size()][];
            for (int i = 0; i < groups.size(); i++) {
                int sums = (int) (highest[i + 1] - lowest[i + 1] + 1);
                long[] nextCost = new long[sums];
                long[] nextSpread = new long[sums];
                Arrays.fill(nextCost, UNREACHED);
                taken[i] = new int[sums];
                add(i, unit, cost, spread, nextCost, nextSpread, taken[i]);
                cost = nextCost;
                spread = nextSpread;
            }
            return cost[0] == UNREACHED ? Optional.empty() : Optional.of(back(taken));
        }

        private void add(int i, int unit, long[] cost, long[] spread, long[] nextCost, long[] nextSpread, int[] taken) {
            Equals equals = groups.get(i);
            BalanceShop shop = equals.shops().get(0);
            for (int change = equals.least(); change <= equals.most(); change++) {
                long cartons = (long) change * unit;
                long ownCost = equals.size() * (OUTSIDE * outside(shop, cartons) + (change == 0 ? 0 : 1));
                long ownSpread = equals.size() * spread(shop, cartons);
                long shift = (long) equals.size() * change + lowest[i] - lowest[i + 1];
                int from = (int) Math.max(0, -shift);
                int until = (int) Math.min(cost.length, nextCost.length - shift);
                for (int at = from; at < until; at++) {
                    if (cost[at] == UNREACHED) {
                        continue;
                    }
                    int to = (int) (at + shift);
                    long newCost = cost[at] + ownCost;
                    if (newCost < nextCost[to] || newCost == nextCost[to] && spread[at] + ownSpread < nextSpread[to]) {
                        nextCost[to] = newCost;
                        nextSpread[to] = spread[at] + ownSpread;
                        taken[to] = change;
                    }
                }
            }
        }

        private int[] back(int[][] taken) {
            int[] changes = new int[groups.size()];
            long at = sum;
            for (int i = groups.size() - 1; i >= 0; i--) {
                changes[i] = taken[i][(int) (at - lowest[i + 1])];
                at -= (long) groups.get(i).size() * changes[i];
            }
            return changes;
        }
    }
}
