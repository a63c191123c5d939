package io.plimsoll.finding;

import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.ceiling.Headroom;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.finding.Trial.Case;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.rule.Proposals;
import io.plimsoll.rule.fact.ClassMenu;
import io.plimsoll.rule.fact.PeerCeilings;
import io.plimsoll.sku.BrandTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The ceilings themselves: equal among equals (R11), and no agreement by Sku in disguise (R5). */
final class PolicyTrial {

    /** How many times their headroom the Sku ceilings of a class must add up to, where the policy is silent (R5). */
    private static final BigDecimal HEADROOM_MULTIPLE = BigDecimal.valueOf(3);

    private final Cycle cycle;
    private final Ceilings ceilings;
    private final Limits limits;

    PolicyTrial(Cycle cycle, Ceilings ceilings, Limits limits) {
        this.cycle = cycle;
        this.ceilings = ceilings;
        this.limits = limits;
    }

    void run(Trial trial) {
        trial.judge(spreads());
        Headroom headroom = new Headroom(cycle, ceilings);
        for (int group = 0; group < PeerGroup.COUNT; group++) {
            PeerGroup peers = PeerGroup.of(group);
            long[] left = IntStream.range(0, cycle.retailers().size())
                    .filter(retailer -> cycle.retailers().get(retailer).peers().equals(peers))
                    .filter(retailer -> ceilings.standing(retailer) > 0)
                    .mapToLong(headroom::byPace)
                    .sorted()
                    .toArray();
            menu(peers, left).ifPresent(menu -> trial.judge(List.of(menu)));
        }
    }

    /** The smallest and the largest of each limit among those peers whom it concerns. */
    private List<Case> spreads() {
        Orders orders = cycle.orders();
        int skus = cycle.skus().size();
        Spread bySku = new Spread(PeerGroup.COUNT * skus);
        Spread byTier = new Spread(PeerGroup.COUNT * BrandTier.values().length);
        Spread byWeight = new Spread(PeerGroup.COUNT);
        for (int retailer = 0; retailer < orders.retailers(); retailer++) {
            int group = cycle.retailers().get(retailer).peers().index();
            for (int line = orders.firstLine()[retailer]; line < orders.firstLine()[retailer + 1]; line++) {
                int sku = orders.sku()[line];
                bySku.look(group * skus + sku, retailer, limits.sku(retailer, sku));
            }
            for (BrandTier tier : BrandTier.values()) {
                int cell = group * BrandTier.values().length + tier.ordinal();
                byTier.look(cell, retailer, limits.tier(retailer, tier));
            }
            byWeight.look(group, retailer, limits.weight(retailer));
        }
        List<Case> cases = new ArrayList<>();
        bySku.forEach((cell, spread) -> cases.add(spreadCase(
                "SKU_CEILING", cell / skus, cycle.skus().get(cell % skus).key(), spread)));
        int tiers = BrandTier.values().length;
        byTier.forEach((cell, spread) ->
                cases.add(spreadCase("TIER_CEILING", cell / tiers, BrandTier.values()[cell % tiers].name(), spread)));
        byWeight.forEach((cell, spread) -> cases.add(spreadCase("WEIGHT", cell, "", spread)));
        return cases;
    }

    private Case spreadCase(String limitKind, int group, String ref, Spread.Ends ends) {
        PeerGroup peers = PeerGroup.of(group);
        PeerCeilings fact = new PeerCeilings(
                limitKind,
                peers.sizeClass().name(),
                peers.marketType().name(),
                BigDecimal.valueOf(peers.interval()),
                ref,
                cycle.retailers().get(ends.lowest()).key(),
                BigDecimal.valueOf(ends.smallest()),
                cycle.retailers().get(ends.highest()).key(),
                BigDecimal.valueOf(ends.largest()),
                new Proposals());
        return new Case(group, peers + (ref.isEmpty() ? "" : " / " + ref), fact);
    }

    /** What a group may order in all; nothing to judge where a Sku is unlimited, since that leaves every choice. */
    private Optional<Case> menu(PeerGroup peers, long[] headrooms) {
        if (headrooms.length == 0 || headrooms[headrooms.length / 2] == Ceilings.NONE) {
            return Optional.empty();
        }
        BigDecimal sumOfCeilings = BigDecimal.ZERO;
        for (int sku = 0; sku < cycle.skus().size(); sku++) {
            long ceiling = ceilings.sku(peers.index(), sku);
            if (ceiling == Ceilings.NONE) {
                return Optional.empty();
            }
            sumOfCeilings = sumOfCeilings.add(BigDecimal.valueOf(ceiling));
        }
        BigDecimal median = BigDecimal.valueOf(headrooms[(headrooms.length - 1) / 2])
                .add(BigDecimal.valueOf(headrooms[headrooms.length / 2]))
                .multiply(new BigDecimal("0.5"))
                .stripTrailingZeros();
        ClassMenu fact = new ClassMenu(
                peers.sizeClass().name(),
                peers.marketType().name(),
                BigDecimal.valueOf(peers.interval()),
                sumOfCeilings,
                median,
                cycle.policy().alerts().value("R5", "headroom_multiple", HEADROOM_MULTIPLE),
                new Proposals());
        return Optional.of(new Case(peers.index(), peers.toString(), fact));
    }
}
