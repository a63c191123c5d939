package io.plimsoll.service.deliveries;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came back of one line of an order. */
@Schema(name = "CameBackRow")
public record CameBackRow(
        @Schema(examples = "L620119") String licence,
        @Schema(examples = "TE-03") String sku,
        CameBackKind kind,

        @Schema(
                examples = "2",
                minimum = "1",
                maximum = "1000000",
                description = "cartons; of a line no more than were granted and have not come back yet")
        Integer cartons) {}
