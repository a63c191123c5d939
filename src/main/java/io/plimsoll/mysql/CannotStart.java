package io.plimsoll.mysql;

import io.plimsoll.message.Message;
import io.plimsoll.results.Reasons;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** The embedded database server cannot be started; nothing of it is left running. */
public final class CannotStart extends Exception {

    private static final long serialVersionUID = 1L;

    /** What a shell says of a program that it can't run at all. */
    private static final Set<Integer> NEVER_RAN = Set.of(126, 127);

    private final transient Message reason;

    CannotStart(Message reason) {
        super(reason.code() + " " + reason.arguments(), null, false, false);
        this.reason = reason;
    }

    /** A file in the data folder cannot be read or written. */
    static CannotStart unusable(Path dataFolder, IOException failed) {
        return new CannotStart(Message.of("MYSQL_FOLDER_UNUSABLE", "folder", dataFolder, "reason", Reasons.of(failed)));
    }

    /** The server ended, or was not ready in time. */
    static CannotStart because(GuardedProcess server, ErrorLog log) throws IOException {
        boolean neverRan = server.hasEnded() && NEVER_RAN.contains(server.exitCode());
        return new CannotStart(
                neverRan
                        ? Message.of("MYSQL_CANNOT_RUN", "lines", log.lastLines())
                        : Message.of("MYSQL_NOT_STARTED", "log", log.file(), "lines", log.lastLines()));
    }

    /** The reason, to be put into words; its code begins with {@code MYSQL_}. */
    public Message reason() {
        return reason;
    }
}
