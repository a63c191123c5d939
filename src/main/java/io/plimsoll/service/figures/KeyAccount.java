package io.plimsoll.service.figures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A key account in its five dimensions (R29); those of twelve months but for the sales.
 *
 * @param registered whether the register says that it is one; null where nobody has said
 * @param large whether it is one by its volume
 */
@Schema(name = "KeyAccount")
public record KeyAccount(
        @Schema(examples = "L620119") String licence,
        @Schema(examples = "Harbour store", nullable = true) String name,
        @Schema(examples = "M1003") String manager,
        @Schema(examples = "T2", nullable = true) String territory,
        SizeClass sizeClass,
        MarketType marketType,
        @Schema(examples = "true", nullable = true) Boolean registered,
        @Schema(examples = "true") boolean large,
        Sales sales,
        Records inspection,
        Records visits,
        Lawfulness lawfulness,
        Cooperation cooperation) {

    /**
     * What it is supplied with.
     *
     * @param monthlyGranted cartons, the mean of the months that are over
     * @param timesTheMean of its territory; null where that is nothing
     */
    @Schema(name = "KeyAccountSales")
    public record Sales(
            @Schema(examples = "1240") Long monthlyGranted,
            @Schema(examples = "1302") Long monthlyDemand,
            @Schema(examples = "9.4") BigDecimal timesTheMean,
            @Schema(examples = "0.9524") BigDecimal fill) {}

    /** Stock checks, or visits. */
    @Schema(name = "KeyAccountRecords")
    public record Records(
            @Schema(examples = "2") long count,
            @Schema(nullable = true) Instant latest) {}

    /**
     * What was found about it.
     *
     * @param findings of the runs in force that name it; null for who may not read findings
     * @param violations that were confirmed about it, as far as the one who asks may see them
     */
    @Schema(name = "KeyAccountLawfulness")
    public record Lawfulness(
            @Schema(examples = "3", nullable = true) Long findings,
            @Schema(examples = "0") long violations) {}

    /**
     * How it takes part.
     *
     * @param cycles in which it could order
     * @param orders in these
     * @param own of these: sent by the retailer himself
     * @param proposals of totals that were put to it
     * @param answered of these: agreed to
     */
    @Schema(name = "KeyAccountCooperation")
    public record Cooperation(
            @Schema(examples = "52") long cycles,
            @Schema(examples = "51") long orders,
            @Schema(examples = "51") long own,
            @Schema(examples = "2") long proposals,
            @Schema(examples = "2") long answered) {}

    /** Where its page is. */
    @JsonIgnore
    public String address() {
        return "/retailers/"
                + URLEncoder.encode(licence, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What people call it. */
    @JsonIgnore
    public String called() {
        return name == null ? licence : name;
    }
}
