package io.plimsoll.service.master;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of the county that market managers answer for.
 *
 * @param retailers how many shops are there
 */
public record Territory(
        @Schema(examples = "T2") String code,
        @Schema(examples = "East town") String name,
        long retailers,

        @Schema(description = "goes up with every change; the ETag of the territory")
        long version) {

    /** Where its page is. */
    public String address() {
        return Addresses.territory(code);
    }
}
