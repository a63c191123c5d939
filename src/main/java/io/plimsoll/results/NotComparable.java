package io.plimsoll.results;

import io.plimsoll.message.Message;

/** Two folders that cannot be compared: one is no result that can be relied on, or they are of different orders. */
public final class NotComparable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    NotComparable(Message reason) {
        super(reason.code() + " " + reason.arguments(), null, false, false);
        this.reason = reason;
    }

    /** The reason, to be put into words. */
    public Message reason() {
        return reason;
    }
}
