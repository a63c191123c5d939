package io.plimsoll.service.forecasts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a customer manager forecasts for a month, per brand for all his shops together (R27).
 *
 * @param open whether the month has not begun, so that he may still change it
 * @param version counts how often he saved something
 * @param past the last months of which all demand is known, the earliest first
 * @param naiveOf the month whose demand is the seasonal naive forecast; null where no month before is known
 * @param lines key brands first, then by what was reported last
 */
@Schema(name = "ForecastSheet")
public record ForecastSheet(
        @Schema(examples = "2026-12") String period,
        @Schema(examples = "M1007") String manager,
        boolean open,
        @Schema(examples = "3") long version,
        List<String> past,
        @Schema(examples = "2025-12", nullable = true) String naiveOf,
        List<Line> lines) {

    /**
     * One brand.
     *
     * @param keyBrand whether it is on the top-20 list
     * @param past cartons reported in the months of {@link ForecastSheet#past}
     * @param naive the seasonal naive forecast in cartons, which fills nothing in; null where there is none
     * @param cartons that are forecast; null where nothing is
     */
    @Schema(name = "BrandForecast")
    public record Line(
            @Schema(examples = "Pine") String brand,
            boolean keyBrand,
            List<Long> past,
            @Schema(examples = "3120", nullable = true) Long naive,
            @Schema(examples = "3300", nullable = true) Long cartons) {}

    /** How many brands have a forecast. */
    @JsonIgnore
    public long said() {
        return lines.stream().filter(line -> line.cartons() != null).count();
    }

    @JsonIgnore
    public long keyBrands() {
        return lines.stream().filter(Line::keyBrand).count();
    }

    @JsonIgnore
    public long saidOfKeyBrands() {
        return lines.stream()
                .filter(line -> line.keyBrand() && line.cartons() != null)
                .count();
    }

    /** Cartons of all brands that have a forecast. */
    @JsonIgnore
    public long cartons() {
        return lines.stream()
                .filter(line -> line.cartons() != null)
                .mapToLong(Line::cartons)
                .sum();
    }

    @JsonIgnore
    public String address() {
        return Forecasts.address(period, manager);
    }
}
