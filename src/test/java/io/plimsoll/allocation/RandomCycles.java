package io.plimsoll.allocation;

import io.plimsoll.allocation.CycleRows.OrderRow;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Random cycles that reach every feature of docs/mechanism.md; equal arguments make equal cycles. Most have something
 * short, since a cycle of plenty proves nothing. Names come from outside, so that the same cycle can be made under
 * other names, and so in another order.
 */
public final class RandomCycles {

    /**
     * How large a cycle may get.
     *
     * @param mostDemand cartons of an ordinary line; one line in ten asks for twenty times as much where {@code bulk}
     * @param bulk whether there are such lines
     */
    public record Size(int retailers, int skus, int mostDemand, boolean bulk) {}

    /** Names by number, to be unique. */
    public record Names(IntFunction<String> retailer, IntFunction<String> sku) {}

    /** Small enough to run thousands, large enough for chains of rejections. */
    public static final Size SMALL = new Size(6, 5, 9, true);

    /** Small enough to try every allocation there is. */
    public static final Size TINY = new Size(3, 2, 3, false);

    /** A village: many shops on few Skus, large numbers. */
    public static final Size VILLAGE = new Size(24, 12, 60, true);

    /** Names of which some lie outside the basic plane, so that their order isn't that of UTF-16. */
    public static final Names MIXED = new Names(
            i -> List.of("R", "Ａ店", "𠀀店", "é").get(i % 4) + i,
            i -> List.of("S", "𠀁", "Ｂ").get(i % 3) + i);

    /** Other names, which sort the other way round. */
    public static final Names REVERSED = new Names(i -> "N" + (999 - i), i -> "P" + (999 - i));

    private final Random random;
    private final Size size;
    private final Names names;

    private RandomCycles(long seed, Size size, Names names) {
        // Neighbouring seeds of java.util.Random begin alike; the factor spreads them.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.size = size;
        this.names = names;
    }

    /** A cycle with anything in it. */
    public static Cycle cycle(long seed, Size size) {
        return rows(seed, size, MIXED).toCycle();
    }

    /** The rows of such a cycle, in no particular order. */
    public static CycleRows rows(long seed, Size size, Names names) {
        RandomCycles draw = new RandomCycles(seed, size, names);
        List<Retailer> retailers = new ArrayList<>();
        for (int i = 0; i < 1 + draw.random.nextInt(size.retailers()); i++) {
            retailers.add(draw.retailer(i, draw.anyOf(SizeClass.values()), 1 + draw.random.nextInt(2)));
        }
        Map<SizeClass, Integer> weights = new HashMap<>();
        boolean allEqual = draw.oneIn(3);
        for (SizeClass sizeClass : SizeClass.values()) {
            weights.put(sizeClass, allEqual ? 1 : draw.anyOf(1, 1, 2, 3, 4, 6, 500));
        }
        return draw.rows(retailers, weights);
    }

    /**
     * The rows of a cycle in which no two keys can be equal: one shop of each class and interval, and weights that are
     * different powers of two. No hash decides anything in it, so names don't either.
     */
    public static CycleRows tieless(long seed, Names names) {
        RandomCycles draw = new RandomCycles(seed, new Size(6, 4, 9, true), names);
        List<Retailer> retailers = new ArrayList<>();
        for (SizeClass sizeClass : SizeClass.values()) {
            for (int interval = 1; interval <= 2; interval++) {
                retailers.add(draw.retailer(retailers.size(), sizeClass, interval));
            }
        }
        return draw.rows(retailers, Map.of(SizeClass.LARGE, 16, SizeClass.MEDIUM, 4, SizeClass.SMALL, 1));
    }

    private CycleRows rows(List<Retailer> retailers, Map<SizeClass, Integer> weights) {
        List<Sku> skus = new ArrayList<>();
        for (int i = 0; i < Math.max(2, 1 + random.nextInt(size.skus())); i++) {
            skus.add(sku(i, retailers.size()));
        }
        List<OrderRow> orders = new ArrayList<>();
        Map<String, Integer> atMost = new HashMap<>();
        for (Retailer retailer : retailers) {
            if (!oneIn(9)) {
                orders.addAll(order(retailer, skus));
            }
            if (oneIn(7)) {
                atMost.put(retailer.key(), anyOf(0, 4, random.nextInt(2 * size.mostDemand())));
            }
        }
        int of = anyOf(1, 4, 4, 5);
        String seed = anyOf("a", "s-1", "种子", "𠀀 \"x\"");
        CycleHead head = new CycleHead("2026-11-w" + random.nextInt(9), seed, "2026-11", 1 + random.nextInt(of), of);
        return new CycleRows(
                head, retailers, skus, orders, atMost, RandomPolicies.draw(random, skus, size.mostDemand(), weights));
    }

    private Retailer retailer(int i, SizeClass sizeClass, int interval) {
        int total = anyOf(0, 1, 5, 13, 40, 301, random.nextInt(3 * size.mostDemand()), 20 * size.mostDemand());
        int grantedBefore = anyOf(0, 0, 0, random.nextInt(total + 1), random.nextInt(2 * total + 1));
        return new Retailer(
                names.retailer().apply(i),
                "CM" + i % 3,
                sizeClass,
                anyOf(MarketType.values()),
                oneIn(12) ? RetailerStatus.SUSPENDED : RetailerStatus.ACTIVE,
                total,
                grantedBefore,
                interval);
    }

    private Sku sku(int i, int retailers) {
        int mostSupply = 1 + retailers * size.mostDemand() / 2;
        OptionalLong supply = switch (random.nextInt(8)) {
            case 0 -> OptionalLong.empty();
            case 1 -> OptionalLong.of(random.nextInt(2));
            default -> OptionalLong.of(random.nextInt(mostSupply));
        };
        Optional<BigDecimal> forecast =
                oneIn(2) ? Optional.empty() : Optional.of(BigDecimal.valueOf(random.nextInt(20 * mostSupply), 1));
        return new Sku(
                names.sku().apply(i),
                "Brand " + i % 4,
                anyOf(BrandTier.values()),
                anyOf(SupplyStatus.values()),
                supply,
                forecast);
    }

    /** An order over some of the Skus, most wanted first, with gaps in the ranks. */
    private List<OrderRow> order(Retailer retailer, List<Sku> skus) {
        List<Sku> wanted = new ArrayList<>(skus);
        Collections.shuffle(wanted, random);
        List<OrderRow> rows = new ArrayList<>();
        int rank = 0;
        for (Sku sku : wanted) {
            if (!oneIn(5)) {
                rank += oneIn(4) ? 3 : 1;
                rows.add(new OrderRow(retailer.key(), rank, sku.key(), demand()));
            }
        }
        return rows;
    }

    private int demand() {
        if (oneIn(10)) {
            return 0;
        }
        boolean much = size.bulk() && oneIn(10);
        return (1 + random.nextInt(size.mostDemand())) * (much ? 20 : 1);
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    @SafeVarargs
    private <T> T anyOf(T... values) {
        return values[random.nextInt(values.length)];
    }
}
