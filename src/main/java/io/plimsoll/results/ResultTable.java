package io.plimsoll.results;

import io.plimsoll.allocation.Level;
import io.plimsoll.ceiling.Ceiling;
import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.CsvOut;
import io.plimsoll.finding.Finding;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.run.Binding;
import io.plimsoll.run.CycleResult;
import io.plimsoll.sku.Sku;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The CSV files of a result.
 *
 * @see "docs/files.md"
 */
public enum ResultTable {
    /** What every line was granted, and why not more. */
    GRANTS("grants.csv", List.of("retailer", "rank", "sku", "demand", "granted", "binding")) {
        @Override
        void rows(CycleResult result, CsvOut out) throws IOException {
            Cycle cycle = result.cycle();
            Orders orders = cycle.orders();
            byte[][] skus =
                    cycle.skus().stream().map(sku -> CsvOut.encode(sku.key())).toArray(byte[][]::new);
            byte[][] bindings = encoded(Binding.values());
            for (int retailer = 0; retailer < orders.retailers(); retailer++) {
                byte[] key = CsvOut.encode(cycle.retailers().get(retailer).key());
                for (int line = orders.firstLine()[retailer]; line < orders.firstLine()[retailer + 1]; line++) {
                    out.field(key)
                            .field(orders.rank()[line])
                            .field(skus[orders.sku()[line]])
                            .field(orders.demand()[line])
                            .field(result.sharing().granted()[line])
                            .field(bindings[result.bindings()[line].ordinal()])
                            .endRow();
                }
            }
        }
    },

    /** What became of every Sku. */
    LEVELS("levels.csv", List.of("sku", "released", "claimed", "granted", "level")) {
        @Override
        void rows(CycleResult result, CsvOut out) throws IOException {
            for (int sku = 0; sku < result.cycle().skus().size(); sku++) {
                long released = result.ceilings().released(sku);
                out.field(result.cycle().skus().get(sku).key())
                        .field(released == Ceilings.NONE ? "" : Long.toString(released))
                        .field(result.sharing().claimed()[sku])
                        .field(result.levels().granted(sku))
                        .field(result.levels().level(sku).map(Level::toString).orElse(""))
                        .endRow();
            }
        }
    },

    /** Every ceiling that the rules set. */
    CEILINGS("ceilings.csv", List.of("scope", "subject", "ref", "max_cartons", "rule", "policy")) {
        @Override
        void rows(CycleResult result, CsvOut out) throws IOException {
            byte[] policy = CsvOut.encode(result.cycle().policy().version());
            for (Ceiling ceiling : result.ceilings().all()) {
                out.field(ceiling.scope().name())
                        .field(ceiling.subject())
                        .field(ceiling.ref())
                        .field(ceiling.max())
                        .field(ceiling.rule())
                        .field(policy)
                        .endRow();
            }
        }
    },

    /** Everything the rules raised. */
    FINDINGS("findings.csv", List.of("rule", "policy", "severity", "subject", "evidence")) {
        @Override
        void rows(CycleResult result, CsvOut out) throws IOException {
            findingRows(result.findings(), out);
        }
    },

    /** The groups of the register, so that a result says by itself whom it treated alike. */
    PEERS("peers.csv", List.of("retailer", "size_class", "market_type", "interval")) {
        @Override
        void rows(CycleResult result, CsvOut out) throws IOException {
            byte[][] sizeClasses = encoded(SizeClass.values());
            byte[][] marketTypes = encoded(MarketType.values());
            for (Retailer retailer : result.cycle().retailers()) {
                out.field(retailer.key())
                        .field(sizeClasses[retailer.sizeClass().ordinal()])
                        .field(marketTypes[retailer.marketType().ordinal()])
                        .field(retailer.interval())
                        .endRow();
            }
        }
    },

    /** The tier and the status of every Sku, for the same end. */
    TIERS("tiers.csv", List.of("sku", "tier", "status")) {
        @Override
        void rows(CycleResult result, CsvOut out) throws IOException {
            for (Sku sku : result.cycle().skus()) {
                out.row(sku.key(), sku.tier().name(), sku.status().name());
            }
        }
    };

    private final String fileName;
    private final List<String> columns;

    ResultTable(String fileName, List<String> columns) {
        this.fileName = fileName;
        this.columns = columns;
    }

    /** Name of the file in the result folder. */
    public String fileName() {
        return fileName;
    }

    /** Names of its columns, in their order. */
    public List<String> columns() {
        return columns;
    }

    /** Writes the table, its header first. */
    void write(CycleResult result, CsvOut out) throws IOException {
        header(out);
        rows(result, out);
        out.flush();
    }

    void header(CsvOut out) throws IOException {
        out.row(columns.toArray(String[]::new));
    }

    abstract void rows(CycleResult result, CsvOut out) throws IOException;

    private static byte[][] encoded(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> CsvOut.encode(value.name())).toArray(byte[][]::new);
    }

    static void findingRows(List<Finding> findings, CsvOut out) throws IOException {
        for (Finding finding : findings) {
            out.row(
                    finding.rule(),
                    finding.policy(),
                    finding.severity().name(),
                    finding.subject(),
                    finding.evidenceText());
        }
    }
}
