package io.plimsoll.service.quotas;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.quota.BalanceShop;
import io.plimsoll.quota.FitBand;
import io.plimsoll.quota.TotalFloat;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.cycles.CycleView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A shop with all that a change of its total rests on.
 *
 * @param total T in force from where a change would hold, in cartons: neither an order nor a target
 * @param isClassDefault whether none was ever approved, so that the default of the class holds (R1)
 * @param demand cartons a month over three months (R12); null where that is not known
 * @param floatPercent how far the ceiling lies above T (R2)
 * @param granted cartons that are granted in the month in which a change would take effect, or still may be before it does (R7)
 * @param changesLater whether another total is approved for it from later on
 * @param isCheckedOfLate whether its stock was checked, or it complained, of late (R26)
 */
record QuotaShop(
        @Schema(examples = "L620119") String licence,
        @Schema(examples = "Corner shop", nullable = true) String name,
        @Schema(examples = "M07") String manager,
        @Schema(examples = "T3", nullable = true) String territory,
        SizeClass sizeClass,
        MarketType marketType,
        @Schema(examples = "1") int orderInterval,
        RetailerStatus status,
        boolean keyAccount,
        @Schema(examples = "120") int total,
        boolean isClassDefault,
        @Schema(examples = "150", nullable = true) Long demand,
        @Schema(examples = "8") BigDecimal floatPercent,
        @Schema(examples = "40") long granted,
        boolean changesLater,
        boolean isCheckedOfLate) {

    private static final int FIT_DIGITS = 2;

    /** Of any total of this shop, in cartons (R2). */
    public long ceiling(int ofTotal) {
        return new TotalFloat(floatPercent).ceiling(ofTotal);
    }

    /** The smallest total under whose ceiling lies all that is granted (R7); no minimum of orders. */
    int leastTotal() {
        return granted > ceiling(total) ? total : new TotalFloat(floatPercent).leastTotal(granted);
    }

    /** How a total fits the demand (R12), in hundredths exactly to the digit; null where the demand is not known or none. */
    public BigDecimal fit(int ofTotal) {
        return demand == null || demand == 0
                ? null
                : BigDecimal.valueOf(ofTotal).divide(BigDecimal.valueOf(demand), FIT_DIGITS, RoundingMode.HALF_UP);
    }

    /** By how many cartons a total lies outside of the band; 0 where the demand is not known. */
    long outside(int ofTotal, FitBand band) {
        return demand == null ? 0 : band.outside(ofTotal, demand);
    }

    /** Whether a re-balancing may be computed over it. */
    @JsonIgnore
    boolean isToBalance() {
        return status == RetailerStatus.ACTIVE && demand != null && !changesLater;
    }

    BalanceShop forBalance() {
        return new BalanceShop(
                licence, new PeerGroup(sizeClass, marketType, orderInterval), total, demand, leastTotal(), true);
    }

    /** Where its page is. */
    public String address() {
        return "/retailers/" + CycleView.segment(licence);
    }
}
