package io.plimsoll.service.cycles;

import io.plimsoll.message.Message;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Refused.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** The form in which the supply of a Sku is entered, as it was typed; a blank supply is unlimited. */
public class SupplyForm {

    private static final int LONGEST_NUMBER = 40;

    @RestForm
    public String sku = "";

    @RestForm
    public String supply = "";

    @RestForm
    public String forecast = "";

    @RestForm
    public String reason = "";

    @RestForm
    public String version = "";

    static SupplyForm of(SupplyLine line) {
        SupplyForm form = new SupplyForm();
        form.sku = line.sku();
        form.supply = line.supply() == null ? "" : line.supply().toString();
        form.forecast = line.forecast() == null ? "" : SupplyLine.plain(line.forecast());
        form.version = Long.toString(line.version());
        return form;
    }

    Supplies.Amounts amounts() {
        List<FieldError> errors = new ArrayList<>();
        BigDecimal typedSupply = number(
                supply, new FieldError("supply", Message.of("SUPPLY_EXPECTED", "most", Supplies.MOST_SUPPLY)), errors);
        BigDecimal typedForecast = number(
                forecast,
                new FieldError("forecast", Message.of("FORECAST_EXPECTED", "most", Supplies.MOST_SUPPLY)),
                errors);
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
        return new Supplies.Amounts(typedSupply, typedForecast, reason);
    }

    private static BigDecimal number(String typed, FieldError error, List<FieldError> errors) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            if (typed.length() <= LONGEST_NUMBER) {
                return new BigDecimal(typed.strip());
            }
        } catch (NumberFormatException none) {
            // Said below, in words.
        }
        errors.add(error);
        return null;
    }

    long seenVersion() {
        try {
            return Long.parseLong(version == null ? "" : version);
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
