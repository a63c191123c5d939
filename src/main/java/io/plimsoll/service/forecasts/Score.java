package io.plimsoll.service.forecasts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.forecast.Accuracy;
import io.plimsoll.service.database.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A brand of a customer manager in a month that is over.
 *
 * @param demand cartons reported: d, not what was granted
 * @param forecast cartons; null where nothing was forecast
 * @param naive the seasonal naive forecast in cartons; null where nothing is known of any month before
 * @param naiveOf the month that it is the demand of
 */
@Schema(name = "ForecastScore")
public record Score(
        @Schema(examples = "2026-10") String period,
        @Schema(examples = "M1007") String manager,
        @Schema(examples = "Pine") String brand,
        boolean keyBrand,
        @Schema(examples = "3400") long demand,
        @Schema(examples = "3300", nullable = true) Long forecast,
        @Schema(examples = "3120", nullable = true) Long naive,
        @Schema(examples = "2025-10", nullable = true) String naiveOf) {

    static Score read(ResultSet row) throws SQLException {
        return new Score(
                row.getString("period"),
                row.getString("manager"),
                row.getString("brand"),
                row.getBoolean("key_brand"),
                row.getLong("demand"),
                Sql.whole(row, "forecast"),
                Sql.whole(row, "naive"),
                row.getString("naive_of"));
    }

    /** In percent; null where nothing was forecast or nothing reported. */
    @Schema(examples = "97.1", nullable = true)
    public BigDecimal getAccuracy() {
        return percent(forecast);
    }

    @Schema(examples = "91.8", nullable = true)
    public BigDecimal getNaiveAccuracy() {
        return percent(naive);
    }

    private BigDecimal percent(Long said) {
        return said == null ? null : Accuracy.of(demand, said).percent().orElse(null);
    }

    @JsonIgnore
    public String sheet() {
        return Forecasts.address(period, manager);
    }
}
