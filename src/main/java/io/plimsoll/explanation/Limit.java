package io.plimsoll.explanation;

import io.plimsoll.run.Binding;
import java.util.Optional;

/** What a ceiling on a line limits. */
public enum Limit {
    /** All grants of the retailer in this cycle. */
    STANDING,
    /** What the retailer is granted in the period. */
    PERIOD,
    /** What the retailer has been granted in the period once this cycle is done. */
    PACE,
    /** This whole order; the retailer set it. */
    AT_MOST,
    /** Each line of the Sku in the retailer's group of peers. */
    SKU,
    /** All lines of the tier that are not OPEN. */
    TIER,
    /** What tight balance releases of the Sku. */
    TIGHT_BALANCE,
    /** What there is of the Sku. */
    SUPPLY,
    /** The share in a short Sku: a weight, no cartons. */
    SHARE;

    /** The limit that a binding says was reached; empty where nothing was cut. */
    static Optional<Limit> of(Binding binding) {
        return switch (binding) {
            case NONE -> Optional.empty();
            case INELIGIBLE, STANDING -> Optional.of(STANDING);
            case BLOCKED, SKU_CEILING -> Optional.of(SKU);
            case TIGHT_BALANCE -> Optional.of(TIGHT_BALANCE);
            case SUPPLY -> Optional.of(SUPPLY);
            case TIER_CEILING -> Optional.of(TIER);
            case AT_MOST -> Optional.of(AT_MOST);
            case PACING -> Optional.of(PACE);
            case AGREED_TOTAL -> Optional.of(PERIOD);
        };
    }
}
