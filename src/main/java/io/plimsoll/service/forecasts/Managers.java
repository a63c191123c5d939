package io.plimsoll.service.forecasts;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Whose forecasts and figures somebody may see: his own, those who have a shop in his territories, or everybody's. */
@ApplicationScoped
public class Managers {

    private static final String ALL =
            "(SELECT manager FROM retailer UNION SELECT manager FROM person WHERE role = 'CUSTOMER_MANAGER') m";

    private final Sql sql;
    private final Asking asking;

    Managers(Sql sql, Asking asking) {
        this.sql = sql;
        this.asking = asking;
    }

    /**
     * Leaves only those customer managers whom the one who asks may see.
     *
     * @param column that holds the key of the manager
     */
    public Where visible(Where where, String column) {
        Scope scope = asking.known().scope();
        if (scope instanceof Scope.Everybody) {
            return where;
        }
        if (scope instanceof Scope.OfManager of) {
            return where.and(column + " = ?", of.manager());
        }
        if (scope instanceof Scope.InTerritories) {
            Where shops = new Where().inScope(scope, "r");
            return where.and(
                    column + " IN (SELECT r.manager FROM retailer r" + shops.sql() + ")",
                    shops.values().toArray());
        }
        return where.and("FALSE");
    }

    /** Those whom the one who asks may see, by key. */
    public List<String> all() {
        Where where = visible(new Where().and("m.manager IS NOT NULL"), "m.manager");
        return sql.texts("SELECT m.manager FROM " + ALL + where.sql() + " ORDER BY m.manager", where.values());
    }

    /** Refuses a manager whom the one who asks may not see, in the same words as one whom nobody knows. */
    void require(String manager) {
        Where where = visible(new Where().and("m.manager = ?", manager), "m.manager");
        List<Object> values = new ArrayList<>(where.values());
        if (sql.number("SELECT COUNT(*) FROM " + ALL + where.sql(), values) == 0) {
            throw asking.known().scope() instanceof Scope.Everybody ? Refused.notFound() : Refused.forbidden();
        }
    }

    /** The key of the customer manager who asks. */
    String own() {
        return asking.known().scope() instanceof Scope.OfManager of ? of.manager() : "";
    }
}
