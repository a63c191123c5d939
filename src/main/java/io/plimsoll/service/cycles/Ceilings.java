package io.plimsoll.service.cycles;

import io.plimsoll.policy.ClassCeilings;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a release policy publishes about classes: how far they may go, and what decides their share (R31, R34).
 *
 * @param classes one line for each size class
 * @param tiers ceilings by tier
 * @param skus ceilings by Sku
 */
public record Ceilings(List<ClassLine> classes, Grid tiers, Grid skus) {

    /** What holds for a class: percent above the agreed total (R2), and the weight in a short Sku (R34). */
    public record ClassLine(SizeClass sizeClass, BigDecimal floatPercent, int weight) {}

    /**
     * Whom a ceiling is for.
     *
     * @param marketType {@code *} for every one that has no column of its own
     */
    public record Column(SizeClass sizeClass, String marketType) {

        public boolean isForAllMarkets() {
            return marketType.equals("*");
        }
    }

    /** Ceilings of one tier or Sku, a cell for each column; null: no ceiling. */
    public record Line(String of, List<BigDecimal> cells) {}

    /** A table of ceilings in cartons of one cycle. */
    public record Grid(List<Column> columns, Map<String, Line> byKey) {

        public Collection<Line> lines() {
            return byKey.values();
        }

        /** The cells of one tier or Sku; as many without a ceiling where it has none. */
        public List<BigDecimal> cells(String of) {
            Line line = byKey.get(of);
            return line == null ? Arrays.asList(new BigDecimal[columns.size()]) : line.cells();
        }
    }

    static Ceilings of(ReleasePolicy policy) {
        List<ClassLine> classes = Arrays.stream(SizeClass.values())
                .filter(policy.weights()::containsKey)
                .map(each -> new ClassLine(
                        each, policy.floatPercents().get(each), policy.weights().get(each)))
                .toList();
        return new Ceilings(classes, grid(policy.tierCeilings()), grid(policy.skuCeilings()));
    }

    private static Grid grid(ClassCeilings ceilings) {
        Map<Column, Map<String, BigDecimal>> ofAllMarkets = new HashMap<>();
        Set<Column> columns =
                new TreeSet<>(Comparator.comparing(Column::sizeClass).thenComparing(Column::marketType));
        ceilings.rows().forEach(row -> {
            Column column =
                    new Column(row.sizeClass(), row.marketType().map(Enum::name).orElse("*"));
            columns.add(column);
            ofAllMarkets
                    .computeIfAbsent(column, none -> new HashMap<>())
                    .put(row.ref(), row.ceiling().orElse(null));
        });
        Map<String, Line> lines = new LinkedHashMap<>();
        for (String each : new TreeSet<>(ceilings.refs())) {
            List<BigDecimal> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(
                    column.isForAllMarkets()
                            ? ofAllMarkets.get(column).get(each)
                            : ceilings.ceiling(column.sizeClass(), MarketType.valueOf(column.marketType()), each)
                                    .orElse(null)));
            lines.put(each, new Line(each, cells));
        }
        return new Grid(List.copyOf(columns), lines);
    }
}
