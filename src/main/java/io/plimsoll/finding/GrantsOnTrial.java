package io.plimsoll.finding;

import java.util.List;

/**
 * Grants that somebody recorded, against the lines of a cycle, before anything is found in them. The arrays are shared,
 * not copied: whoever holds them must not write to them.
 *
 * @param granted cartons by order line, numbered as in the cycle's orders; 0 where nothing was recorded
 * @param recordedDemand cartons that were recorded as the demand of each order line, or {@link #NOT_STATED}
 * @param strays what was granted without an order line, sorted by retailer
 */
public record GrantsOnTrial(int[] granted, int[] recordedDemand, List<Stray> strays) {

    /** The record doesn't say what the demand was. */
    public static final int NOT_STATED = -1;

    /** The register has no such name. */
    public static final int UNKNOWN = -1;

    /**
     * A grant for which there is no line in any order.
     *
     * @param retailer as recorded, which may be nobody
     * @param sku as recorded
     * @param retailerIndex index of the retailer in the cycle, or {@link #UNKNOWN}
     * @param skuIndex index of the Sku in the cycle, or {@link #UNKNOWN}
     * @param granted cartons, at least 1
     */
    public record Stray(String retailer, String sku, int retailerIndex, int skuIndex, long granted) {}

    public GrantsOnTrial {
        if (granted.length != recordedDemand.length) {
            throw new IllegalArgumentException("columns of unequal length");
        }
        strays = List.copyOf(strays);
    }
}
