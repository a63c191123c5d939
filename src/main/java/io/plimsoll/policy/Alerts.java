package io.plimsoll.policy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Thresholds of rules and detectors, which are policy data and not code.
 *
 * @param values by rule id and parameter, for example {@code R5} and {@code headroom_multiple}
 */
public record Alerts(Map<Key, BigDecimal> values) {

    /** Whose threshold it is; can be ordered, so that a map finds it quickly also where hashes are the same. */
    public record Key(String code, String parameter) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::code).thenComparing(Key::parameter);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    public Alerts {
        values = Collections.unmodifiableMap(new HashMap<>(values));
    }

    /** The policy's value, or what holds where the policy is silent. */
    public BigDecimal value(String code, String parameter, BigDecimal otherwise) {
        return values.getOrDefault(new Key(code, parameter), otherwise);
    }
}
