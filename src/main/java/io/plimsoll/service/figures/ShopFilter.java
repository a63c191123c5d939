package io.plimsoll.service.figures;

import io.plimsoll.message.Message;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Filled;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which shops are asked for, and in what order. A blank field asks for nothing. */
public class ShopFilter {

    private static final int LONGEST = 120;
    private static final String USUAL = "concern";

    /** How many times off 1 a fit is, up or down; of a total of nothing, which is further off than any, nothing. */
    private static final String OFF_ONE = "GREATEST(i.fit, 1 / i.fit)";

    /** By what a list can be sorted, the worst first; the other way round with a minus. Each ends with the key. */
    private static final Map<String, String> ORDERS = orders(Map.of(
            "concern", new String[] {"i.concern DESC", "i.concern"},
            "fit", new String[] {"i.fit IS NULL, i.fit", "i.fit DESC"},
            "misfit",
                    new String[] {
                        "i.fit IS NULL, i.fit > 0, " + OFF_ONE + " DESC", "i.fit IS NULL, i.fit = 0, " + OFF_ONE
                    },
            "starved",
                    new String[] {
                        "i.starved + i.starved_now DESC, i.concern DESC", "i.starved + i.starved_now, i.concern"
                    },
            "surge", new String[] {"i.surge DESC", "i.surge IS NULL, i.surge"},
            "atCeiling", new String[] {"i.at_share DESC", "i.at_share IS NULL, i.at_share"},
            "fill", new String[] {"i.fill IS NULL, i.fill", "i.fill DESC"},
            "skus", new String[] {"i.skus IS NULL, i.skus", "i.skus DESC"},
            "missing", new String[] {"i.missing DESC", "i.missing"},
            "demand", new String[] {"i.monthly_demand DESC", "i.monthly_demand IS NULL, i.monthly_demand"}));

    private static Map<String, String> orders(Map<String, String[]> both) {
        Map<String, String> orders = new TreeMap<>();
        both.forEach((name, ways) -> {
            orders.put(name, ways[0] + ", i.licence");
            orders.put("-" + name, ways[1] + ", i.licence DESC");
        });
        return orders;
    }

    @QueryParam("search")
    @Parameter(description = "the beginning of a licence number, or a part of a name")
    public String search;

    @QueryParam("watch")
    @Parameter(
            description =
                    "TOTAL_TOO_SMALL, TOTAL_TOO_LARGE, STARVED, SURGE, AT_CEILING, UNMET, FEW_SKUS or INCOMPLETE: only shops"
                            + " with which it is the case")
    public String watch;

    @QueryParam("manager")
    @Parameter(description = "key of the customer manager")
    public String manager;

    @QueryParam("territory")
    public String territory;

    @QueryParam("sizeClass")
    @Parameter(description = "LARGE, MEDIUM or SMALL")
    public String sizeClass;

    @QueryParam("marketType")
    @Parameter(description = "URBAN or RURAL")
    public String marketType;

    @QueryParam("sort")
    @DefaultValue(USUAL)
    @Parameter(
            description =
                    "concern (most points first), fit (smallest first), misfit (fit furthest from 1 first, up or down), starved, surge,"
                            + " atCeiling, fill, skus, missing or demand, the worst first; with a minus before it the other way"
                            + " round")
    public String sort = USUAL;

    void check() {
        Checks checks = new Checks();
        checks.lineIfAny("search", search, LONGEST);
        checks.constant("watch", watch, Watch.class);
        checks.lineIfAny("manager", manager, LONGEST);
        checks.lineIfAny("territory", territory, LONGEST);
        checks.constant("sizeClass", sizeClass, SizeClass.class);
        checks.constant("marketType", marketType, MarketType.class);
        checks.expect(
                sort == null || sort.isBlank() || ORDERS.containsKey(sort),
                "sort",
                Message.of("FIELD_ONE_OF", "values", String.join(", ", ORDERS.keySet())));
        checks.refuseErrors();
    }

    /** Conditions on {@code shop_indicator i} and {@code retailer r}. */
    Where where(Scope scope, Thresholds thresholds) {
        Where where = new Where().inScope(scope, "r");
        if (isGiven(search)) {
            String pattern = Where.loosePattern(search);
            where.and("(r.bare_licence LIKE ? OR r.bare_name LIKE ?)", pattern.substring(1), pattern);
        }
        if (isGiven(watch)) {
            Watch.valueOf(watch.strip()).in(where, thresholds);
        }
        return where.andIfGiven("r.manager = ?", manager)
                .andIfGiven("r.territory = ?", territory)
                .andIfGiven("r.size_class = ?", sizeClass)
                .andIfGiven("r.market_type = ?", marketType);
    }

    private static boolean isGiven(String field) {
        return field != null && !field.isBlank();
    }

    /** The order that a head of a column leads to: by it, and the other way round where it is so already. */
    public String sortedBy(String column) {
        return column.equals(sort) ? "-" + column : column;
    }

    /** The orders to choose from. */
    public List<String> orders() {
        return List.of(
                "concern",
                "misfit",
                "fit",
                "-fit",
                "starved",
                "fill",
                "atCeiling",
                "surge",
                "skus",
                "missing",
                "demand");
    }

    /** The order in which the list is, where there are words for it; else null. */
    public String said() {
        String order = isGiven(sort) ? sort : USUAL;
        return orders().contains(order) ? order : null;
    }

    String order() {
        return " ORDER BY " + ORDERS.get(isGiven(sort) ? sort : USUAL);
    }

    /** What was asked for, to be shown again. */
    Map<String, String> fields() {
        return Filled.fields(
                "search", search,
                "watch", watch,
                "manager", manager,
                "territory", territory,
                "sizeClass", sizeClass,
                "marketType", marketType,
                "sort", sort);
    }

    /** Whether anything is left out. */
    public boolean isGiven() {
        return isGiven(search)
                || isGiven(watch)
                || isGiven(manager)
                || isGiven(territory)
                || isGiven(sizeClass)
                || isGiven(marketType);
    }
}
