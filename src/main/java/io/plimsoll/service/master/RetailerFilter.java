package io.plimsoll.service.master;

import io.plimsoll.message.Message;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.cycles.Demand;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Filled;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which retailers are asked for, and in what order. A blank field asks for nothing. */
public class RetailerFilter {

    private static final int LONGEST = 120;

    private static final String WITHOUT_ORDER = "r.status = 'ACTIVE' AND NOT EXISTS (SELECT 1 FROM demand_order o"
            + " WHERE o.cycle = ? AND o.licence = r.licence AND " + Demand.COUNTS + ")";

    /** By what a list can be sorted; each ends with the key, so that pages never overlap. */
    private static final Map<String, String> ORDERS = Map.of(
            "licence", "r.licence",
            "-licence", "r.licence DESC",
            "name", "r.name, r.licence",
            "-name", "r.name DESC, r.licence DESC",
            "manager", "r.manager, r.licence",
            "-manager", "r.manager DESC, r.licence DESC",
            "territory", "r.territory, r.licence",
            "-territory", "r.territory DESC, r.licence DESC");

    @QueryParam("search")
    @Parameter(description = "the beginning of a licence number, or a part of a name")
    public String search;

    @QueryParam("sizeClass")
    @Parameter(description = "LARGE, MEDIUM or SMALL")
    public String sizeClass;

    @QueryParam("marketType")
    @Parameter(description = "URBAN or RURAL")
    public String marketType;

    @QueryParam("territory")
    public String territory;

    @QueryParam("manager")
    @Parameter(description = "key of the customer manager")
    public String manager;

    @QueryParam("status")
    @Parameter(description = "ACTIVE or SUSPENDED")
    public String status;

    @QueryParam("withoutOrderIn")
    @Parameter(description = "a cycle: only active shops that have no order in it")
    public String withoutOrderIn;

    @QueryParam("incomplete")
    @Parameter(description = "true: only active shops of which something is not known (R13)")
    public String incomplete;

    @QueryParam("sort")
    @DefaultValue("licence")
    @Parameter(description = "licence, name, manager or territory; with a minus before it the other way round")
    public String sort = "licence";

    void check() {
        Checks checks = new Checks();
        checks.lineIfAny("search", search, LONGEST);
        checks.constant("sizeClass", sizeClass, SizeClass.class);
        checks.constant("marketType", marketType, MarketType.class);
        checks.constant("status", status, RetailerStatus.class);
        checks.lineIfAny("territory", territory, LONGEST);
        checks.lineIfAny("manager", manager, LONGEST);
        checks.lineIfAny("withoutOrderIn", withoutOrderIn, LONGEST);
        checks.expect(
                incomplete == null || incomplete.isBlank() || isIncomplete(),
                "incomplete",
                Message.of("FIELD_ONE_OF", "values", "true"));
        List<String> known = ORDERS.keySet().stream().sorted().toList();
        checks.expect(
                sort == null || sort.isBlank() || ORDERS.containsKey(sort),
                "sort",
                Message.of("FIELD_ONE_OF", "values", String.join(", ", known)));
        checks.refuseErrors();
    }

    Where where(Scope scope) {
        Where where = new Where().inScope(scope, "r");
        if (search != null && !search.isBlank()) {
            String pattern = Where.loosePattern(search);
            where.and("(r.bare_licence LIKE ? OR r.bare_name LIKE ?)", pattern.substring(1), pattern);
        }
        if (isIncomplete()) {
            where.and("r.status = 'ACTIVE'").and(Completeness.SOMETHING_IS_UNKNOWN);
        }
        return where.andIfGiven(WITHOUT_ORDER, withoutOrderIn)
                .andIfGiven("r.size_class = ?", sizeClass)
                .andIfGiven("r.market_type = ?", marketType)
                .andIfGiven("r.territory = ?", territory)
                .andIfGiven("r.manager = ?", manager)
                .andIfGiven("r.status = ?", status);
    }

    public boolean isIncomplete() {
        return "true".equals(incomplete);
    }

    /** The order that a head of a column leads to: by it, and the other way round where it is so already. */
    public String sortedBy(String column) {
        return column.equals(sort) ? "-" + column : column;
    }

    String order() {
        return " ORDER BY " + ORDERS.get(sort == null || sort.isBlank() ? "licence" : sort);
    }

    /** What was asked for, to be shown again. */
    Map<String, String> fields() {
        return Filled.fields(
                "search", search,
                "sizeClass", sizeClass,
                "marketType", marketType,
                "territory", territory,
                "manager", manager,
                "status", status,
                "withoutOrderIn", withoutOrderIn,
                "incomplete", incomplete,
                "sort", sort);
    }

    /** Whether anything is left out. */
    public boolean isGiven() {
        return !where(new Scope.Everybody()).sql().isEmpty();
    }
}
