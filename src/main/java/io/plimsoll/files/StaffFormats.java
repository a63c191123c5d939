package io.plimsoll.files;

import static io.plimsoll.files.Column.of;
import static io.plimsoll.files.Column.optional;
import static io.plimsoll.files.Kinds.MOST_CARTONS;
import static io.plimsoll.files.Kinds.MOST_SUPPLY;
import static io.plimsoll.files.Kinds.decimal;
import static io.plimsoll.files.Kinds.key;
import static io.plimsoll.files.Kinds.whole;

import java.util.List;

/**
 * Tables that are for staff alone and of no cycle: none has a column for a retailer or a Sku, so that nothing in them can be
 * pushed on anybody (R4, R28, R32).
 *
 * @see "docs/files.md"
 */
final class StaffFormats {

    static final String COMPANY_TARGETS = "company_targets.csv";
    static final String LISTING_PLANS = "listing_plans.csv";
    static final String GUIDANCE = "guidance.csv";
    static final String EARLIER_DEMAND = "earlier_demand.csv";

    /** All of them. */
    static final List<String> FILES = List.of(COMPANY_TARGETS, LISTING_PLANS, GUIDANCE, EARLIER_DEMAND);

    private static final int MOST_PERCENT = 100;
    private static final int MOST_OF_LAST_YEAR = 999;
    private static final int MOST_BRANDS = 1_000;

    private StaffFormats() {}

    /** What the company means to sell in a month, and at what price against last year (R28). */
    static Format companyTargets() {
        return Format.of(
                COMPANY_TARGETS,
                1,
                of("period", Kinds.month()),
                of("volume", whole(0, MOST_SUPPLY).orBlank()),
                of("price_percent", decimal(0, MOST_OF_LAST_YEAR).orBlank()),
                optional("last_year_price", decimal(0, MOST_CARTONS).orBlank()));
    }

    /** How many brands shops are to have on the shelf: counts, never quantities (R32). */
    static Format listingPlans() {
        return Format.of(
                LISTING_PLANS,
                2,
                of("period", Kinds.month()),
                of("manager", key()),
                of("brands", whole(1, MOST_BRANDS)));
    }

    /** How many shops were given guidance, and how many of them it helped (R33). */
    static Format guidance() {
        return Format.of(
                GUIDANCE,
                2,
                of("period", Kinds.month()),
                of("manager", key()),
                of("guided", whole(0, MOST_CARTONS)),
                of("effective", whole(0, MOST_CARTONS)),
                optional("shops", whole(1, MOST_CARTONS).orBlank()),
                optional("coverage_target", decimal(0, MOST_PERCENT).orBlank()),
                optional("effective_target", decimal(0, MOST_PERCENT).orBlank()));
    }

    /** What was reported in months before the service, per brand for all shops of a customer manager together (R27). */
    static Format earlierDemand() {
        return Format.of(
                EARLIER_DEMAND,
                3,
                of("period", Kinds.month()),
                of("manager", key()),
                of("brand", key()),
                of("cartons", whole(1, MOST_SUPPLY)));
    }
}
