package io.plimsoll.results;

import io.plimsoll.comparison.Change;
import io.plimsoll.comparison.Comparison;
import io.plimsoll.comparison.GroupChange;
import io.plimsoll.comparison.ReasonMove;
import io.plimsoll.comparison.RetailerChange;
import io.plimsoll.files.CsvOut;
import io.plimsoll.files.RecordedRegister;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The CSV files of a comparison.
 *
 * @see "docs/compare.md"
 */
public enum ComparisonTable {
    /** Everybody, then each size class, market type, both together, and each tier. */
    BY_GROUP(
            "by_group.csv",
            List.of(
                    "grouping",
                    "group",
                    "lines",
                    "demand",
                    "granted_a",
                    "granted_b",
                    "gained",
                    "lost",
                    "retailers_gained",
                    "retailers_lost",
                    "retailers_alike",
                    "ranks_better",
                    "ranks_worse",
                    "ranks_alike")) {
        @Override
        void rows(ResultComparison result, CsvOut out) throws IOException {
            Comparison comparison = result.comparison();
            group("ALL", "ALL", comparison.total(), out);
            for (Map.Entry<SizeClass, GroupChange> each : comparison.byClass().entrySet()) {
                group("SIZE_CLASS", each.getKey().name(), each.getValue(), out);
            }
            for (Map.Entry<MarketType, GroupChange> each :
                    comparison.byMarketType().entrySet()) {
                group("MARKET_TYPE", each.getKey().name(), each.getValue(), out);
            }
            for (SizeClass sizeClass : SizeClass.values()) {
                for (MarketType marketType : MarketType.values()) {
                    String name = sizeClass + "/" + marketType;
                    group("SIZE_CLASS/MARKET_TYPE", name, comparison.of(sizeClass, marketType), out);
                }
            }
            for (Map.Entry<BrandTier, GroupChange> each : comparison.byTier().entrySet()) {
                group("TIER", each.getKey().name(), each.getValue(), out);
            }
        }

        private void group(String grouping, String name, GroupChange change, CsvOut out) throws IOException {
            out.field(grouping).field(name);
            cartons(change.cartons(), out.field(change.cartons().lines()));
            out.field(change.bySum().better())
                    .field(change.bySum().worse())
                    .field(change.bySum().alike())
                    .field(change.byRank().better())
                    .field(change.byRank().worse())
                    .field(change.byRank().alike())
                    .endRow();
        }
    },

    /** Every retailer that ordered, whether it got the same or not, so that the rows add up to the groups. */
    BY_RETAILER(
            "by_retailer.csv",
            List.of(
                    "retailer",
                    "size_class",
                    "market_type",
                    "demand",
                    "granted_a",
                    "granted_b",
                    "gained",
                    "lost",
                    "by_rank",
                    "binding_a",
                    "binding_b")) {
        @Override
        void rows(ResultComparison result, CsvOut out) throws IOException {
            RecordedRegister register = result.register();
            for (RetailerChange change : result.comparison().retailers()) {
                PeerGroup peers = PeerGroup.of(register.peers()[change.retailer()]);
                out.field(register.retailers().get(change.retailer()))
                        .field(peers.sizeClass().name())
                        .field(peers.marketType().name());
                cartons(change.cartons(), out);
                out.field(change.byRank().name())
                        .field(change.reason().map(reason -> reason.a().name()).orElse(""))
                        .field(change.reason().map(reason -> reason.b().name()).orElse(""))
                        .endRow();
            }
        }
    },

    /** Every Sku, with what was released of it and its common level. */
    BY_SKU(
            "by_sku.csv",
            List.of(
                    "sku",
                    "tier",
                    "demand",
                    "granted_a",
                    "granted_b",
                    "gained",
                    "lost",
                    "released_a",
                    "released_b",
                    "level_a",
                    "level_b")) {
        @Override
        void rows(ResultComparison result, CsvOut out) throws IOException {
            RecordedRegister register = result.register();
            for (int sku = 0; sku < register.skus().size(); sku++) {
                out.field(register.skus().get(sku)).field(BrandTier.values()[register.tiers()[sku]].name());
                cartons(result.comparison().skus().get(sku), out);
                out.field(result.a().limits().released().get(sku))
                        .field(result.b().limits().released().get(sku))
                        .field(result.a().limits().levels().get(sku))
                        .field(result.b().limits().levels().get(sku))
                        .endRow();
            }
        }
    },

    /** Every pair of reasons that any line has, and what it was cut by. */
    BY_REASON("by_reason.csv", List.of("binding_a", "binding_b", "lines", "cut_a", "cut_b")) {
        @Override
        void rows(ResultComparison result, CsvOut out) throws IOException {
            for (ReasonMove move : result.comparison().reasons()) {
                out.field(move.a().name())
                        .field(move.b().name())
                        .field(move.lines())
                        .field(move.cutA())
                        .field(move.cutB())
                        .endRow();
            }
        }
    };

    private final String fileName;
    private final List<String> columns;

    ComparisonTable(String fileName, List<String> columns) {
        this.fileName = fileName;
        this.columns = columns;
    }

    /** Name of the file in the folder of a comparison. */
    public String fileName() {
        return fileName;
    }

    /** Writes the table, its header first. */
    void write(ResultComparison result, CsvOut out) throws IOException {
        out.row(columns.toArray(String[]::new));
        rows(result, out);
        out.flush();
    }

    abstract void rows(ResultComparison result, CsvOut out) throws IOException;

    private static void cartons(Change change, CsvOut out) throws IOException {
        out.field(change.demand())
                .field(change.grantedA())
                .field(change.grantedB())
                .field(change.gained())
                .field(change.lost());
    }
}
