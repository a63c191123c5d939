package io.plimsoll.service.plans;

import io.plimsoll.files.Objections;
import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Rows of a customer manager are of one whom some shop names. */
@ApplicationScoped
class KnownManagers {

    private final Sql sql;

    KnownManagers(Sql sql) {
        this.sql = sql;
    }

    Objections objections() {
        Map<String, Long> active = new HashMap<>();
        sql.list(
                "SELECT manager, COALESCE(SUM(status = 'ACTIVE'), 0) FROM retailer GROUP BY manager",
                row -> active.put(row.getString(1), row.getLong(2)));
        return new Objections() {
            @Override
            public boolean concern(String file) {
                return true;
            }

            @Override
            public Map<String, Message> to(String file, Map<String, String> row) {
                Map<String, Message> expected = new HashMap<>();
                if (row.containsKey("manager") && !active.containsKey(row.get("manager"))) {
                    expected.put("manager", Message.of("EXPECTED_KNOWN_MANAGER"));
                }
                if (isMore(row, "effective", "guided")) {
                    expected.put("effective", Message.of("EXPECTED_NO_MORE_THAN_GUIDED", "guided", row.get("guided")));
                }
                String shops = row.getOrDefault("shops", "");
                Long here = active.get(row.getOrDefault("manager", ""));
                if (shops.isEmpty() && here != null && isMore(row.getOrDefault("guided", ""), here.toString())) {
                    expected.put("guided", Message.of("EXPECTED_NO_MORE_THAN_ACTIVE", "shops", here));
                }
                if (isMore(row, "guided", "shops")) {
                    expected.put("guided", Message.of("EXPECTED_NO_MORE_THAN_SHOPS", "shops", row.get("shops")));
                }
                return expected;
            }
        };
    }

    private static boolean isMore(Map<String, String> row, String part, String whole) {
        return isMore(row.getOrDefault(part, ""), row.getOrDefault(whole, ""));
    }

    private static boolean isMore(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && Long.parseLong(one) > Long.parseLong(other);
    }
}
