package io.plimsoll.service.master;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.policy.ClassCutoffs;
import io.plimsoll.policy.MonthVolume;
import io.plimsoll.policy.SizeClassEvidence;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The class that a shop is to have in a month, and why.
 *
 * @param before the class that it has
 * @param after the class that follows
 * @param figures cartons of the months that count
 * @param cutoffs of its market type, LARGE first
 * @param mean cartons a month; null where no month counts
 */
record ClassedShop(
        String licence,
        String name,
        MarketType marketType,
        SizeClass before,
        SizeClass after,
        SizeClasses.Basis basis,
        List<MonthVolume> figures,
        SortedMap<SizeClass, BigDecimal> cutoffs,
        BigDecimal mean) {

    static ClassedShop of(
            RegisteredRetailer shop, String period, List<MonthVolume> figures, ClassCutoffs cutoffs, String policy) {
        Optional<SizeClassEvidence> evidence =
                SizeClassEvidence.of(period, shop.marketType(), figures, cutoffs, policy);
        SortedMap<SizeClass, BigDecimal> own = cutoffs.of(shop.marketType());
        return new ClassedShop(
                shop.licence(),
                shop.name(),
                shop.marketType(),
                shop.sizeClass(),
                evidence.map(SizeClassEvidence::sizeClass).orElse(shop.sizeClass()),
                basis(evidence.isPresent(), own.isEmpty()),
                figures,
                own,
                evidence.map(SizeClassEvidence::meanVolume).orElse(null));
    }

    private static SizeClasses.Basis basis(boolean isComputed, boolean withoutCutoffs) {
        if (isComputed) {
            return SizeClasses.Basis.COMPUTED;
        }
        return withoutCutoffs ? SizeClasses.Basis.NOT_CLASSIFIED : SizeClasses.Basis.NO_VOLUME;
    }

    @JsonIgnore
    public boolean isChanged() {
        return before != after;
    }

    /** Where its page is. */
    @JsonIgnore
    public String address() {
        return Addresses.retailer(licence);
    }
}
