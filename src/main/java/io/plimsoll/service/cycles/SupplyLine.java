package io.plimsoll.service.cycles;

import java.math.BigDecimal;

/**
 * The supply of a Sku in a cycle.
 *
 * @param status as the register has it, or as it was published
 * @param supply cartons to share; null: unlimited
 * @param forecast forecast demand in cartons; null: none (R6)
 * @param version for its ETag
 */
public record SupplyLine(
        String sku,
        String name,
        String brand,
        String tier,
        String status,
        Long supply,
        BigDecimal forecast,
        long version) {

    /** A decimal in its one canonical form, or null. */
    static String plain(BigDecimal number) {
        if (number == null) {
            return null;
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Where its form is. */
    public String address(String cycle) {
        return CycleView.address(cycle) + "/supply/" + CycleView.segment(sku);
    }
}
