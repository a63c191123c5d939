package io.plimsoll.generation;

import io.plimsoll.generation.Draws.End;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.SupplyStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The Skus of a county. Brands hold two to ten of them, around a home tier. The dear ones tend to be scarce, the best
 * sellers among the others open. What runs short is what is scarce, and then what sells well.
 */
final class Assortment {

    private static final double SCARCE = 0.12;
    private static final double OPEN = 0.2;
    private static final double UNLIMITED_OF_OPEN = 0.6;

    private static final int FEWEST_OF_BRAND = 2;
    private static final int MOST_OF_BRAND = 10;

    /** Shares of brands whose home is this tier or a dearer one. */
    private static final double[] HOME_UP_TO = {0.2, 0.4, 0.7, 0.88, 1};

    private static final double AWAY_FROM_HOME = 0.4;

    /** With it the best tenth of the Skus makes about a quarter of the demand. */
    private static final double SIGMA_OF_APPEAL = 1;

    /** Scarce is what many want. */
    private static final double LEAST_APPEAL_OF_SCARCE = 0.5;

    /** More than lots can differ by. */
    private static final double STATUS_FIRST = 100;

    private static final double NEW = 0.04;
    private static final int WEEKS_THAT_ARE_NEW = 8;
    private static final int LEAST_WEEKS_SOLD = 52;
    private static final int MORE_WEEKS_SOLD = 14 * 52;

    /** Hardly anybody asks for a new Sku yet. */
    private static final double NEW_LAST = 10;

    /** What is drawn of a Sku, before it is known how it stands against the others. */
    private record Lot(
            int brand,
            int ofBrand,
            BrandTier tier,
            double appeal,
            double scarcity,
            double openness,
            double shortness,
            boolean isUnlimited,
            LocalDate firstSold) {}

    private final CountyPlan plan;
    private final List<Lot> lots = new ArrayList<>();

    private Assortment(CountyPlan plan) {
        this.plan = plan;
    }

    /** Draws the Skus; they are sorted by key. */
    static List<Item> draw(CountyPlan plan) {
        Assortment assortment = new Assortment(plan);
        assortment.drawLots();
        return assortment.items();
    }

    private void drawLots() {
        for (int brand = 0; lots.size() < plan.skus(); brand++) {
            Draws draws = Draws.of(plan.seed(), End.BRAND, brand);
            int size = FEWEST_OF_BRAND + draws.below(MOST_OF_BRAND - FEWEST_OF_BRAND + 1);
            double which = draws.unit();
            int home = (int)
                    Arrays.stream(HOME_UP_TO).filter(upTo -> upTo <= which).count();
            for (int ofBrand = 0; ofBrand < size && lots.size() < plan.skus(); ofBrand++) {
                lots.add(lot(brand, ofBrand, home));
            }
        }
    }

    private Lot lot(int brand, int ofBrand, int home) {
        Draws draws = Draws.of(plan.seed(), End.SKU, lots.size());
        int step = draws.happens(AWAY_FROM_HOME) ? 1 - 2 * draws.below(2) : 0;
        int tier = Math.min(Math.max(0, home + step), BrandTier.values().length - 1);
        double appeal = SIGMA_OF_APPEAL * draws.normal();
        boolean isNew = draws.happens(NEW);
        return new Lot(
                brand,
                ofBrand,
                BrandTier.values()[tier],
                appeal,
                1.5 * draws.normal() - tier,
                appeal + draws.normal(),
                appeal + 0.5 * draws.normal() - (isNew ? NEW_LAST : 0),
                draws.happens(UNLIMITED_OF_OPEN),
                Week.FIRST_MONDAY.minusWeeks(weeksSold(isNew, draws)));
    }

    private static int weeksSold(boolean isNew, Draws draws) {
        return isNew ? draws.below(WEEKS_THAT_ARE_NEW) : LEAST_WEEKS_SOLD + draws.below(MORE_WEEKS_SOLD);
    }

    private List<Item> items() {
        boolean[] scarce = first((int) Math.round(SCARCE * lots.size()), lot -> -lots.get(lot).scarcity, lot -> true);
        boolean[] open =
                first((int) Math.round(OPEN * lots.size()), lot -> -lots.get(lot).openness, lot -> !scarce[lot]);
        SupplyStatus[] status = new SupplyStatus[lots.size()];
        Arrays.setAll(
                status, lot -> scarce[lot] ? SupplyStatus.SCARCE : open[lot] ? SupplyStatus.OPEN : SupplyStatus.NORMAL);
        int count = (int) Math.ceil(plan.shortPercent() * lots.size() / 100.0);
        boolean[] isShort =
                first(count, lot -> STATUS_FIRST * status[lot].ordinal() - lots.get(lot).shortness, lot -> true);
        return IntStream.range(0, lots.size())
                .mapToObj(lot -> item(lots.get(lot), status[lot], isShort[lot]))
                .toList();
    }

    private static Item item(Lot lot, SupplyStatus status, boolean isShort) {
        boolean isScarce = status == SupplyStatus.SCARCE;
        return new Item(
                String.format(Locale.ROOT, "B%04d-%02d", lot.brand + 1, lot.ofBrand + 1),
                lot.brand,
                lot.ofBrand,
                lot.tier,
                status,
                isScarce ? LEAST_APPEAL_OF_SCARCE + Math.max(0, lot.appeal) : lot.appeal,
                isShort,
                status == SupplyStatus.OPEN && !isShort && lot.isUnlimited,
                lot.firstSold);
    }

    /** Marks the first so many of those that may be. */
    private boolean[] first(int count, IntToDoubleFunction by, IntPredicate mayBe) {
        boolean[] marked = new boolean[lots.size()];
        IntStream.range(0, lots.size())
                .filter(mayBe)
                .boxed()
                .sorted(Comparator.comparingDouble(by::applyAsDouble))
                .limit(count)
                .forEach(lot -> marked[lot] = true);
        return marked;
    }
}
