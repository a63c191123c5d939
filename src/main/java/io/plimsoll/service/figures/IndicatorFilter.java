package io.plimsoll.service.figures;

import io.plimsoll.message.Message;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Filled;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Of whom and when indicators are asked for, and by what they are told apart. A blank field asks for nothing. */
public class IndicatorFilter {

    private static final int LONGEST = 120;
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
    private static final String EARLIEST = "0000-01";
    private static final String LATEST = "9999-12";

    @QueryParam("by")
    @DefaultValue("MONTH")
    @Parameter(description = "MONTH, CYCLE, MANAGER, TERRITORY, SIZE_CLASS or TIER")
    public String by = "MONTH";

    @QueryParam("from")
    @Parameter(description = "first month, such as 2026-07")
    public String from;

    @QueryParam("to")
    @Parameter(description = "last month")
    public String to;

    @QueryParam("manager")
    @Parameter(description = "key of the customer manager")
    public String manager;

    @QueryParam("territory")
    public String territory;

    void check() {
        Checks checks = new Checks();
        checks.constant("by", by, By.class);
        month(checks, "from", from);
        month(checks, "to", to);
        checks.lineIfAny("manager", manager, LONGEST);
        checks.lineIfAny("territory", territory, LONGEST);
        checks.refuseErrors();
    }

    private static void month(Checks checks, String field, String month) {
        checks.expect(
                month == null || month.isBlank() || MONTH.matcher(month.strip()).matches(),
                field,
                Message.of("FIELD_NOT_MONTH"));
    }

    By by() {
        return by == null || by.isBlank() ? By.MONTH : By.valueOf(by.strip());
    }

    /**
     * Conditions on one of the tables of shares, {@code s}.
     *
     * @param period the column that says the month
     */
    Where where(Scope scope, String period) {
        return new Where()
                .inScope(scope, "s")
                .and(period + " BETWEEN ? AND ?", or(from, EARLIEST), or(to, LATEST))
                .andIfGiven("s.manager = ?", manager)
                .andIfGiven("s.territory = ?", territory);
    }

    private static String or(String month, String otherwise) {
        return month == null || month.isBlank() ? otherwise : month.strip();
    }

    /** What was asked for, to be shown again. */
    Map<String, String> fields() {
        return Filled.fields("by", by(), "from", from, "to", to, "manager", manager, "territory", territory);
    }
}
