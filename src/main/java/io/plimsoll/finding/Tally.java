package io.plimsoll.finding;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.finding.GrantsOnTrial.Stray;
import io.plimsoll.order.Orders;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;

/** The grants on trial, added up by retailer, by retailer and tier, and by Sku; grants without an order count too. */
final class Tally {

    private static final int TIERS = BrandTier.values().length;

    private final long[] ofRetailer;
    private final long[] ofTier;
    private final long[] ofSku;

    Tally(Cycle cycle, GrantsOnTrial grants) {
        Orders orders = cycle.orders();
        ofRetailer = new long[orders.retailers()];
        ofTier = new long[orders.retailers() * TIERS];
        ofSku = new long[cycle.skus().size()];
        for (int retailer = 0; retailer < orders.retailers(); retailer++) {
            for (int line = orders.firstLine()[retailer]; line < orders.firstLine()[retailer + 1]; line++) {
                add(cycle, retailer, orders.sku()[line], grants.granted()[line]);
            }
        }
        for (Stray stray : grants.strays()) {
            add(cycle, stray.retailerIndex(), stray.skuIndex(), stray.granted());
        }
    }

    private void add(Cycle cycle, int retailer, int sku, long cartons) {
        if (retailer >= 0) {
            ofRetailer[retailer] += cartons;
        }
        if (sku >= 0) {
            ofSku[sku] += cartons;
        }
        if (retailer >= 0 && sku >= 0) {
            Sku what = cycle.skus().get(sku);
            if (what.status() != SupplyStatus.OPEN) {
                ofTier[retailer * TIERS + what.tier().ordinal()] += cartons;
            }
        }
    }

    long ofRetailer(int retailer) {
        return ofRetailer[retailer];
    }

    /** Over the Skus of the tier that are not OPEN. */
    long ofTier(int retailer, BrandTier tier) {
        return ofTier[retailer * TIERS + tier.ordinal()];
    }

    long ofSku(int sku) {
        return ofSku[sku];
    }
}
