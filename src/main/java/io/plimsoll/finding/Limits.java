package io.plimsoll.finding;

import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.sku.BrandTier;

/**
 * The class ceilings and weights as they meet each retailer. Equals must have equal ones (R11): the judge compares what
 * this answers for each of them, and does not take it for granted.
 */
interface Limits {

    /** The most of a Sku on a retailer's line (u), or {@link Ceilings#NONE}. */
    long sku(int retailer, int sku);

    /** The most of a tier (C), or {@link Ceilings#NONE}. */
    long tier(int retailer, BrandTier tier);

    /** The share in a short Sku (w). */
    int weight(int retailer);

    /** The limits that the rules set. */
    static Limits of(Cycle cycle, Ceilings ceilings) {
        int[] peers = cycle.retailers().stream()
                .mapToInt(retailer -> retailer.peers().index())
                .toArray();
        return new Limits() {
            @Override
            public long sku(int retailer, int sku) {
                return ceilings.sku(peers[retailer], sku);
            }

            @Override
            public long tier(int retailer, BrandTier tier) {
                return ceilings.tier(peers[retailer], tier);
            }

            @Override
            public int weight(int retailer) {
                return ceilings.weight(peers[retailer]);
            }
        };
    }
}
