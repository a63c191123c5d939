package io.plimsoll.service.forecasts;

import io.plimsoll.message.Message;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Filled;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which forecasts are held to what was reported, and in what order. A blank field asks for nothing. */
public class AccuracyFilter {

    private static final int LONGEST = 120;
    private static final String KEY = "s.period DESC, s.manager, s.brand";

    /** By what a list can be sorted; each ends with the key, so that pages never overlap. */
    private static final Map<String, String> ORDERS = Map.of(
            "brand", "s.key_brand DESC, s.brand, " + KEY,
            "month", KEY,
            "manager", "s.manager, " + KEY,
            "demand", "s.demand DESC, " + KEY,
            "missed", "s.forecast IS NULL, s.demand - s.met DESC, " + KEY);

    @QueryParam("manager")
    @Parameter(description = "key of the customer manager who forecast")
    public String manager;

    @QueryParam("brand")
    public String brand;

    @QueryParam("from")
    @Parameter(description = "first month, such as 2026-01")
    public String from;

    @QueryParam("to")
    @Parameter(description = "last month")
    public String to;

    @QueryParam("keyBrands")
    @Parameter(description = "true: only brands on the top-20 list")
    public String keyBrands;

    @QueryParam("sort")
    @DefaultValue("brand")
    @Parameter(description = "brand (the top-20 first), month, manager, demand or missed")
    public String sort = "brand";

    void check() {
        Checks checks = new Checks();
        checks.lineIfAny("manager", manager, LONGEST);
        checks.lineIfAny("brand", brand, LONGEST);
        month(checks, "from", from);
        month(checks, "to", to);
        checks.expect(
                keyBrands == null || keyBrands.isBlank() || keyBrands.equals("true"),
                "keyBrands",
                Message.of("FIELD_ONE_OF", "values", "true"));
        List<String> known = ORDERS.keySet().stream().sorted().toList();
        checks.expect(
                sort == null || sort.isBlank() || ORDERS.containsKey(sort),
                "sort",
                Message.of("FIELD_ONE_OF", "values", String.join(", ", known)));
        checks.refuseErrors();
    }

    private static void month(Checks checks, String field, String text) {
        boolean isBlank = text == null || text.isBlank();
        checks.expect(isBlank || Months.isMonth(text.strip()), field, Message.of("FORECAST_MONTH_EXPECTED"));
    }

    /** Of scores {@code s}. */
    Where where() {
        Where where = new Where();
        if ("true".equals(keyBrands)) {
            where.and("s.key_brand");
        }
        return where.andIfGiven("s.manager = ?", manager)
                .andIfGiven("s.brand = ?", brand)
                .andIfGiven("s.period >= ?", from)
                .andIfGiven("s.period <= ?", to);
    }

    String order() {
        return " ORDER BY " + ORDERS.get(sort == null || sort.isBlank() ? "brand" : sort);
    }

    /** What was asked for, to be shown again. */
    Map<String, String> fields() {
        return Filled.fields(
                "manager", manager, "brand", brand, "from", from, "to", to, "keyBrands", keyBrands, "sort", sort);
    }

    /** Whether anything is left out. */
    public boolean isGiven() {
        return !where().sql().isEmpty();
    }
}
