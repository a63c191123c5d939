package io.plimsoll.finding;

import io.plimsoll.allocation.PlainCeilings;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.order.Orders;
import io.plimsoll.sku.BrandTier;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** What retailers have by the grants as they stand, what limits that, and whether there is room for more. */
record PlainTotals(PlainCeilings ceilings, TamperedGrants grants) {

    long ofRetailer(int retailer) {
        return linesOf(retailer).mapToLong(grants::granted).sum();
    }

    /** Over the lines that the tier's ceiling covers. */
    long ofTier(int retailer, BrandTier tier) {
        return linesOf(retailer)
                .filter(line -> ceilings.countsTowardsTier(line) && tier(line) == tier)
                .mapToLong(grants::granted)
                .sum();
    }

    BrandTier tier(int line) {
        return ceilings.skuOf(line).tier();
    }

    /** max(0, P - G). */
    long byPeriod(int retailer) {
        return Math.max(
                0,
                ceilings.periodCeiling(retailer)
                        - cycle().retailers().get(retailer).grantedInPeriod());
    }

    /** max(0, paced - G), where that is less than the period leaves. */
    OptionalLong byPace(int retailer) {
        long byPace = ceilings.pacedHeadroom(retailer);
        return byPace < byPeriod(retailer) ? OptionalLong.of(byPace) : OptionalLong.empty();
    }

    OptionalLong atMost(int retailer) {
        int atMost = cycle().orders().atMost()[retailer];
        return atMost == Orders.NO_LIMIT ? OptionalLong.empty() : OptionalLong.of(atMost);
    }

    OptionalLong supply(int sku) {
        return cycle().skus().get(sku).supply();
    }

    /** What tight balance releases, where that is less than there is. */
    OptionalLong heldBack(int sku) {
        long released = ceilings.released(sku);
        return released < supply(sku).orElse(PlainCeilings.UNLIMITED)
                ? OptionalLong.of(released)
                : OptionalLong.empty();
    }

    /** Whether one carton more on a line would break nothing but perhaps the supply. */
    boolean hasRoom(int line) {
        int retailer = ceilings.retailerOf(line);
        return grants.granted(line) < ceilings.mostOf(line)
                && ofRetailer(retailer) < ceilings.headroom(retailer)
                && (!ceilings.countsTowardsTier(line)
                        || ofTier(retailer, tier(line)) < ceilings.tierCeiling(retailer, tier(line)));
    }

    private Cycle cycle() {
        return grants.cycle();
    }

    private IntStream linesOf(int retailer) {
        return IntStream.range(ceilings.firstLine(retailer), ceilings.firstLine(retailer + 1));
    }
}
