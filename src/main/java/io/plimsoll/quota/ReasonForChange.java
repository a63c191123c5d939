package io.plimsoll.quota;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why an agreed total may be changed: the catalogue. It holds no sanction, for a smaller total is no punishment (R26), and
 * nothing that a shop failed to order, for ordering less costs it nothing (R3).
 */
public enum ReasonForChange {
    /** The total lies far from what the shop has asked for in three months (R12). */
    DEMAND,
    /** Nothing was left at the end of the month (R8). */
    MONTH_END,
    /** More at one time of the year than at another. */
    SEASON,
    /** The shop, or what it may sell, has become larger or smaller. */
    PREMISES,
    /** What happens around the shop: a new quarter, a road that is closed. */
    SURROUNDINGS,
    /** The retailer himself asked for it. */
    RETAILER_ASKED;

    /** The reason of a code; nothing where the catalogue has none such. */
    public static Optional<ReasonForChange> of(String code) {
        return Arrays.stream(values()).filter(each -> each.name().equals(code)).findFirst();
    }
}
