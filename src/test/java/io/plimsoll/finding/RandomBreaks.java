package io.plimsoll.finding;

import io.plimsoll.allocation.PlainCeilings;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.finding.GrantsOnTrial.Stray;
import io.plimsoll.order.Orders;
import io.plimsoll.sku.BrandTier;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Breaks good grants at random places, each time in one way, and says what must be found. Every retailer is broken at
 * most once, and a Sku whose total or sharing is broken is left alone otherwise, so that no break covers up another.
 * Limits are read off the page, not asked of the rules.
 */
final class RandomBreaks {

    /** The ways to break a result. */
    enum Kind {
        ABOVE_DEMAND,
        ABOVE_SKU_CEILING,
        BLOCKED_SKU,
        ABOVE_TIER_CEILING,
        ABOVE_AGREED_TOTAL,
        ABOVE_PACE,
        ABOVE_AT_MOST,
        ABOVE_SUPPLY,
        ABOVE_TIGHT_BALANCE,
        GRANT_WITHOUT_ORDER,
        GRANT_TO_UNKNOWN,
        GRANT_TO_INACTIVE,
        DEMAND_ALTERED,
        MOVED_CARTON,
        LEFT_LYING
    }

    /**
     * A break, and the finding that must name it.
     *
     * @param retailer who was broken first, or {@link GrantsOnTrial#UNKNOWN}
     * @param words as in {@link Audit#all()}
     * @param evidence what the finding must say, among other things
     */
    record Damage(Kind kind, int retailer, int sku, String words, Map<String, String> evidence) {}

    private final TamperedGrants grants;
    private final PlainCeilings ceilings;
    private final PlainTotals totals;
    private final Cycle cycle;
    private final Orders orders;
    private final Random random;

    /** Before any break; only Skus that nothing touched are asked about. */
    private final long[] ofSku;

    private final Set<Integer> retailersTouched = new HashSet<>();
    private final Set<Integer> skusTouched = new HashSet<>();
    private final Set<Integer> skusClosed = new HashSet<>();

    RandomBreaks(TamperedGrants grants, Random random) {
        this.grants = grants;
        this.random = random;
        cycle = grants.cycle();
        orders = cycle.orders();
        ceilings = new PlainCeilings(cycle);
        totals = new PlainTotals(ceilings, grants);
        ofSku = new long[cycle.skus().size()];
        for (int line = 0; line < orders.lines(); line++) {
            ofSku[orders.sku()[line]] += grants.granted(line);
        }
    }

    PlainCeilings ceilings() {
        return ceilings;
    }

