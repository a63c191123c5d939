package io.plimsoll.proof;

import io.plimsoll.message.Message;

/** Something that cannot be checked at all: no export, no proof, no anchor. */
public final class ProofRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    ProofRefused(Message reason) {
        super(reason.code() + " " + reason.arguments(), null, false, false);
        this.reason = reason;
    }

    /** The reason, to be put into words. */
    public Message reason() {
        return reason;
    }
}
