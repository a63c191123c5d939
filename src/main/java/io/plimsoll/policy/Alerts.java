package io.plimsoll.policy;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Thresholds of rules and detectors, which are policy data and not code.
 *
 * @param values by rule id and parameter, for example {@code R5} and {@code headroom_multiple}
 */
public record Alerts(Map<Key, BigDecimal> values) {

    /** Whose threshold it is. */
    public record Key(String code, String parameter) {}

    public Alerts {
        values = Map.copyOf(values);
    }

    /** The policy's value, or what holds where the policy is silent. */
    public BigDecimal value(String code, String parameter, BigDecimal otherwise) {
        return values.getOrDefault(new Key(code, parameter), otherwise);
    }
}
