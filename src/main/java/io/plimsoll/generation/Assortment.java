package io.plimsoll.generation;

import io.plimsoll.generation.Draws.End;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.SupplyStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The Skus of a county. */
final class Assortment {

    private static final double SCARCE = 0.12;
    private static final double OPEN = 0.2;

    private static final int FEWEST_OF_BRAND = 2;
    private static final int MOST_OF_BRAND = 10;

    private static final double SIGMA_OF_APPEAL = 1;
    private static final double APPEAL_OF_SCARCE = 0.6;

    private final CountyPlan plan;
    private final int[] brand;
    private final int[] numberInBrand;
    private final BrandTier[] tier;
    private final double[] appeal;
    private final SupplyStatus[] status;
    private final boolean[] isShort;

    private Assortment(CountyPlan plan) {
        this.plan = plan;
        int skus = plan.skus();
        brand = new int[skus];
        numberInBrand = new int[skus];
        tier = new BrandTier[skus];
        appeal = new double[skus];
        status = new SupplyStatus[skus];
        isShort = new boolean[skus];
    }

    /** Draws the Skus, sorted by key. */
    static List<Item> draw(CountyPlan plan) {
        Assortment assortment = new Assortment(plan);
        assortment.drawBrandsAndTiers();
        assortment.drawStatus();
        assortment.drawWhatIsShort();
        return assortment.items();
    }

    private void drawBrandsAndTiers() {
        int sku = 0;
        for (int b = 0; sku < plan.skus(); b++) {
            Draws draws = Draws.of(plan.seed(), End.BRAND, b, 0);
            int size = FEWEST_OF_BRAND + draws.below(MOST_OF_BRAND - FEWEST_OF_BRAND + 1);
            int home = draws.below(BrandTier.values().length);
            for (int i = 0; i < size && sku < plan.skus(); i++) {
                int step = draws.below(4) == 0 ? draws.below(3) - 1 : 0;
                brand[sku] = b;
                numberInBrand[sku] = i + 1;
                tier[sku] = BrandTier.values()[Math.min(Math.max(0, home + step), BrandTier.values().length - 1)];
                appeal[sku] = SIGMA_OF_APPEAL * draws.normal();
                sku++;
            }
        }
    }

    /** The dear ones tend to be scarce, the best sellers among the rest open. */
    private void drawStatus() {
        int skus = plan.skus();
        Arrays.fill(status, SupplyStatus.NORMAL);
        int[] dearFirst = sorted(sku -> tier[sku].ordinal() + 1.5 * draws(sku).normal());
        int scarce = (int) Math.round(SCARCE * skus);
        for (int i = 0; i < scarce; i++) {
            status[dearFirst[i]] = SupplyStatus.SCARCE;
            appeal[dearFirst[i]] += APPEAL_OF_SCARCE;
        }
        int[] bestFirst = sorted(sku -> -appeal[sku] + draws(sku).normal());
        int open = (int) Math.round(OPEN * skus);
        for (int i = 0; i < skus && open > 0; i++) {
            if (status[bestFirst[i]] == SupplyStatus.NORMAL) {
                status[bestFirst[i]] = SupplyStatus.OPEN;
                open--;
            }
        }
    }

    /** First what is scarce, then normal ones, at last even open ones. */
    private void drawWhatIsShort() {
        int[] shortFirst = sorted(sku -> status[sku].ordinal() + draws(sku).unit());
        long count = (plan.shortPercent() * (long) plan.skus() + 99) / 100;
        for (int i = 0; i < count; i++) {
            isShort[shortFirst[i]] = true;
        }
    }

    private Draws draws(int sku) {
        return Draws.of(plan.seed(), End.SKU, sku, 0);
    }

    private int[] sorted(IntToDoubleFunction by) {
        double[] keys = IntStream.range(0, plan.skus()).mapToDouble(by).toArray();
        return IntStream.range(0, plan.skus())
                .boxed()
                .sorted((a, b) -> Double.compare(keys[a], keys[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (int sku = 0; sku < plan.skus(); sku++) {
            Draws draws = Draws.of(plan.seed(), End.SUPPLY, sku, 0);
            double supplied = isShort[sku] ? draws.between(0.5, 0.75) : draws.between(1.1, 1.5);
            String key = String.format(Locale.ROOT, "B%04d-%02d", brand[sku] + 1, numberInBrand[sku]);
            items.add(new Item(key, brand[sku], tier[sku], status[sku], appeal[sku], supplied));
        }
        return items;
    }
}
