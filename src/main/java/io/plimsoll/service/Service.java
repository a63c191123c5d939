package io.plimsoll.service;

import io.quarkus.runtime.Quarkus;
import java.util.Map;

/** Starts the container in this process. */
public final class Service {

    private Service() {}

    /**
     * Serves until somebody stops the process.
     *
     * @param settings by the names that the container knows them by; they win over the environment
     */
    public static void serve(Map<String, String> settings) {
        settings.forEach(System::setProperty);
        Quarkus.run();
    }
}