    /** Breaks the grants in this way, where there still is a place for it. */
    Optional<Damage> apply(Kind kind) {
        boolean stray = kind == Kind.GRANT_WITHOUT_ORDER || kind == Kind.GRANT_TO_UNKNOWN;
        int places = stray ? orders.retailers() * cycle.skus().size() : orders.lines();
        int from = places == 0 ? 0 : random.nextInt(places);
        return IntStream.range(0, places)
                .map(place -> (from + place) % places)
                .mapToObj(place -> stray ? addStray(kind, place) : applyTo(kind, place))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Damage> applyTo(Kind kind, int line) {
        int shop = ceilings.retailerOf(line);
        int item = orders.sku()[line];
        if (!free(shop, item)) {
            return Optional.empty();
        }
        return switch (kind) {
            case ABOVE_DEMAND -> raiseLine(kind, "ABOVE_DEMAND", line, orders.demand()[line]);
            case ABOVE_SKU_CEILING, BLOCKED_SKU -> {
                long ceiling = ceilings.lineCeiling(line);
                boolean fits = ceiling != PlainCeilings.UNLIMITED && (ceiling == 0) == (kind == Kind.BLOCKED_SKU);
                yield fits ? raiseLine(kind, "ABOVE_SKU_CEILING", line, ceiling) : Optional.empty();
            }
            case ABOVE_TIER_CEILING -> pastTier(line);
            case ABOVE_AGREED_TOTAL -> pastTotal(kind, line, OptionalLong.of(totals.byPeriod(shop)));
            case ABOVE_PACE -> pastTotal(kind, line, totals.byPace(shop));
            case ABOVE_AT_MOST -> pastTotal(kind, line, totals.atMost(shop));
            case ABOVE_SUPPLY -> pastSupply(kind, line, totals.supply(item));
            case ABOVE_TIGHT_BALANCE -> pastSupply(kind, line, totals.heldBack(item));
            case GRANT_TO_INACTIVE -> grantToInactive(line);
            case DEMAND_ALTERED -> alterDemand(line);
            case MOVED_CARTON -> moveCarton(line);
            case LEFT_LYING -> leaveLying(line);
            case GRANT_WITHOUT_ORDER, GRANT_TO_UNKNOWN -> throw new AssertionError("not on a line");
        };
    }

    private Optional<Damage> raiseLine(Kind kind, String code, int line, long limit) {
        return raised(kind, line, limit + 1, "D19 CRITICAL " + code + " " + name(line), limitAndOneMore(limit));
    }

    private Optional<Damage> grantToInactive(int line) {
        String words = "R35 CRITICAL GRANT_TO_INACTIVE " + retailer(ceilings.retailerOf(line));
        return ceilings.isActive(ceilings.retailerOf(line))
                ? Optional.empty()
                : raised(Kind.GRANT_TO_INACTIVE, line, 1, words, Map.of("granted", "1"));
    }

    private Optional<Damage> pastTier(int line) {
        int shop = ceilings.retailerOf(line);
        BrandTier tier = totals.tier(line);
        long limit = ceilings.tierCeiling(shop, tier);
        if (limit == PlainCeilings.UNLIMITED || !ceilings.countsTowardsTier(line)) {
            return Optional.empty();
        }
        String words = "D19 CRITICAL ABOVE_TIER_CEILING " + retailer(shop);
        Map<String, String> evidence =
                Map.of("tier", tier.name(), "limit", String.valueOf(limit), "granted", String.valueOf(limit + 1));
        return raised(
                Kind.ABOVE_TIER_CEILING,
                line,
                grants.granted(line) + limit - totals.ofTier(shop, tier) + 1,
                words,
                evidence);
    }

    private Optional<Damage> pastTotal(Kind kind, int line, OptionalLong limit) {
        if (limit.isEmpty()) {
            return Optional.empty();
        }
        int shop = ceilings.retailerOf(line);
        String words = "D19 CRITICAL " + kind + " " + retailer(shop);
        long cartons = grants.granted(line) + limit.getAsLong() - totals.ofRetailer(shop) + 1;
        return raised(kind, line, cartons, words, limitAndOneMore(limit.getAsLong()));
    }

    private Optional<Damage> pastSupply(Kind kind, int line, OptionalLong limit) {
        int item = orders.sku()[line];
        if (limit.isEmpty() || !close(item)) {
            return Optional.empty();
        }
        String words = "D19 CRITICAL " + kind + " " + sku(item);
        long cartons = grants.granted(line) + limit.getAsLong() - ofSku[item] + 1;
        return raised(kind, line, cartons, words, limitAndOneMore(limit.getAsLong()));
    }

    private Optional<Damage> alterDemand(int line) {
        int demand = orders.demand()[line];
        int recorded = demand > 0 && random.nextBoolean() ? demand - 1 : demand + 1;
        grants.state(line, recorded);
        return damage(
                Kind.DEMAND_ALTERED,
                ceilings.retailerOf(line),
                orders.sku()[line],
                "R14 CRITICAL DEMAND_ALTERED " + name(line),
                Map.of("reported", String.valueOf(demand), "recorded", String.valueOf(recorded)));
    }

    /**
     * From one who has it to one whom the supply cut. All cartons given come before the one that the other was refused,
     * so the one it is taken from comes before the new holder.
     */
    private Optional<Damage> moveCarton(int from) {
        int item = orders.sku()[from];
        int giver = ceilings.retailerOf(from);
        if (grants.granted(from) == 0 || ofSku[item] < ceilings.released(item) || skusTouched.contains(item)) {
            return Optional.empty();
        }
        for (int to = 0; to < orders.lines(); to++) {
            int taker = ceilings.retailerOf(to);
            if (orders.sku()[to] == item && to != from && free(taker, item) && totals.hasRoom(to)) {
                grants.grant(from, grants.granted(from) - 1).grant(to, grants.granted(to) + 1);
                close(item);
                retailersTouched.add(taker);
                return damage(
                        Kind.MOVED_CARTON,
                        giver,
                        item,
                        "R34 CRITICAL JUSTIFIED_ENVY " + name(from),
                        Map.of(
                                "wanterGranted", String.valueOf(grants.granted(from)),
                                "holder", retailer(taker),
                                "holderGranted", String.valueOf(grants.granted(to))));
            }
        }
        return Optional.empty();
    }

    /** Whoever is granted a carton less would take it again, and it is there. */
    private Optional<Damage> leaveLying(int line) {
        int item = orders.sku()[line];
        if (grants.granted(line) == 0 || !close(item)) {
            return Optional.empty();
        }
        String left = String.valueOf(ofSku[item] - 1);
        String words = "R10 WARNING SUPPLY_LEFT " + sku(item);
        return raised(Kind.LEFT_LYING, line, grants.granted(line) - 1, words, Map.of("granted", left));
    }

    private Optional<Damage> addStray(Kind kind, int place) {
        int shop = place / cycle.skus().size();
        int item = place % cycle.skus().size();
        if (!free(shop, item)
                || IntStream.range(ceilings.firstLine(shop), ceilings.firstLine(shop + 1))
                        .anyMatch(line -> orders.sku()[line] == item)) {
            return Optional.empty();
        }
        boolean known = kind == Kind.GRANT_WITHOUT_ORDER;
        boolean knownSku = known || random.nextBoolean();
        String who = known ? retailer(shop) : "nobody " + retailersTouched.size();
        String what = knownSku ? sku(item) : "no such Sku";
        grants.addStray(
                new Stray(who, what, known ? shop : GrantsOnTrial.UNKNOWN, knownSku ? item : GrantsOnTrial.UNKNOWN, 1));
        String words = "R17 CRITICAL " + kind + " " + who + " / " + what;
        retailersTouched.add(shop);
        return damage(kind, known ? shop : GrantsOnTrial.UNKNOWN, item, words, Map.of("granted", "1"));
    }

    private Optional<Damage> raised(Kind kind, int line, long cartons, String words, Map<String, String> evidence) {
        grants.grant(line, cartons);
        return damage(kind, ceilings.retailerOf(line), orders.sku()[line], words, evidence);
    }

    private Optional<Damage> damage(Kind kind, int retailer, int sku, String words, Map<String, String> evidence) {
        retailersTouched.add(retailer);
        skusTouched.add(sku);
        return Optional.of(new Damage(kind, retailer, sku, words, evidence));
    }

    private static Map<String, String> limitAndOneMore(long limit) {
        return Map.of("limit", String.valueOf(limit), "granted", String.valueOf(limit + 1));
    }

    private boolean free(int retailer, int sku) {
        return !retailersTouched.contains(retailer) && !skusClosed.contains(sku);
    }

    /** Takes a Sku for one break alone, if nothing touched it before. */
    private boolean close(int sku) {
        return !skusTouched.contains(sku) && skusClosed.add(sku);
    }

    private String name(int line) {
        return retailer(ceilings.retailerOf(line)) + " / " + sku(orders.sku()[line]);
    }

    private String retailer(int index) {
        return cycle.retailers().get(index).key();
    }

    private String sku(int index) {
        return cycle.skus().get(index).key();
    }
}
