package io.plimsoll.run;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.finding.Finding;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.rule.Severity;
import io.plimsoll.sku.BrandTier;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One cycle in a few figures, for people and for the run record.
 *
 * @param retailers in the register
 * @param ordering of them with at least one line
 * @param byClass demand and grants by size class
 * @param byTier demand and grants by brand tier
 * @param cuts lines that got less than was reported, and by how many cartons, by reason; NONE is not among them
 * @param findings how many of each severity
 */
public record Summary(
        int retailers,
        int ordering,
        int skus,
        int lines,
        Filled total,
        Map<SizeClass, Filled> byClass,
        Map<BrandTier, Filled> byTier,
        Map<Binding, Cut> cuts,
        Map<Severity, Integer> findings) {

    /** Cartons reported and cartons granted. */
    public record Filled(long demand, long granted) {

        Filled plus(long moreDemand, long moreGranted) {
            return new Filled(demand + moreDemand, granted + moreGranted);
        }

        /** Granted over demand, in thousandths, rounded down; 1000 where nothing was asked for. */
        public long fillPerMille() {
            return demand == 0 ? 1000 : granted * 1000 / demand;
        }
    }

    /** Lines cut, and cartons they were cut by. */
    public record Cut(int lines, long cartons) {}

    /** Adds up what a cycle came to, in one pass over its lines. */
    static Summary of(Cycle cycle, int[] grantedByLine, Binding[] bindings, List<Finding> findings) {
        Orders orders = cycle.orders();
        Map<SizeClass, Filled> byClass = all(SizeClass.class);
        Map<BrandTier, Filled> byTier = all(BrandTier.class);
        int[] cutLines = new int[Binding.values().length];
        long[] cutCartons = new long[Binding.values().length];
        long[] demandOfTier = new long[BrandTier.values().length];
        long[] grantedOfTier = new long[BrandTier.values().length];
        int ordering = 0;
        for (int retailer = 0; retailer < orders.retailers(); retailer++) {
            long demand = 0;
            long granted = 0;
            for (int line = orders.firstLine()[retailer]; line < orders.firstLine()[retailer + 1]; line++) {
                int asked = orders.demand()[line];
                int got = grantedByLine[line];
                int tier = cycle.skus().get(orders.sku()[line]).tier().ordinal();
                demandOfTier[tier] += asked;
                grantedOfTier[tier] += got;
                cutLines[bindings[line].ordinal()]++;
                cutCartons[bindings[line].ordinal()] += asked - got;
                demand += asked;
                granted += got;
            }
            ordering += orders.ordered(retailer) ? 1 : 0;
            SizeClass sizeClass = cycle.retailers().get(retailer).sizeClass();
            byClass.put(sizeClass, byClass.get(sizeClass).plus(demand, granted));
        }
        for (BrandTier tier : BrandTier.values()) {
            byTier.put(tier, new Filled(demandOfTier[tier.ordinal()], grantedOfTier[tier.ordinal()]));
        }
        Map<Binding, Cut> cuts = new EnumMap<>(Binding.class);
        for (Binding binding : Binding.values()) {
            if (binding != Binding.NONE) {
                cuts.put(binding, new Cut(cutLines[binding.ordinal()], cutCartons[binding.ordinal()]));
            }
        }
        Filled total = byClass.values().stream()
                .reduce(new Filled(0, 0), (sum, part) -> sum.plus(part.demand(), part.granted()));
        return new Summary(
                orders.retailers(),
                ordering,
                cycle.skus().size(),
                orders.lines(),
                total,
                byClass,
                byTier,
                cuts,
                bySeverity(findings));
    }

    /** How many findings there are of each severity. */
    public static Map<Severity, Integer> bySeverity(List<Finding> findings) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0);
        }
        findings.forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
        return counts;
    }

    private static <E extends Enum<E>> Map<E, Filled> all(Class<E> keys) {
        Map<E, Filled> map = new EnumMap<>(keys);
        for (E key : keys.getEnumConstants()) {
            map.put(key, new Filled(0, 0));
        }
        return map;
    }
}
