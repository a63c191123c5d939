package io.plimsoll.allocation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.policy.Alerts;
import io.plimsoll.policy.ClassCeilings;
import io.plimsoll.policy.Pacing;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads a cycle folder whose content is known to be right, for the oracle's tests only. It checks nothing and so is no
 * stand-in for the product's reader; that it is another one keeps a mistake in either from hiding in both.
 */
final class VectorReader {

    private final Path folder;

    private VectorReader(Path folder) {
        this.folder = folder;
    }

    static Cycle read(Path folder) {
        return new VectorReader(folder).rows().toCycle();
    }

    private CycleRows rows() {
        NamedCsvRecord head = table("cycle.csv").get(0);
        Map<String, Integer> atMost = new HashMap<>();
        for (NamedCsvRecord row : table("submissions.csv")) {
            row.findField("at_most")
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> atMost.put(row.getField("retailer"), Integer.valueOf(text)));
        }
        return new CycleRows(
                new CycleHead(
                        head.getField("cycle"),
                        head.getField("seed"),
                        head.getField("period"),
                        number(head, "number"),
                        number(head, "of")),
                table("retailers.csv").stream().map(VectorReader::retailer).toList(),
                table("skus.csv").stream().map(VectorReader::sku).toList(),
                table("orders.csv").stream().map(VectorReader::order).toList(),
                atMost,
                policy());
    }

    private static Retailer retailer(NamedCsvRecord row) {
        return new Retailer(
                row.getField("retailer"),
                row.getField("manager"),
                SizeClass.valueOf(row.getField("size_class")),
                MarketType.valueOf(row.getField("market_type")),
                RetailerStatus.valueOf(row.getField("status")),
                number(row, "agreed_total"),
                number(row, "granted_in_period"),
                number(row, "interval"));
    }

    private static Sku sku(NamedCsvRecord row) {
        String supply = row.getField("supply");
        return new Sku(
                row.getField("sku"),
                row.getField("brand"),
                BrandTier.valueOf(row.getField("tier")),
                SupplyStatus.valueOf(row.getField("status")),
                supply.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(supply)),
                decimalOrBlank(row, "forecast"));
    }

    private static CycleRows.OrderRow order(NamedCsvRecord row) {
        return new CycleRows.OrderRow(
                row.getField("retailer"), number(row, "rank"), row.getField("sku"), number(row, "demand"));
    }

    private ReleasePolicy policy() {
        Map<SizeClass, BigDecimal> floats = new HashMap<>();
        Map<SizeClass, Integer> weights = new HashMap<>();
        Map<BrandTier, BigDecimal> balance = new HashMap<>();
        table("policy/floats.csv").forEach(row -> floats.put(sizeClass(row), decimal(row, "percent")));
        table("policy/weights.csv").forEach(row -> weights.put(sizeClass(row), number(row, "weight")));
        table("policy/balance.csv")
                .forEach(row -> balance.put(BrandTier.valueOf(row.getField("tier")), decimal(row, "rho")));
        Optional<Pacing> pacing = table("policy/pacing.csv").stream()
                .findFirst()
                .map(row -> new Pacing(decimal(row, "burst"), decimal(row, "reserve"), number(row, "exempt")));
        return new ReleasePolicy(
                "vector",
                floats,
                weights,
                ceilings("policy/tier_ceilings.csv", "tier"),
                ceilings("policy/sku_ceilings.csv", "sku"),
                balance,
                pacing,
                new Alerts(Map.of()));
    }

    private ClassCeilings ceilings(String file, String ref) {
        ClassCeilings ceilings = new ClassCeilings();
        for (NamedCsvRecord row : table(file)) {
            Optional<MarketType> marketType = Optional.of(row.getField("market_type"))
                    .filter(text -> !text.equals("*"))
                    .map(MarketType::valueOf);
            ceilings.add(sizeClass(row), marketType, row.getField(ref), decimalOrBlank(row, "ceiling"));
        }
        return ceilings;
    }

    private List<NamedCsvRecord> table(String file) {
        if (Files.notExists(folder.resolve(file))) {
            return List.of();
        }
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SizeClass sizeClass(NamedCsvRecord row) {
        return SizeClass.valueOf(row.getField("size_class"));
    }

    private static int number(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }

    private static BigDecimal decimal(NamedCsvRecord row, String column) {
        return new BigDecimal(row.getField(column));
    }

    private static Optional<BigDecimal> decimalOrBlank(NamedCsvRecord row, String column) {
        return Optional.of(row.getField(column)).filter(text -> !text.isEmpty()).map(BigDecimal::new);
    }
}
