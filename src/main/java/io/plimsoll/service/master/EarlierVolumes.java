package io.plimsoll.service.master;

import io.plimsoll.policy.MonthVolume;
import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What shops were supplied with in months before the service allocated for them, as it was said when they came in. */
@ApplicationScoped
public class EarlierVolumes {

    private static final int ROWS_AT_ONCE = 1_000;

    private final Sql sql;

    EarlierVolumes(Sql sql) {
        this.sql = sql;
    }

    /** Cartons by licence; of a month of which nothing is known, nobody is in it. */
    SortedMap<String, Long> of(String period) {
        SortedMap<String, Long> volumes = new TreeMap<>();
        sql.list(
                "SELECT licence, cartons FROM earlier_volume WHERE period = ?",
                List.of(period),
                row -> volumes.put(row.getString(1), row.getLong(2)));
        return volumes;
    }

    /** Stores what is said of registered shops, by licence; what was said before of a month stands. */
    @Transactional
    public void store(Map<String, List<MonthVolume>> volumes) {
        List<Object> values = new ArrayList<>();
        volumes.forEach((licence, months) -> months.forEach(month -> {
            values.addAll(List.of(licence, month.period(), month.cartons()));
            if (values.size() == 3 * ROWS_AT_ONCE) {
                insert(values);
            }
        }));
        insert(values);
    }

    private void insert(List<Object> values) {
        if (!values.isEmpty()) {
            String rows = "(?, ?, ?), ".repeat(values.size() / 3 - 1) + "(?, ?, ?)";
            sql.update("INSERT IGNORE INTO earlier_volume (licence, period, cartons) VALUES " + rows, values);
            values.clear();
        }
    }
}
