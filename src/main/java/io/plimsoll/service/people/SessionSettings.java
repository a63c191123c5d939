package io.plimsoll.service.people;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a sign-in lasts. */
@ConfigMapping(prefix = "plimsoll.session")
interface SessionSettings {

    /** Without a request for so long, it ends. */
    @WithDefault("PT2H")
    Duration idle();

    /** In any case it ends after so long. */
    @WithDefault("PT12H")
    Duration longest();
}
