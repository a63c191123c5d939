package io.plimsoll.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build this is. */
public final class Engine {

    private Engine() {}

    /** The version that Maven built. */
    public static String version() {
        Properties build = new Properties();
        try (InputStream in = Engine.class.getResourceAsStream("/build.properties")) {
            build.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return build.getProperty("version");
    }
}
