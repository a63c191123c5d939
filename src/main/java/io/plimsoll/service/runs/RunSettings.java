package io.plimsoll.service.runs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What can be set about runs. */
@ConfigMapping(prefix = "plimsoll.runs")
public interface RunSettings {

    /** How often runs that wait are looked for; {@code off} leaves them to other processes. */
    @WithDefault("2s")
    String every();
}
