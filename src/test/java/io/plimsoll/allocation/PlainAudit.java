package io.plimsoll.allocation;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.finding.GrantsOnTrial;
import io.plimsoll.finding.GrantsOnTrial.Stray;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.sku.BrandTier;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Everything that is wrong with grants, found by looking at every line, every retailer and every pair, without rules.
 * The judge, which looks at the worst case first, is held against it.
 */
public final class PlainAudit {

    private final Cycle cycle;
    private final Orders orders;
    private final PlainCeilings ceilings;
    private final GrantsOnTrial trial;
    private final int[] granted;
    private final Set<String> found = new TreeSet<>();

    private PlainAudit(PlainCeilings ceilings, GrantsOnTrial trial) {
        this.ceilings = ceilings;
        this.trial = trial;
        cycle = ceilings.cycle();
        orders = cycle.orders();
        granted = trial.granted();
    }

    /**
     * What must be found, as {@code D19 CRITICAL ABOVE_DEMAND A / X}; for each justified envy both ends, as
     * {@code envies A / X} and {@code envied B / X}.
     */
    public static Set<String> of(PlainCeilings ceilings, GrantsOnTrial trial) {
        PlainAudit audit = new PlainAudit(ceilings, trial);
        audit.lookAtLines();
        audit.lookAtStrays();
        for (int retailer = 0; retailer < audit.orders.retailers(); retailer++) {
            audit.lookAtRetailer(retailer);
        }
        for (int sku = 0; sku < audit.cycle.skus().size(); sku++) {
            audit.lookAtSku(sku);
        }
        return audit.found;
    }

    private void lookAtLines() {
        for (int line = 0; line < granted.length; line++) {
            note(granted[line] > orders.demand()[line], "D19 CRITICAL ABOVE_DEMAND " + name(line));
            note(granted[line] > ceilings.lineCeiling(line), "D19 CRITICAL ABOVE_SKU_CEILING " + name(line));
            if (trial.recordedDemand().length > 0) {
                int recorded = trial.recordedDemand()[line];
                note(
                        recorded != GrantsOnTrial.NOT_STATED && recorded != orders.demand()[line],
                        "R14 CRITICAL DEMAND_ALTERED " + name(line));
            }
        }
    }

    private void lookAtStrays() {
        for (Stray stray : trial.strays()) {
            boolean known = stray.retailerIndex() >= 0 && stray.skuIndex() >= 0;
            String code = known ? "GRANT_WITHOUT_ORDER " : "GRANT_TO_UNKNOWN ";
            found.add("R17 CRITICAL " + code + stray.retailer() + " / " + stray.sku());
        }
    }

    private void lookAtRetailer(int r) {
        Retailer retailer = cycle.retailers().get(r);
        String who = retailer.key();
        long all = sum(linesOf(r), stray -> stray.retailerIndex() == r);
        long byPeriod = Math.max(0, ceilings.periodCeiling(r) - retailer.grantedInPeriod());
        long byPace = ceilings.pacedHeadroom(r);
        int atMost = orders.atMost()[r];
        note(all > byPeriod, "D19 CRITICAL ABOVE_AGREED_TOTAL " + who);
        note(byPace < byPeriod && all > byPace, "D19 CRITICAL ABOVE_PACE " + who);
        note(atMost != Orders.NO_LIMIT && all > atMost, "D19 CRITICAL ABOVE_AT_MOST " + who);
        note(!ceilings.isActive(r) && all > 0, "R35 CRITICAL GRANT_TO_INACTIVE " + who);
        note(retailer.grantedInPeriod() > ceilings.periodCeiling(r), "R2 WARNING ABOVE_CEILING_BEFORE " + who);
        for (BrandTier tier : BrandTier.values()) {
            note(ofTier(r, tier) > ceilings.tierCeiling(r, tier), "D19 CRITICAL ABOVE_TIER_CEILING " + who);
        }
    }

    private long ofTier(int retailer, BrandTier tier) {
        return sum(
                linesOf(retailer).filter(line -> ceilings.tierCovers(tier, orders.sku()[line])),
                stray -> stray.retailerIndex() == retailer
                        && stray.skuIndex() >= 0
                        && ceilings.tierCovers(tier, stray.skuIndex()));
    }

    private void lookAtSku(int s) {
        String sku = cycle.skus().get(s).key();
        long supply = cycle.skus().get(s).supply().orElse(PlainCeilings.UNLIMITED);
        long released = ceilings.released(s);
        int[] lines = IntStream.range(0, granted.length)
                .filter(line -> orders.sku()[line] == s)
                .toArray();
        long all = sum(IntStream.of(lines), stray -> stray.skuIndex() == s);
        note(all > supply, "D19 CRITICAL ABOVE_SUPPLY " + sku);
        note(released < supply && all > released, "D19 CRITICAL ABOVE_TIGHT_BALANCE " + sku);
        OutcomeChecks outcome = new OutcomeChecks(ceilings, granted);
        for (int wanter : lines) {
            if (outcome.couldTakeOneMore(wanter)) {
                note(all < released, "R10 WARNING SUPPLY_LEFT " + sku);
                if (all >= released) {
                    lookForEnvy(wanter, lines);
                }
            }
        }
    }

    private void lookForEnvy(int wanter, int[] linesOfSku) {
        for (int holder : linesOfSku) {
            if (holder != wanter && granted[holder] > 0 && comesBefore(wanter, holder)) {
                found.add("envies " + name(wanter));
                found.add("envied " + name(holder));
            }
        }
    }

    private boolean comesBefore(int wanter, int holder) {
        int byKey = PlainMechanism.compareKeys(granted[wanter] + 1L, weight(wanter), granted[holder], weight(holder));
        return byKey < 0 || byKey == 0 && tieBreak(wanter).compareTo(tieBreak(holder)) < 0;
    }

    private long weight(int line) {
        return ceilings.weight(ceilings.retailerOf(line));
    }

    private String tieBreak(int line) {
        Retailer retailer = cycle.retailers().get(ceilings.retailerOf(line));
        return PlainMechanism.tieBreak(cycle, ceilings.skuOf(line), retailer);
    }

    private IntStream linesOf(int retailer) {
        return IntStream.range(ceilings.firstLine(retailer), ceilings.firstLine(retailer + 1));
    }

    private long sum(IntStream lines, Predicate<Stray> strays) {
        return lines.mapToLong(line -> granted[line]).sum()
                + trial.strays().stream()
                        .filter(strays)
                        .mapToLong(Stray::granted)
                        .sum();
    }

    private String name(int line) {
        return cycle.retailers().get(ceilings.retailerOf(line)).key() + " / "
                + ceilings.skuOf(line).key();
    }

    private void note(boolean wrong, String what) {
        if (wrong) {
            found.add(what);
        }
    }
}
