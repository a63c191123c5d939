package io.plimsoll.files;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** The rows of a table for staff that has been checked, sorted by key. */
public final class StaffTables {

    public static final String COMPANY_TARGETS = StaffFormats.COMPANY_TARGETS;
    public static final String LISTING_PLANS = StaffFormats.LISTING_PLANS;
    public static final String GUIDANCE = StaffFormats.GUIDANCE;
    public static final String EARLIER_DEMAND = StaffFormats.EARLIER_DEMAND;

    private StaffTables() {}

    /**
     * A row of {@code company_targets.csv}.
     *
     * @param volume cartons of the month
     * @param pricePercent price per carton, in percent of that of the same month of last year
     * @param lastYearPrice that price
     */
    public record CompanyTarget(
            String period,
            OptionalLong volume,
            Optional<BigDecimal> pricePercent,
            Optional<BigDecimal> lastYearPrice) {}

    /**
     * A row of {@code listing_plans.csv}.
     *
     * @param brands how many a shop is to have on the shelf
     */
    public record ListingPlan(String period, String manager, int brands) {}

    /**
     * A row of {@code guidance.csv}.
     *
     * @param guided shops that were given guidance
     * @param effective those of them whom it helped
     * @param shops of the manager; empty: those of the register
     */
    public record Guidance(
            String period,
            String manager,
            int guided,
            int effective,
            OptionalInt shops,
            Optional<BigDecimal> coverageTarget,
            Optional<BigDecimal> effectiveTarget) {}

    /** A row of {@code earlier_demand.csv}. */
    public record EarlierDemand(String period, String manager, String brand, long cartons) {}

    /**
     * Company targets.
     *
     * @throws BadInput when the file is not what it was when it was checked
     */
    public static List<CompanyTarget> companyTargets(Path folder) throws BadInput {
        return rows(
                folder,
                StaffFormats.companyTargets(),
                row -> new CompanyTarget(
                        row.get("period"),
                        some(row, "volume")
                                .map(text -> OptionalLong.of(Long.parseLong(text)))
                                .orElse(OptionalLong.empty()),
                        some(row, "price_percent").map(BigDecimal::new),
                        some(row, "last_year_price").map(BigDecimal::new)));
    }

    /**
     * Listing plans.
     *
     * @throws BadInput when the file is not what it was when it was checked
     */
    public static List<ListingPlan> listingPlans(Path folder) throws BadInput {
        return rows(
                folder,
                StaffFormats.listingPlans(),
                row -> new ListingPlan(row.get("period"), row.get("manager"), Integer.parseInt(row.get("brands"))));
    }

    /**
     * Guidance.
     *
     * @throws BadInput when the file is not what it was when it was checked
     */
    public static List<Guidance> guidance(Path folder) throws BadInput {
        return rows(
                folder,
                StaffFormats.guidance(),
                row -> new Guidance(
                        row.get("period"),
                        row.get("manager"),
                        Integer.parseInt(row.get("guided")),
                        Integer.parseInt(row.get("effective")),
                        some(row, "shops")
                                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                                .orElse(OptionalInt.empty()),
                        some(row, "coverage_target").map(BigDecimal::new),
                        some(row, "effective_target").map(BigDecimal::new)));
    }

    /**
     * Demand of months before the service.
     *
     * @throws BadInput when the file is not what it was when it was checked
     */
    public static List<EarlierDemand> earlierDemand(Path folder) throws BadInput {
        return rows(
                folder,
                StaffFormats.earlierDemand(),
                row -> new EarlierDemand(
                        row.get("period"), row.get("manager"), row.get("brand"), Long.parseLong(row.get("cartons"))));
    }

    private static <T> List<T> rows(Path folder, Format format, Function<Table.Entry, T> row) throws BadInput {
        return Table.read(folder.resolve(format.file()), format, ReadProgress.SILENT).entries().stream()
                .map(row)
                .toList();
    }

    private static Optional<String> some(Table.Entry row, String column) {
        return Optional.of(row.get(column)).filter(text -> !text.isEmpty());
    }
}
