package io.plimsoll.service.forecasts;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Forecasts that are said or changed; brands that are not named stay as they are.
 *
 * @param forecasts each brand once
 */
@Schema(examples = "{\"forecasts\": [{\"brand\": \"Harbour\", \"cartons\": 3300}]}")
public record SheetEdit(List<Entry> forecasts) {

    /**
     * One of them.
     *
     * @param cartons of the whole month; null takes it back
     */
    @Schema(name = "ForecastEntry")
    public record Entry(
            @Schema(examples = "Harbour") String brand,
            @Schema(examples = "3300", nullable = true) Integer cartons) {}
}
