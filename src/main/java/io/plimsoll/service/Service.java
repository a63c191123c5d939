package io.plimsoll.service;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Starts the container in this process. */
public final class Service {

    private Service() {}

    /**
     * Serves until somebody stops the process, or until the service refuses to go on.
     *
     * @param settings by the names that the container knows them by; they win over the environment
     * @param once whether to stop as soon as everything has started
     * @return the exit code; the container has stopped by then
     * @throws NotStarted where the container fails, with the reason
     */
    public static int serve(Map<String, String> settings, boolean once) throws NotStarted {
        settings.forEach(System::setProperty);
        AtomicInteger exit = new AtomicInteger();
        AtomicReference<Throwable> failed = new AtomicReference<>();
        try {
            Quarkus.run(once ? Once.class : null, (code, failure) -> {
                exit.set(code);
                failed.set(failure);
            });
        } catch (ExceptionInInitializerError notEvenBegun) {
            failed.set(notEvenBegun);
        }
        if (failed.get() != null) {
            throw NotStarted.because(failed.get());
        }
        return exit.get();
    }

    /** What the container will find a setting to be: a property of Java, else the environment; null where there is none. */
    public static String setting(String property) {
        String given = System.getProperty(property);
        return given != null ? given : System.getenv(SettingBounds.environment(property));
    }

    /** Has nothing to do once everything has started. */
    static final class Once implements QuarkusApplication {

        @Override
        public int run(String... arguments) {
            return 0;
        }
    }
}
