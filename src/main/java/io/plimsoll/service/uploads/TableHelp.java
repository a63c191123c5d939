package io.plimsoll.service.uploads;

import io.plimsoll.files.TableShape;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the page of uploads says of the tables that it takes: their columns, and a small example of each. */
final class TableHelp {

    /** A value of each column that a small example holds; the columns themselves come from the reader's definitions. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("cycle", "2026-W49"),
            Map.entry("seed", "drawn in public: 481516"),
            Map.entry("period", "2026-12"),
            Map.entry("number", "1"),
            Map.entry("of", "5"),
            Map.entry("retailer", "L620119"),
            Map.entry("manager", "CM-07"),
            Map.entry("size_class", "SMALL"),
            Map.entry("market_type", "RURAL"),
            Map.entry("agreed_total", "40"),
            Map.entry("granted_in_period", "0"),
            Map.entry("interval", "1"),
            Map.entry("sku", "S-017"),
            Map.entry("brand", "Pine"),
            Map.entry("tier", "TIER_3"),
            Map.entry("supply", "1200"),
            Map.entry("forecast", "1350.5"),
            Map.entry("rank", "1"),
            Map.entry("demand", "12"),
            Map.entry("granted", "11"),
            Map.entry("ceiling", "46"),
            Map.entry("channel", "SELF"),
            Map.entry("actor", "L620119"),
            Map.entry("submitted_at", "2026-12-01T09:30:00+08:00"),
            Map.entry("kind", "RETURNED"),
            Map.entry("cartons", "3"),
            Map.entry("volume", "118000"),
            Map.entry("price_percent", "103.5"),
            Map.entry("brands", "25"),
            Map.entry("guided", "96"),
            Map.entry("effective", "80"));

    private TableHelp() {}

    /**
     * A table that comes in.
     *
     * @param group code of the word for what it is a part of
     */
    record Help(String group, TableShape shape) {

        /** The word of a column: what it means. */
        public String word(TableShape.Column column) {
            return shape.file().replace(".csv", "") + "." + column.name();
        }

        /** A header and one row, of the columns that must be there. */
        public String example() {
            return line(TableShape.Column::name) + line(this::value);
        }

        private String value(TableShape.Column column) {
            if (column.name().equals("status")) {
                return shape.file().equals("skus.csv") ? "NORMAL" : "ACTIVE";
            }
            if (shape.file().startsWith("earlier_") && column.name().equals("period")) {
                return "2025-12";
            }
            return EXAMPLES.getOrDefault(column.name(), "");
        }

        private String line(Function<TableShape.Column, String> cell) {
            return String.join(
                            ",",
                            shape.columns().stream()
                                    .filter(TableShape.Column::required)
                                    .map(cell)
                                    .toList())
                    + "\n";
        }

        /** The example as an address that holds it. */
        public String exampleAddress() {
            return "data:text/csv;charset=utf-8,"
                    + URLEncoder.encode(example(), StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    /** The tables that can come in here, those first that come alone. */
    static List<Help> all() {
        return List.of(
                new Help("SUPPLY", TableShape.of("supply.csv", true)),
                new Help("REGISTER", TableShape.of("skus.csv", true)),
                new Help("REGISTER", TableShape.of("retailers.csv", true)),
                new Help("REGISTER", TableShape.of("earlier_months.csv", true)),
                new Help("CAME_BACK", TableShape.of("came_back.csv", true)),
                new Help("FIGURES", TableShape.of("company_targets.csv", true)),
                new Help("FIGURES", TableShape.of("listing_plans.csv", true)),
                new Help("FIGURES", TableShape.of("guidance.csv", true)),
                new Help("FIGURES", TableShape.of("earlier_demand.csv", true)),
                new Help("CYCLE", TableShape.of("cycle.csv", false)),
                new Help("CYCLE", TableShape.of("orders.csv", false)),
                new Help("CYCLE", TableShape.of("submissions.csv", false)));
    }
}
