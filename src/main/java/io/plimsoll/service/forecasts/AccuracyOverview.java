package io.plimsoll.service.forecasts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.forecast.Accuracy;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How near forecasts came to reported demand (R27), weighted by volume, beside what the seasonal naive forecast would have
 * met of the same brands and months.
 *
 * @param all of everything that was asked for
 * @param keyBrands of the top-20 brands alone
 * @param months the earliest first
 * @param managers by key
 * @param brands the top-20 first, then those with most demand
 */
@Schema(name = "ForecastAccuracy")
public record AccuracyOverview(
        Figure all, Figure keyBrands, List<Figure> months, List<Figure> managers, List<Figure> brands) {

    /**
     * Some brands and months together.
     *
     * @param key a month, a manager or a brand
     * @param keyBrand whether it is one on the top-20 list
     * @param demand cartons reported, whether they were forecast or not
     * @param forecastDemand those of them that there was a forecast for
     * @param met cartons of these that the forecasts met
     * @param naiveDemand those of them for which there is a naive forecast too
     * @param naiveMet cartons of these that the naive forecast met
     */
    @Schema(name = "ForecastAccuracyFigure")
    public record Figure(
            @Schema(examples = "2026-10") String key,
            boolean keyBrand,
            @Schema(examples = "51200") long demand,
            @Schema(examples = "48900") long forecastDemand,
            @Schema(examples = "43800") long met,
            @Schema(examples = "48900") long naiveDemand,
            @Schema(examples = "41500") long naiveMet) {

        /** In percent; null where nothing was forecast that anybody asked for. */
        @Schema(examples = "89.6", nullable = true)
        public BigDecimal getAccuracy() {
            return new Accuracy(forecastDemand, met).percent().orElse(null);
        }

        /** The same of the seasonal naive forecast. */
        @Schema(examples = "84.9", nullable = true)
        public BigDecimal getNaiveAccuracy() {
            return new Accuracy(naiveDemand, naiveMet).percent().orElse(null);
        }

        /** How much of the demand there was a forecast for, in percent. */
        @Schema(examples = "95.5", nullable = true)
        public BigDecimal getCovered() {
            return new Accuracy(demand, forecastDemand).percent().orElse(null);
        }

        @JsonIgnore
        public boolean isBetterThanNaive() {
            return getAccuracy() != null
                    && getNaiveAccuracy() != null
                    && getAccuracy().compareTo(getNaiveAccuracy()) > 0;
        }
    }
}
