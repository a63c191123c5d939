package io.plimsoll.service.plans;

import io.plimsoll.files.Objections;
import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows of a customer manager are of one whom some shop names. */
@ApplicationScoped
class KnownManagers {

    private final Sql sql;

    KnownManagers(Sql sql) {
        this.sql = sql;
    }

    Objections objections() {
        Set<String> known = new HashSet<>(sql.texts("SELECT DISTINCT manager FROM retailer", List.of()));
        return new Objections() {
            @Override
            public boolean concern(String file) {
                return true;
            }

            @Override
            public Map<String, Message> to(String file, Map<String, String> row) {
                Map<String, Message> expected = new HashMap<>();
                if (row.containsKey("manager") && !known.contains(row.get("manager"))) {
                    expected.put("manager", Message.of("EXPECTED_KNOWN_MANAGER"));
                }
                if (isMore(row, "effective", "guided")) {
                    expected.put("effective", Message.of("EXPECTED_NO_MORE_THAN_GUIDED", "guided", row.get("guided")));
                }
                if (isMore(row, "guided", "shops")) {
                    expected.put("guided", Message.of("EXPECTED_NO_MORE_THAN_SHOPS", "shops", row.get("shops")));
                }
                return expected;
            }
        };
    }

    private static boolean isMore(Map<String, String> row, String part, String whole) {
        String one = row.getOrDefault(part, "");
        String other = row.getOrDefault(whole, "");
        return !one.isEmpty() && !other.isEmpty() && Long.parseLong(one) > Long.parseLong(other);
    }
}
