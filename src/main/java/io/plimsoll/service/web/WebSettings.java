package io.plimsoll.service.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** What can be set about how the service speaks. */
@ConfigMapping(prefix = "plimsoll.business")
public interface WebSettings {

    /** On whose clocks days begin and windows close. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();
}
