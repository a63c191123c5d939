package io.plimsoll.calendar;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When Skus were launched: in its first weeks a Sku is ordered alike everywhere, and detectors leave it out.
 *
 * @param days first day on sale, by Sku
 */
public record Launches(Map<String, LocalDate> days) {

    public Launches {
        days = Collections.unmodifiableMap(new TreeMap<>(days));
    }

    /** The first day on sale, or empty where the policy names none. */
    public Optional<LocalDate> launchedOn(String sku) {
        return Optional.ofNullable(days.get(sku));
    }

    /** Whether a day lies in the first weeks of a Sku, its first day included. */
    public boolean isInFirstWeeks(String sku, LocalDate day, int weeks) {
        return launchedOn(sku)
                .filter(first -> !day.isBefore(first) && day.isBefore(first.plusWeeks(weeks)))
                .isPresent();
    }
}
