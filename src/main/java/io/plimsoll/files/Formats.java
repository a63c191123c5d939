package io.plimsoll.files;

import static io.plimsoll.files.Column.of;
import static io.plimsoll.files.Column.optional;
import static io.plimsoll.files.Kinds.MOST_CARTONS;
import static io.plimsoll.files.Kinds.MOST_SUPPLY;
import static io.plimsoll.files.Kinds.date;
import static io.plimsoll.files.Kinds.decimal;
import static io.plimsoll.files.Kinds.decimalAbove;
import static io.plimsoll.files.Kinds.key;
import static io.plimsoll.files.Kinds.known;
import static io.plimsoll.files.Kinds.oneOf;
import static io.plimsoll.files.Kinds.someText;
import static io.plimsoll.files.Kinds.text;
import static io.plimsoll.files.Kinds.whole;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.SupplyStatus;
import java.util.List;
import java.util.function.Predicate;

/**
 * Every file of a cycle, its columns and what they hold. Where a value must be a name in another file, that register is
 * handed in.
 *
 * @see "docs/files.md"
 */
final class Formats {

    static final String CYCLE = "cycle.csv";
    static final String RETAILERS = "retailers.csv";
    static final String SKUS = "skus.csv";
    static final String ORDERS = "orders.csv";

    /** What there is to share in a cycle that is planned already; in no cycle folder. */
    static final String SUPPLY = "supply.csv";

    static final String CAME_BACK = "came_back.csv";
    static final String EARLIER_MONTHS = "earlier_months.csv";

    static final String SUBMISSIONS = "submissions.csv";
    static final String POLICY = "policy/";
    static final String POLICY_NAME = POLICY + "policy.csv";
    static final String FLOATS = POLICY + "floats.csv";
    static final String TIER_CEILINGS = POLICY + "tier_ceilings.csv";
    static final String SKU_CEILINGS = POLICY + "sku_ceilings.csv";
    static final String WEIGHTS = POLICY + "weights.csv";
    static final String BALANCE = POLICY + "balance.csv";
    static final String PACING = POLICY + "pacing.csv";
    static final String ALERTS = POLICY + "alerts.csv";
    static final String CLASS_CUTOFFS = POLICY + "class_cutoffs.csv";
    static final String CLASS_TOTALS = POLICY + "class_totals.csv";
    static final String CALENDAR = POLICY + "calendar.csv";
    static final String LAUNCHES = POLICY + "launches.csv";
    static final String UNSOLD_SKUS = POLICY + "unsold_skus.csv";

    /** The tables that every policy's digest is made of, in its order. */
    static final List<String> POLICY_TABLES =
            List.of(FLOATS, TIER_CEILINGS, SKU_CEILINGS, WEIGHTS, BALANCE, PACING, ALERTS);

    /** Tables that count in a policy's digest behind those, where they have rows: older policies keep their digests. */
    static final List<String> ADDED_POLICY_TABLES = List.of(CLASS_CUTOFFS, CLASS_TOTALS, CALENDAR, LAUNCHES);

    /** Highest rank; gaps are allowed, so it has nothing to do with the number of lines. */
    static final int MOST_RANK = 1_000_000_000;

    /** Most cartons that a recorded grant may name; more than could be lawful, since it is evidence. */
    static final int MOST_GRANTED = 1_000_000_000;

    private static final int MOST_CYCLES = 1_000_000;
    private static final int MOST_WEIGHT = 500;
    private static final int MOST_PERCENT = 100;
    private static final int MOST_BURST = 1_000_000;

    private Formats() {}

    static Format cycle() {
        return Format.of(
                CYCLE,
                0,
                of("cycle", key()),
                of("seed", someText()),
                of("period", key()),
                of("number", whole(1, MOST_CYCLES)),
                of("of", whole(1, MOST_CYCLES)));
    }

    /** The register of retailers; {@code sizeClass} is a class that the policy serves. */
    static Format retailers(Kind sizeClass) {
        return retailers(sizeClass, whole(0, MOST_CARTONS));
    }

    /** The same apart from any cycle: where the total is blank, nothing is said of it, since none was agreed (R1). */
    static Format registeredRetailers(Kind sizeClass) {
        return retailers(sizeClass, whole(0, MOST_CARTONS).orBlank());
    }

    private static Format retailers(Kind sizeClass, Kind total) {
        return Format.of(
                RETAILERS,
                1,
                of("retailer", key()),
                of("manager", key()),
                of("size_class", sizeClass),
                of("market_type", oneOf(MarketType.values())),
                of("status", oneOf(RetailerStatus.values())),
                of("agreed_total", total),
                of("granted_in_period", whole(0, MOST_CARTONS)),
                of("interval", whole(1, PeerGroup.MAX_INTERVAL)),
                optional("name", text()),
                optional("territory", text()),
                optional("key_account", Kinds.trueOrFalse().orBlank()),
                optional("phone", text()),
                optional("account", text()),
                optional("licensed_since", date().orBlank()));
    }

    static Format skus() {
        return Format.of(
                SKUS,
                1,
                of("sku", key()),
                of("brand", key()),
                of("tier", oneOf(BrandTier.values())),
                of("status", oneOf(SupplyStatus.values())),
                of("supply", whole(0, MOST_SUPPLY).orBlank()),
                of("forecast", decimal(0, MOST_SUPPLY).orBlank()),
                optional("name", text()),
                optional("price", decimal(0, MOST_SUPPLY).orBlank()),
                optional("key_brand", text()),
                optional("first_sold", date().orBlank()));
    }

    /** What came back of a cycle that is named elsewhere. */
    static Format cameBack() {
        return Format.of(
                CAME_BACK,
                3,
                of("retailer", key()),
                of("sku", key()),
                of("kind", oneOf(List.of("RETURNED", "PAYMENT_FAILED"))),
                of("cartons", whole(1, MOST_CARTONS)));
    }

