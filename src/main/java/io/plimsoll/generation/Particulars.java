package io.plimsoll.generation;

import io.plimsoll.files.CycleDetails;
import io.plimsoll.generation.Draws.End;
import io.plimsoll.order.Orders;
import io.plimsoll.sku.BrandTier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the files of a cycle say beyond what decides its grants; drawn when it is asked for. */
final class Particulars implements CycleDetails {

    private static final double LICENSED_THIS_YEAR = 0.05;
    private static final int DAYS_OF_YEAR = 360;
    private static final int MOST_DAYS_LICENSED = 25 * 365;

    /** Prices of a carton by tier, dearest first: from, and how many steps above that at most. */
    private static final int[] PRICE_FROM = {400, 230, 130, 70, 30};

    private static final int[] PRICE_STEPS = {120, 30, 18, 10, 6};
    private static final int PRICE_STEP = 5;

    /** The key brand list has 20 names at most. */
    private static final int MOST_KEY_BRANDS = 20;

    private static final int EVERY_BRAND_THAT_IS_KEY = 3;

    private final CountyPlan plan;
    private final Register register;
    private final List<Item> items;
    private final Orders orders;
    private final Submissions submissions;

    Particulars(CountyPlan plan, Register register, List<Item> items, Orders orders, Week week) {
        this.plan = plan;
        this.register = register;
        this.items = items;
        this.orders = orders;
        submissions = new Submissions(plan, register, week);
    }

    @Override
    public OfRetailer retailer(int retailer) {
        Draws draws = Draws.of(plan.seed(), End.SHOP_NAME, retailer);
        int territory = register.shops().get(retailer).territory();
        int household = register.household(retailer);
        return new OfRetailer(
                Names.shop(draws),
                Names.territory(territory, register.isTown(territory)),
                Optional.of(register.isKeyAccount(retailer)),
                phone(household),
                String.format(Locale.ROOT, "A%07d", household + 1),
                Optional.of(licensedSince(draws)));
    }

    /** No number begins with three zeros. */
    private static String phone(int household) {
        return String.format(Locale.ROOT, "000-%04d-%04d", household / 10_000, household % 10_000);
    }

    private static LocalDate licensedSince(Draws draws) {
        boolean isNew = draws.happens(LICENSED_THIS_YEAR);
        int days = 1 + (isNew ? draws.below(DAYS_OF_YEAR) : DAYS_OF_YEAR + draws.below(MOST_DAYS_LICENSED));
        return Week.FIRST_MONDAY.minusDays(days);
    }

    @Override
    public OfSku sku(int sku) {
        Item item = items.get(sku);
        boolean isKeyBrand =
                item.brand() % EVERY_BRAND_THAT_IS_KEY == 0 && item.brand() / EVERY_BRAND_THAT_IS_KEY < MOST_KEY_BRANDS;
        return new OfSku(
                Names.item(item.brand(), item.ofBrand()),
                Optional.of(price(sku, item.tier())),
                Optional.of(isKeyBrand),
                Optional.of(item.firstSold()));
    }

    private BigDecimal price(int sku, BrandTier tier) {
        int steps = Draws.of(plan.seed(), End.PRICE, sku).below(PRICE_STEPS[tier.ordinal()]);
        return BigDecimal.valueOf(PRICE_FROM[tier.ordinal()] + (long) steps * PRICE_STEP);
    }

    @Override
    public Optional<Submission> submission(int retailer) {
        return orders.ordered(retailer) ? Optional.of(submissions.of(retailer)) : Optional.empty();
    }
}
