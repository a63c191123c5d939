package io.plimsoll.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What the folder of a cycle may hold beyond what decides its grants: the optional columns, and who submitted what and
 * when. Asked by the positions that the {@link io.plimsoll.cycle.Cycle} uses.
 *
 * @see "docs/files.md"
 */
public interface CycleDetails {

    /** What is known of a retailer. */
    OfRetailer retailer(int retailer);

    /** What is known of a Sku. */
    OfSku sku(int sku);

    /** How a retailer's order came in; empty for one without an order. */
    Optional<Submission> submission(int retailer);

    /**
     * Optional columns of {@code retailers.csv}; texts are blank where nothing is known.
     *
     * @param keyAccount whether the shop is on the register of key accounts (R29)
     */
    record OfRetailer(
            String name,
            String territory,
            Optional<Boolean> keyAccount,
            String phone,
            String account,
            Optional<LocalDate> licensedSince) {}

    /**
     * Optional columns of {@code skus.csv}.
     *
     * @param price a carton's, in the currency of the company
     * @param keyBrand whether the brand is on the key brand list
     */
    record OfSku(String name, Optional<BigDecimal> price, Optional<Boolean> keyBrand, Optional<LocalDate> firstSold) {}

    /** Who asks: the retailer himself, or somebody for him (R16). */
    enum Channel {
        SELF,
        ASSISTED
    }

    /**
     * A row of {@code submissions.csv}; what a retailer wants at most stands in the cycle's orders.
     *
     * @param actor who entered the order
     */
    record Submission(
            Channel channel, String actor, OffsetDateTime submittedAt, String device, String session, String address) {}
}
