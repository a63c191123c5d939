package io.plimsoll.finding;

import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.ceiling.Headroom;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.finding.Trial.Case;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.rule.Proposals;
import io.plimsoll.rule.fact.GrantedBefore;
import io.plimsoll.rule.fact.RetailerTotal;
import io.plimsoll.rule.fact.ShopGranted;
import io.plimsoll.sku.BrandTier;
import java.math.BigDecimal;
import java.util.function.IntToLongFunction;

/** What each retailer was granted in all against its own limits; the worst per peers. */
final class RetailerTrial {

    private final Cycle cycle;
    private final Ceilings ceilings;
    private final Limits limits;
    private final Tally tally;
    private final Headroom headroom;

    RetailerTrial(Cycle cycle, Ceilings ceilings, Limits limits, Tally tally) {
        this.cycle = cycle;
        this.ceilings = ceilings;
        this.limits = limits;
        this.tally = tally;
        headroom = new Headroom(cycle, ceilings);
    }

    void run(Trial trial) {
        judgeTotals(trial, "STANDING", this::byStanding);
        judgeTotals(trial, "AGREED_TOTAL", headroom::byPeriod);
        judgeTotals(trial, "PACING", this::byPace);
        judgeTotals(trial, "AT_MOST", headroom::atMost);
        for (BrandTier tier : BrandTier.values()) {
            judgeTier(trial, tier);
        }
        judgeInactive(trial);
        judgeGrantedBefore(trial);
    }

    /** A shop that isn't active is judged by its status below, in words that say so. */
    private long byStanding(int retailer) {
        boolean active = cycle.retailers().get(retailer).status() == RetailerStatus.ACTIVE;
        return active ? ceilings.standing(retailer) : Ceilings.NONE;
    }

    /** Only where pacing allows less than the period's ceiling; otherwise that one says all there is to say. */
    private long byPace(int retailer) {
        long byPace = headroom.byPace(retailer);
        return byPace < headroom.byPeriod(retailer) ? byPace : Ceilings.NONE;
    }

    private void judgeTotals(Trial trial, String limitKind, IntToLongFunction limit) {
        WorstCases worst = new WorstCases(PeerGroup.COUNT);
        for (int retailer = 0; retailer < cycle.retailers().size(); retailer++) {
            long granted = tally.ofRetailer(retailer);
            if (granted > 0) {
                worst.look(group(retailer), retailer, granted, limit.applyAsLong(retailer));
            }
        }
        worst.judgedBy(
                trial,
                (cell, retailer) -> totalCase(
                        cell, limitKind, retailer, "", limit.applyAsLong(retailer), tally.ofRetailer(retailer)));
    }

    private void judgeTier(Trial trial, BrandTier tier) {
        WorstCases worst = new WorstCases(PeerGroup.COUNT);
        for (int retailer = 0; retailer < cycle.retailers().size(); retailer++) {
            long granted = tally.ofTier(retailer, tier);
            if (granted > 0) {
                worst.look(group(retailer), retailer, granted, limits.tier(retailer, tier));
            }
        }
        worst.judgedBy(
                trial,
                (cell, retailer) -> totalCase(
                        cell,
                        "TIER_CEILING",
                        retailer,
                        tier.name(),
                        limits.tier(retailer, tier),
                        tally.ofTier(retailer, tier)));
    }

    private Case totalCase(int cell, String limitKind, int index, String tier, long limit, long granted) {
        Retailer retailer = cycle.retailers().get(index);
        RetailerTotal fact = new RetailerTotal(
                limitKind,
                retailer.key(),
                retailer.sizeClass().name(),
                retailer.marketType().name(),
                tier,
                BigDecimal.valueOf(limit),
                BigDecimal.valueOf(granted),
                new Proposals());
        return new Case(cell, retailer.key(), fact);
    }

    private void judgeInactive(Trial trial) {
        WorstCases worst = new WorstCases(RetailerStatus.values().length);
        for (int retailer = 0; retailer < cycle.retailers().size(); retailer++) {
            worst.look(cycle.retailers().get(retailer).status().ordinal(), retailer, tally.ofRetailer(retailer), 0);
        }
        worst.judgedBy(trial, (cell, index) -> {
            Retailer retailer = cycle.retailers().get(index);
            ShopGranted fact = new ShopGranted(
                    retailer.key(),
                    retailer.status().name(),
                    BigDecimal.valueOf(tally.ofRetailer(index)),
                    new Proposals());
            return new Case(cell, retailer.key(), fact);
        });
    }

    private void judgeGrantedBefore(Trial trial) {
        WorstCases worst = new WorstCases(PeerGroup.COUNT);
        for (int retailer = 0; retailer < cycle.retailers().size(); retailer++) {
            long before = cycle.retailers().get(retailer).grantedInPeriod();
            worst.look(group(retailer), retailer, before, ceilings.period(retailer));
        }
        worst.judgedBy(trial, (cell, index) -> {
            Retailer retailer = cycle.retailers().get(index);
            GrantedBefore fact = new GrantedBefore(
                    retailer.key(),
                    BigDecimal.valueOf(ceilings.period(index)),
                    BigDecimal.valueOf(retailer.grantedInPeriod()),
                    new Proposals());
            return new Case(cell, retailer.key(), fact);
        });
    }

    private int group(int retailer) {
        return cycle.retailers().get(retailer).peers().index();
    }
}
