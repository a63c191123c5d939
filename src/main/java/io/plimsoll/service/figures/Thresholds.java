package io.plimsoll.service.figures;

import io.plimsoll.policy.Alerts;
import io.plimsoll.quota.FitBand;
import java.math.BigDecimal;

/**
 * From where on a figure is a concern; policy data.
 *
 * @param band within which an agreed total fits (R12)
 * @param surge how many times the mean of the last cycles before it the first of a month may grant (R9)
 * @param fill the least share of demand that is to be met (R10)
 * @param skus how many Skus a shop ought to have to choose from (R10)
 * @param keyAccount from how many cartons a month on a shop is a key account (R29)
 * @param timesTheMean or from how many times the mean of its territory on
 */
record Thresholds(
        FitBand band, BigDecimal surge, BigDecimal fill, int skus, BigDecimal keyAccount, BigDecimal timesTheMean) {

    private static final BigDecimal USUAL_SURGE = new BigDecimal("1.5");
    private static final BigDecimal USUAL_FILL = new BigDecimal("0.9");
    private static final BigDecimal USUAL_SKUS = BigDecimal.valueOf(20);
    private static final BigDecimal USUAL_KEY_ACCOUNT = BigDecimal.valueOf(1_000);
    private static final BigDecimal USUAL_TIMES_THE_MEAN = BigDecimal.valueOf(5);

    /** Those of a policy; where it is silent, or its bounds of R12 are no band, the usual ones. */
    static Thresholds of(Alerts alerts) {
        return new Thresholds(
                band(alerts),
                alerts.value("R9", "surge", USUAL_SURGE),
                alerts.value("R10", "fill", USUAL_FILL),
                alerts.value("R10", "skus", USUAL_SKUS)
                        .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                        .intValue(),
                alerts.value("R29", "monthly", USUAL_KEY_ACCOUNT),
                alerts.value("R29", "times_mean", USUAL_TIMES_THE_MEAN));
    }

    private static FitBand band(Alerts alerts) {
        try {
            return new FitBand(
                    alerts.value("R12", "fit_low", FitBand.USUAL.low()),
                    alerts.value("R12", "fit_high", FitBand.USUAL.high()));
        } catch (IllegalArgumentException noBand) {
            return FitBand.USUAL;
        }
    }
}
