package io.plimsoll.mysql;

import io.plimsoll.message.Message;
import io.plimsoll.results.Reasons;
import java.io.IOException;
import java.nio.file.Path;

/** The embedded database server cannot be started; nothing of it is running. */
public final class CannotStart extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    CannotStart(Message reason) {
        super(reason.code() + " " + reason.arguments(), null, false, false);
        this.reason = reason;
    }

    /** A file in the data folder cannot be read or written. */
    static CannotStart unusable(Path dataFolder, IOException failed) {
        return new CannotStart(Message.of("MYSQL_FOLDER_UNUSABLE", "folder", dataFolder, "reason", Reasons.of(failed)));
    }

    /** The reason, to be put into words; its code begins with {@code MYSQL_}. */
    public Message reason() {
        return reason;
    }
}
