package io.plimsoll.ledger;

import io.plimsoll.message.Message;

/** A line that is not written as the ledger writes its lines. */
public final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    Malformed(Message reason) {
        super(reason.code() + " " + reason.arguments(), null, false, false);
        this.reason = reason;
    }

    /** What is wrong with it, to be put into words. */
    public Message reason() {
        return reason;
    }
}
