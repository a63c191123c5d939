package io.plimsoll.service.health;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may read how the service does. */
@ConfigMapping(prefix = "plimsoll.metrics")
interface MetricsSettings {

    /** What a reader of {@code /metrics} shows as its bearer token; without one there are no metrics. */
    Optional<String> token();
}
