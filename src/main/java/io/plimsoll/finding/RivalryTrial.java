package io.plimsoll.finding;

import io.plimsoll.allocation.Draw;
import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.ceiling.Headroom;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.finding.Trial.Case;
import io.plimsoll.order.Orders;
import io.plimsoll.rule.Proposals;
import io.plimsoll.rule.fact.Leftover;
import io.plimsoll.rule.fact.Rivalry;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Those who would take another carton against those who hold some. Where something is left of the Sku it was wasted;
 * where nothing is, the first in line among the ones must not come before the last in line among the others. Finds that
 * pair for each Sku, and behind a condemned pair all further rivals.
 *
 * @see "docs/mechanism.md, section 4, properties 2 and 3"
 */
final class RivalryTrial {

    private static final int NOBODY = -1;
    private static final int TIERS = BrandTier.values().length;

    private final Cycle cycle;
    private final Ceilings ceilings;
    private final Limits limits;
    private final Draw draw;
    private final GrantsOnTrial grants;
    private final Tally tally;
    private final Headroom headroom;

    private final int[] retailerOf;
    private final boolean[] wants;

    /** By Sku: the line whose next carton comes first among those who want one, and how many want one. */
    private final int[] firstWanter;

    private final int[] wanters;
    private final long[] cartonsWanted;

    /** By Sku: the line whose last carton comes last among those who were granted some. */
    private final int[] lastHolder;

    RivalryTrial(Cycle cycle, Ceilings ceilings, Limits limits, Draw draw, GrantsOnTrial grants, Tally tally) {
        this.cycle = cycle;
        this.ceilings = ceilings;
        this.limits = limits;
        this.draw = draw;
        this.grants = grants;
        this.tally = tally;
        headroom = new Headroom(cycle, ceilings);
        retailerOf = new int[cycle.orders().lines()];
        wants = new boolean[cycle.orders().lines()];
        int skus = cycle.skus().size();
        firstWanter = new int[skus];
        lastHolder = new int[skus];
        Arrays.fill(firstWanter, NOBODY);
        Arrays.fill(lastHolder, NOBODY);
        wanters = new int[skus];
        cartonsWanted = new long[skus];
    }

    void run(Trial trial) {
        for (int retailer = 0; retailer < cycle.orders().retailers(); retailer++) {
            lookAt(retailer);
        }
        List<Case> leftovers = new ArrayList<>();
        List<Case> rivals = new ArrayList<>();
        for (int sku = 0; sku < firstWanter.length; sku++) {
            if (firstWanter[sku] != NOBODY) {
                if (tally.ofSku(sku) < ceilings.released(sku)) {
                    leftovers.add(leftover(sku));
                } else if (lastHolder[sku] != NOBODY) {
                    rivals.add(rivalry(sku, firstWanter[sku], lastHolder[sku]));
                }
            }
        }
        trial.judge(leftovers);
        Set<Integer> unfair = new HashSet<>();
        trial.judge(rivals).forEach(condemned -> unfair.add(condemned.cell()));
        trial.judge(furtherRivals(unfair));
    }

    /**
     * Goes down a retailer's lines by rank, and notes which of them it would take another carton on, if need be at the
     * cost of what it was granted on lower-ranked ones, or without having ordered it.
     */
    private void lookAt(int retailer) {
        Orders orders = cycle.orders();
        // What this line and the better-ranked ones leave of each limit; below 0 where they break it already.
        long left = headroom.of(retailer);
        long[] leftOfTier = new long[TIERS];
        for (BrandTier tier : BrandTier.values()) {
            leftOfTier[tier.ordinal()] = limits.tier(retailer, tier);
        }
        for (int line = orders.firstLine()[retailer]; line < orders.firstLine()[retailer + 1]; line++) {
            retailerOf[line] = retailer;
            int s = orders.sku()[line];
            Sku sku = cycle.skus().get(s);
            int tier = sku.tier().ordinal();
            boolean covered = sku.status() != SupplyStatus.OPEN;
            int granted = grants.granted()[line];
            left -= granted;
            leftOfTier[tier] -= covered ? granted : 0;
            long most = Math.min(orders.demand()[line], limits.sku(retailer, s));
            if (granted < most && left > 0 && (!covered || leftOfTier[tier] > 0)) {
                wants[line] = true;
                wanters[s]++;
                cartonsWanted[s] += most - granted;
                if (firstWanter[s] == NOBODY
                        || compareCartons(line, wanted(line), firstWanter[s], wanted(firstWanter[s])) < 0) {
                    firstWanter[s] = line;
                }
            }
            boolean last = granted > 0
                    && (lastHolder[s] == NOBODY
                            || compareCartons(line, held(line), lastHolder[s], held(lastHolder[s])) > 0);
            if (last) {
                lastHolder[s] = line;
            }
        }
    }

