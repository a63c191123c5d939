package io.plimsoll.finding;

import java.util.List;

/**
 * Grants to be judged, our own or another's, as they meet the orders of the cycle.
 *
 * @param granted cartons by order line; 0 where the grants hold no row for it
 * @param recordedDemand the demand that the grants state by order line, {@link #NOT_STATED} where they state none; empty
 *     where they state none at all
 * @param strays grants for which there is no order line
 */
public record GrantsOnTrial(int[] granted, int[] recordedDemand, List<Stray> strays) {

    /** The grants say nothing of the demand on this line. */
    public static final int NOT_STATED = -1;

    /** The register has no such name. */
    public static final int UNKNOWN = -1;

    /**
     * A grant, or a stated demand, of more than nothing without an order line.
     *
     * @param retailer key as the grants give it
     * @param sku key as the grants give it
     * @param retailerIndex position in the cycle, or {@link #UNKNOWN}
     * @param skuIndex position in the cycle, or {@link #UNKNOWN}
     * @param granted cartons
     * @param recordedDemand the demand that the grants state, or {@link #NOT_STATED}
     */
    public record Stray(
            String retailer, String sku, int retailerIndex, int skuIndex, long granted, int recordedDemand) {

        /** A grant beside which no demand is stated. */
        public Stray(String retailer, String sku, int retailerIndex, int skuIndex, long granted) {
            this(retailer, sku, retailerIndex, skuIndex, granted, NOT_STATED);
        }

        boolean known() {
            return retailerIndex != UNKNOWN && skuIndex != UNKNOWN;
        }
    }

    public GrantsOnTrial {
        strays = List.copyOf(strays);
    }

    /** The outcome of our own allocation: nothing but order lines, demand taken from the orders. */
    public static GrantsOnTrial own(int[] granted) {
        return new GrantsOnTrial(granted, new int[0], List.of());
    }
}
