package io.plimsoll.service.cycles;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;

/** What can be set about cycles. */
@ConfigMapping(prefix = "plimsoll.cycles")
public interface CycleSettings {

    /** At this hour of the business day after the retailers' window the second window ends, unless planned otherwise. */
    @WithDefault("10:00")
    LocalTime secondWindowUntil();

    /** How often the schedule is looked at; {@code off} leaves it to other processes. */
    @WithDefault("5s")
    String every();
}
