package io.plimsoll.service.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Whether the service is a demo; {@code plimsoll serve --demo} says so. */
@ConfigMapping(prefix = "plimsoll.demo")
interface DemoSettings {

    @WithDefault("false")
    boolean enabled();

    /** Where the sign-ins are written. */
    @WithDefault("plimsoll-data")
    Path folder();

    @WithDefault("2500")
    int retailers();

    @WithDefault("120")
    int skus();

    @WithDefault("20261102")
    long seed();
}
