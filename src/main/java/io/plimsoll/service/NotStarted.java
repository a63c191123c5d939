package io.plimsoll.service;

import io.plimsoll.message.Message;
import io.quarkus.runtime.QuarkusBindException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service cannot be started; nothing of it is left running. */
public final class NotStarted extends Exception {

    private static final long serialVersionUID = 1;

    /** How the container's configuration tells whose value it can't read. */
    private static final Pattern SETTING =
            Pattern.compile("property \"?([a-z][a-zA-Z0-9.-]*\\.[a-zA-Z0-9.-]*[a-zA-Z0-9])\"?");

    private final transient Message reason;

    private NotStarted(Message reason, Throwable failure) {
        super(reason.code(), failure);
        this.reason = reason;
    }

    /** Why, to be put into words; its code begins with {@code SERVE_}. */
    public Message reason() {
        return reason;
    }

    static NotStarted because(Throwable failure) {
        return new NotStarted(reasonOf(failure), failure);
    }

    private static Message reasonOf(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            root = cause;
            if (cause instanceof QuarkusBindException taken) {
                return words(root(taken)).contains("in use")
                        ? Message.of("SERVE_PORT_TAKEN", "port", taken.getPort())
                        : Message.of(
                                "SERVE_CANNOT_LISTEN",
                                "host",
                                taken.getHost(),
                                "port",
                                taken.getPort(),
                                "reason",
                                words(root(taken)));
            }
            if (cause instanceof SQLException) {
                return Message.of("SERVE_DATABASE_UNUSABLE", "reason", words(root(cause)));
            }
        }
        Matcher named = SETTING.matcher(String.valueOf(root.getMessage()));
        return named.find()
                ? Message.of(
                        "SERVE_SETTING_REFUSED",
                        "setting",
                        SettingBounds.environment(named.group(1)),
                        "reason",
                        words(root))
                : Message.of("SERVE_FAILED", "reason", words(root));
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    /** The first line of what a failure says; the others are about how it came to it. */
    private static String words(Throwable failure) {
        String said = failure.getMessage();
        return said == null || said.isBlank()
                ? failure.getClass().getSimpleName()
                : said.strip().lines().findFirst().orElseThrow();
    }
}
