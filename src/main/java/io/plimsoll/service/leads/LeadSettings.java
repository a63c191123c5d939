package io.plimsoll.service.leads;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What can be set about leads. */
@ConfigMapping(prefix = "plimsoll.leads")
public interface LeadSettings {

    /** Days after which a lead is due, unless somebody says otherwise. */
    @WithDefault("14")
    int dueDays();

    /** How often leads are looked for that are overdue; {@code off} leaves that to other processes. */
    @WithDefault("5m")
    String every();
}
