package io.plimsoll.files;

import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.Sku;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The registers of a folder that has been checked, row by row with their optional columns, sorted by key. */
public final class Registers {

    private Registers() {}

    /**
     * A row of {@code retailers.csv}.
     *
     * @param saysTotal whether a total stands there; else that of the retailer is 0 and means nothing
     */
    public record RetailerRow(Retailer retailer, CycleDetails.OfRetailer details, boolean saysTotal) {}

    /** A row of {@code skus.csv}. */
    public record SkuRow(Sku sku, CycleDetails.OfSku details) {}

    /**
     * A row of {@code supply.csv}.
     *
     * @param supply cartons; empty: unlimited
     * @param forecast cartons
     */
    public record SupplyRow(String sku, OptionalLong supply, Optional<BigDecimal> forecast) {}

    /**
     * A row of {@code came_back.csv}.
     *
     * @param kind {@code RETURNED} or {@code PAYMENT_FAILED}
     */
    public record CameBackRow(String retailer, String sku, String kind, int cartons) {}

    /**
     * A row of {@code earlier_months.csv}, in cartons.
     *
     * @param period such as {@code 2026-07}
     * @param ceiling of the month; empty: unlimited, or not known
     */
    public record EarlierMonthRow(String retailer, String period, int demand, int granted, Optional<Integer> ceiling) {}

    /**
     * The retailers of a folder.
     *
     * @throws BadInput when the file is not what it was when it was checked
     */
    public static List<RetailerRow> retailers(Path folder) throws BadInput {
        return table(folder, Formats.registeredRetailers(Kinds.oneOf(SizeClass.values()))).entries().stream()
                .map(row -> new RetailerRow(
                        CycleFolder.retailer(row),
                        retailer(row),
                        !row.get("agreed_total").isEmpty()))
                .toList();
    }

    /**
     * The Skus of a folder.
     *
     * @throws BadInput when the file is not what it was when it was checked
     */
    public static List<SkuRow> skus(Path folder) throws BadInput {
        return table(folder, Formats.skus()).entries().stream()
                .map(row -> new SkuRow(CycleFolder.sku(row), sku(row)))
                .toList();
    }

    /**
     * The supply that came alone.
     *
     * @throws BadInput when the file is not what it was when it was checked
     */
    public static List<SupplyRow> supply(Path folder) throws BadInput {
        return table(folder, Formats.supply(sku -> true)).entries().stream()
                .map(row -> new SupplyRow(
                        row.get("sku"),
                        some(row, "supply")
                                .map(Long::parseLong)
                                .map(OptionalLong::of)
                                .orElse(OptionalLong.empty()),
                        some(row, "forecast").map(BigDecimal::new)))
                .toList();
    }

    /**
     * What came back.
     *
     * @throws BadInput when the file is not what it was when it was checked
     */
    public static List<CameBackRow> cameBack(Path folder) throws BadInput {
        return table(folder, Formats.cameBack()).entries().stream()
                .map(row -> new CameBackRow(
                        row.get("retailer"), row.get("sku"), row.get("kind"), Integer.parseInt(row.get("cartons"))))
                .toList();
    }

    /**
     * What shops asked for and were granted in months before the service.
     *
     * @throws BadInput when the file is not what it was when it was checked
     */
    public static List<EarlierMonthRow> earlierMonths(Path folder) throws BadInput {
        return table(folder, Formats.earlierMonths(retailer -> true)).entries().stream()
                .map(row -> new EarlierMonthRow(
                        row.get("retailer"),
                        row.get("period"),
                        Integer.parseInt(row.get("demand")),
                        Integer.parseInt(row.get("granted")),
                        some(row, "ceiling").map(Integer::valueOf)))
                .toList();
    }

    /**
     * The canonical content of {@code policy/unsold_skus.csv}.
     *
     * @throws BadInput when the file is not what it was when it was checked
     */
    public static byte[] canonicalUnsold(Path folder) throws BadInput {
        return table(folder, Formats.unsoldSkus(Kinds.key())).bytes();
    }

    /**
     * What a cycle folder holds beyond what decides grants, by the positions of its cycle.
     *
     * @throws BadInput when a file is not what it was when it was checked
     */
    public static CycleDetails details(Path folder) throws BadInput {
        List<RetailerRow> retailers = retailers(folder);
        List<SkuRow> skus = skus(folder);
        Map<String, CycleDetails.Submission> submissions = new HashMap<>();
        Format format = Formats.submissions(retailer -> true);
        Table.readOptional(folder.resolve(format.file()), format, ReadProgress.SILENT)
                .entries()
                .forEach(row -> submissions.put(row.get("retailer"), submission(row)));
        return new CycleDetails() {
            @Override
            public OfRetailer retailer(int retailer) {
                return retailers.get(retailer).details();
            }

            @Override
            public OfSku sku(int sku) {
                return skus.get(sku).details();
            }

            @Override
            public Optional<Submission> submission(int retailer) {
                return Optional.ofNullable(
                        submissions.get(retailers.get(retailer).retailer().key()));
            }
        };
    }

    private static Table table(Path folder, Format format) throws BadInput {
        return Table.read(folder.resolve(format.file()), format, ReadProgress.SILENT);
    }

    private static CycleDetails.OfRetailer retailer(Table.Entry row) {
        return new CycleDetails.OfRetailer(
                row.get("name"),
                row.get("territory"),
                some(row, "key_account").map(Boolean::valueOf),
                row.get("phone"),
                row.get("account"),
                some(row, "licensed_since").map(LocalDate::parse));
    }

    private static CycleDetails.OfSku sku(Table.Entry row) {
        return new CycleDetails.OfSku(
                row.get("name"),
                some(row, "price").map(BigDecimal::new),
                some(row, "key_brand").map(Boolean::valueOf),
                some(row, "first_sold").map(LocalDate::parse));
    }

    private static CycleDetails.Submission submission(Table.Entry row) {
        return new CycleDetails.Submission(
                CycleDetails.Channel.valueOf(row.get("channel")),
                row.get("actor"),
                OffsetDateTime.parse(row.get("submitted_at")),
                row.get("device"),
                row.get("session"),
                row.get("address"));
    }

    private static Optional<String> some(Table.Entry row, String column) {
        return Optional.of(row.get(column)).filter(text -> !text.isEmpty());
    }
}
