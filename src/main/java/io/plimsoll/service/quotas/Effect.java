package io.plimsoll.service.quotas;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * From which cycle a change of totals holds.
 *
 * @param period its month
 * @param number its number in the month
 */
record Effect(
        @Schema(examples = "2026-12") String period,
        @Schema(examples = "1") int number) {}
