package io.plimsoll.service.master;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.message.Message;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A total that was approved for a time that has not begun.
 *
 * @param period the first month it is for
 * @param number the first cycle of that month it is for; past the first one only by a re-balancing
 * @param cartons T a month: neither an order nor a target
 * @param ceiling floor(T x (1 + f)) in cartons (R2), as the present policy floats it; null where none says
 */
@Schema(name = "ComingTotal")
public record ComingTotal(
        @Schema(examples = "2026-12") String period,
        @Schema(examples = "1") int number,
        @Schema(examples = "100") int cartons,
        @Schema(examples = "115", nullable = true) Long ceiling) {

    /** In words. */
    @JsonIgnore
    public Message words() {
        boolean isWithinMonth = number > 1;
        if (ceiling == null) {
            return Message.of(
                    isWithinMonth ? "COMING_TOTAL_FROM_CYCLE_ALONE" : "COMING_TOTAL_ALONE",
                    "period",
                    period,
                    "number",
                    number,
                    "total",
                    cartons);
        }
        return Message.of(
                isWithinMonth ? "COMING_TOTAL_FROM_CYCLE" : "COMING_TOTAL",
                "period",
                period,
                "number",
                number,
                "total",
                cartons,
                "ceiling",
                ceiling);
    }
}
