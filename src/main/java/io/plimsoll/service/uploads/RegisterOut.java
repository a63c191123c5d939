package io.plimsoll.service.uploads;

import io.plimsoll.exchange.TableFormat;
import io.plimsoll.service.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes the registers as they are now, in the form in which they would come in again. */
@ApplicationScoped
class RegisterOut {

    private static final String SKUS = "SELECT sku, brand, tier, status, NULL, NULL, name, price,"
            + " ELT(1 + key_brand, 'false', 'true'), first_sold FROM sku ORDER BY sku";

    /**
     * T in force this month, blank where none was ever approved: the default of the class that holds then is agreed with
     * nobody (R1), and must not come in again as if it were. And what was granted in the month less what came back.
     */
    private static final String RETAILERS = """
            SELECT r.licence, r.manager, r.size_class, r.market_type, r.status, (
                    SELECT t.cartons FROM agreed_total t
                    WHERE t.licence = r.licence AND t.state = 'APPROVED' AND t.period <= ?
                    ORDER BY t.period DESC, t.number_in_period DESC, t.id DESC LIMIT 1),
                GREATEST(0, COALESCE(g.granted, 0)),
                r.order_interval, r.name, r.territory,
                ELT(1 + r.key_account, 'false', 'true'), r.phone, r.account,
                r.licensed_since
            FROM retailer r
            LEFT JOIN (
                SELECT licence, SUM(cartons) AS granted FROM granted_movement WHERE period = ? GROUP BY licence) g
                ON g.licence = r.licence
            WHERE %s ORDER BY r.licence
            """;

    private final RowsOut rows;
    private final RegisterState state;

    RegisterOut(RowsOut rows, RegisterState state) {
        this.rows = rows;
        this.state = state;
    }

    void write(OutTable table, Scope scope, TableFormat format, OutputStream out) throws IOException {
        if (table == OutTable.SKUS) {
            rows.write(table, SKUS, List.of(), format, out);
            return;
        }
        ScopeSql of = ScopeSql.of(scope);
        List<Object> values = new ArrayList<>(List.of(state.period(), state.period()));
        values.addAll(of.values());
        rows.write(table, RETAILERS.formatted(of.condition()), values, format, out);
    }
}
