package io.plimsoll.service.orders;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of an order as it is stored.
 *
 * @param rank what the retailer wants filled first, 1 before 2
 * @param demand cartons, as reported
 */
@Schema(name = "OrderLine")
public record OrderLine(
        @Schema(examples = "1") int rank,
        @Schema(examples = "FE-01") String sku,
        @Schema(examples = "4") int demand) {}
