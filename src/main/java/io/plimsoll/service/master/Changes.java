package io.plimsoll.service.master;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What an edit changed, for the journal. */
final class Changes {

    private Changes() {}

    /** The fields that hold another value now, with both values. */
    static Map<String, Object> between(Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> changes = new LinkedHashMap<>();
        after.forEach((field, value) -> {
            Object earlier = before.get(field);
            if (!Objects.equals(earlier, value)) {
                Map<String, Object> change = new LinkedHashMap<>();
                change.put("before", earlier);
                change.put("after", value);
                changes.put(field, change);
            }
        });
        return changes;
    }
}
