package io.plimsoll.service.uploads;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where uploads wait, and how much of them is taken. */
@ConfigMapping(prefix = "plimsoll.uploads")
public interface UploadSettings {

    /** Holds what was uploaded until it is stored or discarded; {@code plimsoll serve --data} puts it below its folder. */
    @WithDefault("plimsoll-data/uploads")
    Path folder();

    /** After so long an upload that nobody stored is discarded. */
    @WithDefault("PT24H")
    Duration keep();

    /** Most megabytes of a file as it is sent. */
    @WithDefault("64")
    int megabytes();

    /** So many uploads are worked on at once; others are asked to come again. */
    @WithDefault("2")
    int atOnce();
}
