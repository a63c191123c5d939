package io.plimsoll.service.figures;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The indicators of one shop.
 *
 * @param period the present month when they were derived
 * @param agreedTotal T in force, or the default of the class; null where there is none
 * @param monthlyDemand cartons (R12); null where no whole month is known
 * @param monthlyGranted cartons, the mean of the months that are over, less what came back; null where none is known
 * @param fit T over the monthly demand; null where either is unknown, or the shop asked for nothing
 * @param misfit whether the fit is outside of the band of the policy
 * @param starved whether it ran dry at the end of the latest month that is over (R8)
 * @param starvedNow the same at the end of the present month
 * @param surge the first grant of a month over the mean of the last three before it (R9); null where it is not known
 * @param orders of the months that are looked at, under a headroom that is known
 * @param atHeadroom of these, exactly at it (R14)
 * @param atShare their share; null without orders
 * @param fill granted over demand of these months (R10); null where nothing was asked for
 * @param skus that the shop may order (R10); null where no cycle was allocated yet
 * @param missing how many fields nobody knows (R13)
 */
@Schema(name = "ShopIndicator")
public record ShopIndicator(
        @Schema(examples = "2026-11") String period,
        @Schema(examples = "40") Integer agreedTotal,
        @Schema(examples = "52") Long monthlyDemand,
        @Schema(examples = "44") Long monthlyGranted,
        @Schema(examples = "0.769") BigDecimal fit,
        @Schema(examples = "true") boolean misfit,
        @Schema(examples = "false") boolean starved,
        @Schema(examples = "false") boolean starvedNow,
        @Schema(examples = "1.12") BigDecimal surge,
        @Schema(examples = "13") int orders,
        @Schema(examples = "2") int atHeadroom,
        @Schema(examples = "0.1538") BigDecimal atShare,
        @Schema(examples = "0.8731") BigDecimal fill,
        @Schema(examples = "112") Integer skus,
        @Schema(examples = "1") int missing) {}