    /** What shops that are registered asked for and were granted in months before the service. */
    static Format earlierMonths(Predicate<String> retailers) {
        return Format.of(
                EARLIER_MONTHS,
                2,
                of("retailer", retailer(retailers)),
                of("period", key()),
                of("demand", whole(0, MOST_CARTONS)),
                of("granted", whole(0, MOST_CARTONS)),
                of("ceiling", whole(0, MOST_CARTONS).orBlank()));
    }

    /** Supply alone; {@code sku} is one that is registered. */
    static Format supply(Predicate<String> skus) {
        return Format.of(
                SUPPLY,
                1,
                of("sku", sku(skus)),
                of("supply", whole(0, MOST_SUPPLY).orBlank()),
                of("forecast", decimal(0, MOST_SUPPLY).orBlank()));
    }

    static Format orders(Predicate<String> retailers, Predicate<String> skus) {
        return Format.of(
                ORDERS,
                2,
                of("retailer", retailer(retailers)),
                of("rank", whole(1, MOST_RANK)),
                of("sku", sku(skus)),
                of("demand", whole(0, MOST_CARTONS)));
    }

    static Format submissions(Predicate<String> retailers) {
        return Format.of(
                SUBMISSIONS,
                1,
                of("retailer", retailer(retailers)),
                of("channel", oneOf(List.of("SELF", "ASSISTED"))),
                of("actor", key()),
                of("submitted_at", Kinds.moment()),
                optional("device", text()),
                optional("session", text()),
                optional("address", text()),
                optional("at_most", whole(0, MOST_CARTONS).orBlank()));
    }

    static Format policyName() {
        return Format.of(POLICY_NAME, 0, of("name", key().orBlank()));
    }

    static Format floats(Kind sizeClass) {
        return Format.of(FLOATS, 1, of("size_class", sizeClass), of("percent", decimal(0, MOST_PERCENT)));
    }

    static Format weights(Kind sizeClass) {
        return Format.of(WEIGHTS, 1, of("size_class", sizeClass), of("weight", whole(1, MOST_WEIGHT)));
    }

    static Format tierCeilings(Kind sizeClass, Kind marketType) {
        return Format.of(
                TIER_CEILINGS,
                3,
                of("size_class", sizeClass),
                of("market_type", marketType),
                of("tier", oneOf(BrandTier.values())),
                of("ceiling", decimal(0, MOST_SUPPLY).orBlank()));
    }

    static Format skuCeilings(Kind sizeClass, Kind marketType, Kind sku) {
        return Format.of(
                SKU_CEILINGS,
                3,
                of("size_class", sizeClass),
                of("market_type", marketType),
                of("sku", sku),
                of("ceiling", decimal(0, MOST_SUPPLY).orBlank()));
    }

    static Format balance() {
        return Format.of(
                BALANCE,
                1,
                of("tier", oneOf(List.of(BrandTier.TIER_4.name(), BrandTier.TIER_5.name()))),
                of("rho", decimalAbove(0, 1)));
    }

    static Format pacing() {
        return Format.of(
                PACING,
                0,
                of("burst", decimal(0, MOST_BURST)),
                of("reserve", decimal(0, 1)),
                of("exempt", whole(0, MOST_CARTONS)));
    }

    static Format alerts() {
        return Format.of(
                ALERTS,
                2,
                of("code", Kinds.ruleId()),
                of("parameter", Formats::parameter),
                of("value", decimal(0, MOST_SUPPLY)));
    }

    /** From what volume on a shop is LARGE or MEDIUM; below that it is SMALL. */
    static Format classCutoffs(Kind marketType) {
        return Format.of(
                CLASS_CUTOFFS,
                2,
                of("market_type", marketType),
                of("size_class", oneOf(List.of(SizeClass.LARGE.name(), SizeClass.MEDIUM.name()))),
                of("from_volume", decimal(0, MOST_SUPPLY)));
    }

    static Format classTotals(Kind sizeClass, Kind marketType) {
        return Format.of(
                CLASS_TOTALS,
                2,
                of("size_class", sizeClass),
                of("market_type", marketType),
                of("total", whole(0, MOST_CARTONS)));
    }

    static Format calendar() {
        return Format.of(
                CALENDAR,
                1,
                of("day", date()),
                of("business", Kinds.trueOrFalse()),
                optional("holiday", key().orBlank()));
    }

    static Format launches(Kind sku) {
        return Format.of(LAUNCHES, 1, of("sku", sku), of("launched_on", date()));
    }

    /** Skus that the policy names although the cycle does not sell them. */
    static Format unsoldSkus(Kind sku) {
        return Format.of(UNSOLD_SKUS, 1, of("sku", sku));
    }

    /** What an auditor is given: the grants of a cycle, our own or another's. */
    static Format grants(String file) {
        return Format.of(
                file,
                2,
                of("retailer", key()),
                optional("rank", whole(1, MOST_RANK).orBlank()),
                of("sku", key()),
                optional("demand", whole(0, MOST_GRANTED).orBlank()),
                of("granted", whole(0, MOST_GRANTED)),
                optional("binding", key().orBlank()));
    }

    private static Kind retailer(Predicate<String> retailers) {
        return known(retailers, "EXPECTED_KNOWN_RETAILER");
    }

    private static Kind sku(Predicate<String> skus) {
        return known(skus, "EXPECTED_KNOWN_SKU");
    }

    private static String parameter(String text) throws Refused {
        String name = Kinds.checkedKey(text);
        if (Forbidden.parameter(name).isPresent()) {
            throw new Refused("EXPECTED_NO_MINIMUM");
        }
        return name;
    }
}
