package io.plimsoll.service.cycles;

import io.plimsoll.retailer.SizeClass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    public record ClassLine(SizeClass sizeClass, BigDecimal floatPercent, BigDecimal weight) {}

    /**
     * Whom a ceiling is for.
     *
     * @param marketType {@code *} for every one that has no column of its own
     */
    public record Column(String sizeClass, String marketType) {

        public boolean isForAllMarkets() {
            return marketType.equals("*");
        }
    }

    /** Ceilings of one tier or Sku, a cell for each column; null: no ceiling. */
    public record Line(String of, List<BigDecimal> cells) {}

    /** A table of ceilings in cartons of one cycle. */
    public record Grid(List<Column> columns, List<Line> lines) {

        /** The cells of one tier or Sku; as many without a ceiling where it has none. */
        public List<BigDecimal> cells(String of) {
            return lines.stream()
                    .filter(line -> line.of().equals(of))
                    .findFirst()
                    .map(Line::cells)
                    .orElse(Arrays.asList(new BigDecimal[columns.size()]));
        }
    }

    static Ceilings of(Policies policies, String digest) {
        List<Map<String, String>> floats = policies.rows(digest, "floats.csv");
        List<Map<String, String>> weights = policies.rows(digest, "weights.csv");
        List<ClassLine> classes = Arrays.stream(SizeClass.values())
                .map(each -> new ClassLine(each, of(floats, each, "percent"), of(weights, each, "weight")))
                .toList();
        return new Ceilings(
                classes,
                grid(policies.rows(digest, "tier_ceilings.csv"), "tier"),
                grid(policies.rows(digest, "sku_ceilings.csv"), "sku"));
    }

    private static BigDecimal of(List<Map<String, String>> rows, SizeClass sizeClass, String column) {
        return rows.stream()
                .filter(row -> sizeClass.name().equals(row.get("size_class")))
                .map(row -> number(row.get(column)))
                .findFirst()
                .orElse(null);
    }

    private static Grid grid(List<Map<String, String>> rows, String of) {
        List<Column> columns = new ArrayList<>();
        for (SizeClass sizeClass : SizeClass.values()) {
            for (String marketType : List.of("*", "URBAN", "RURAL")) {
                Column column = new Column(sizeClass.name(), marketType);
                if (rows.stream().anyMatch(row -> column.equals(column(row)))) {
                    columns.add(column);
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        for (String each : new TreeSet<>(rows.stream().map(row -> row.get(of)).toList())) {
            List<BigDecimal> cells = new ArrayList<>();
            for (Column column : columns) {
                Optional<Map<String, String>> cell = rows.stream()
                        .filter(row -> each.equals(row.get(of)) && column.equals(column(row)))
                        .findFirst();
                cells.add(cell.map(row -> number(row.get("ceiling"))).orElse(null));
            }
            lines.add(new Line(each, cells));
        }
        return new Grid(columns, lines);
    }

    private static Column column(Map<String, String> row) {
        return new Column(row.get("size_class"), row.get("market_type"));
    }

    private static BigDecimal number(String text) {
        return text == null || text.isBlank() ? null : new BigDecimal(text);
    }
}
