package io.plimsoll.service.quotas;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How changes of totals are handled. */
@ConfigMapping(prefix = "plimsoll.quotas")
interface QuotaSettings {

    /** Within how many days a retailer is to answer, before a line drops out of a re-balancing. */
    @WithDefault("7")
    @Min(1)
    @Max(60)
    int answerDays();

    /** How often totals that came into force are judged by the rules; {@code off} leaves it to another process. */
    @WithDefault("1m")
    String judgeEvery();
}
