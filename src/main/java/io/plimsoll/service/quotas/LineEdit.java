package io.plimsoll.service.quotas;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a customer manager writes in a line.
 *
 * @param totalAfter T in cartons; the shop's present T, or null, takes the line out
 * @param reason code of the catalogue
 * @param evidence what proves it, in words
 */
record LineEdit(
        @Schema(examples = "L620119") String licence,
        @Schema(examples = "150", nullable = true) Integer totalAfter,
        @Schema(examples = "DEMAND", nullable = true) String reason,

        @Schema(examples = "asked for 150 cartons a month since August", nullable = true)
        String evidence) {}
