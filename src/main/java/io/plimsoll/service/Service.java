package io.plimsoll.service;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts the container in this process. */
public final class Service {

    private Service() {}

    /**
     * Serves until somebody stops the process, or until the service refuses to go on.
     *
     * @param settings by the names that the container knows them by; they win over the environment
     * @param once whether to stop as soon as everything has started
     * @return the exit code; the container has stopped by then
     */
    public static int serve(Map<String, String> settings, boolean once) {
        settings.forEach(System::setProperty);
        AtomicInteger exit = new AtomicInteger();
        Quarkus.run(once ? Once.class : null, (code, failure) -> exit.set(code));
        return exit.get();
    }

    /** Has nothing to do once everything has started. */
    static final class Once implements QuarkusApplication {

        @Override
        public int run(String... arguments) {
            return 0;
        }
    }
}
