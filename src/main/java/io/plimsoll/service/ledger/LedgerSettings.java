package io.plimsoll.service.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often the ledger is written. */
@ConfigMapping(prefix = "plimsoll.ledger")
interface LedgerSettings {

    /** How often entries are sealed that were committed since; {@code off} leaves that to another process. */
    @WithDefault("1s")
    String every();
}
