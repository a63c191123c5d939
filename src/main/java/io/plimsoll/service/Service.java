package io.plimsoll.service;

import io.quarkus.runtime.Quarkus;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts the container in this process. */
public final class Service {

    private Service() {}

    /**
     * Serves until somebody stops the process, or until the service refuses to go on.
     *
     * @param settings by the names that the container knows them by; they win over the environment
     * @return the exit code; the container has stopped by then
     */
    public static int serve(Map<String, String> settings) {
        settings.forEach(System::setProperty);
        AtomicInteger exit = new AtomicInteger();
        Quarkus.run(null, (code, failure) -> exit.set(code));
        return exit.get();
    }
}