    /** Number of the carton that a line would take next. */
    private long wanted(int line) {
        return grants.granted()[line] + 1L;
    }

    /** Number of the last carton that a line was granted. */
    private long held(int line) {
        return grants.granted()[line];
    }

    /**
     * Whether the one retailer's carton with this number comes before the other's: below 0 if so. Keys first, then the
     * draw; both lines are of the same Sku.
     */
    private int compareCartons(int line, long number, int otherLine, long otherNumber) {
        long key = (2 * number - 1) * limits.weight(retailerOf[otherLine]);
        long otherKey = (2 * otherNumber - 1) * limits.weight(retailerOf[line]);
        if (key != otherKey) {
            return Long.compare(key, otherKey);
        }
        return draw.compare(cycle.orders().sku()[line], retailerOf[line], retailerOf[otherLine]);
    }

    private List<Case> furtherRivals(Set<Integer> unfair) {
        List<Case> cases = new ArrayList<>();
        for (int line = 0; line < wants.length && !unfair.isEmpty(); line++) {
            int sku = cycle.orders().sku()[line];
            if (!unfair.contains(sku)) {
                continue;
            }
            int first = firstWanter[sku];
            int last = lastHolder[sku];
            if (wants[line] && line != first && compareCartons(line, wanted(line), last, held(last)) < 0) {
                cases.add(rivalry(sku, line, last));
            }
            if (held(line) > 0 && line != last && compareCartons(first, wanted(first), line, held(line)) < 0) {
                cases.add(rivalry(sku, first, line));
            }
        }
        return cases;
    }

    private Case leftover(int sku) {
        int wanter = firstWanter[sku];
        long released = ceilings.released(sku) == Ceilings.NONE
                ? tally.ofSku(sku) + cartonsWanted[sku]
                : ceilings.released(sku);
        Leftover fact = new Leftover(
                cycle.skus().get(sku).key(),
                BigDecimal.valueOf(released),
                BigDecimal.valueOf(tally.ofSku(sku)),
                retailer(wanter),
                BigDecimal.valueOf(cycle.orders().demand()[wanter]),
                BigDecimal.valueOf(grants.granted()[wanter]),
                BigDecimal.valueOf(wanters[sku] - 1L),
                new Proposals());
        return new Case(sku, cycle.skus().get(sku).key(), fact);
    }

    private Case rivalry(int sku, int wanter, int holder) {
        Rivalry fact = new Rivalry(
                cycle.skus().get(sku).key(),
                retailer(wanter),
                BigDecimal.valueOf(grants.granted()[wanter]),
                BigDecimal.valueOf(limits.weight(retailerOf[wanter])),
                retailer(holder),
                BigDecimal.valueOf(grants.granted()[holder]),
                BigDecimal.valueOf(limits.weight(retailerOf[holder])),
                draw.compare(sku, retailerOf[wanter], retailerOf[holder]) < 0,
                new Proposals());
        return new Case(
                sku, Subjects.line(retailer(wanter), cycle.skus().get(sku).key()), fact);
    }

    private String retailer(int line) {
        return cycle.retailers().get(retailerOf[line]).key();
    }
}
