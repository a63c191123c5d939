package io.plimsoll.service.figures;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One month of a shop, in cartons; what is not known of it is null.
 *
 * @param granted less what came back
 * @param ceiling of the month (R2): neither an order nor a target
 */
@Schema(name = "ShopMonth")
public record ShopMonth(
        @Schema(examples = "2026-10") String period,
        @Schema(examples = "52") Long demand,
        @Schema(examples = "44") Long granted,
        @Schema(examples = "46") Long ceiling) {}
