package io.plimsoll.exchange;

import io.plimsoll.message.Message;

/** An upload that can't be taken as a whole, or a table that can't be written as asked; nothing is left of it. */
public final class ExchangeRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    ExchangeRefused(Message reason) {
        super(reason.code() + " " + reason.arguments(), null, false, false);
        this.reason = reason;
    }

    /** The reason, to be put into words. */
    public Message reason() {
        return reason;
    }
}
