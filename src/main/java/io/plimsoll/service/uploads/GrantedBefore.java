package io.plimsoll.service.uploads;

import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.AbstractMap.SimpleEntry;
import java.util.HashMap;
import java.util.Map;

/** What was granted in a period before one of its cycles, as derived here: grants in force less what came back. */
@ApplicationScoped
class GrantedBefore {

    private static final String GRANTED = """
            SELECT licence, SUM(cartons) FROM granted_movement
            WHERE period = ? AND number_in_period < ? GROUP BY licence
            """;

    private final Sql sql;

    GrantedBefore(Sql sql) {
        this.sql = sql;
    }

    /** Cartons by licence; who is not there was granted nothing. */
    Map<String, Long> before(String period, int number) {
        Map<String, Long> granted = new HashMap<>();
        sql.list(GRANTED, row -> new SimpleEntry<>(row.getString(1), Math.max(0, row.getLong(2))), period, number)
                .forEach(each -> granted.put(each.getKey(), each.getValue()));
        return granted;
    }
}
