package io.plimsoll.files;

import io.plimsoll.message.Message;

/** A value outside its kind, before it is known where it stands. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message expected;

    Refused(String code, Object... namesAndValues) {
        super(code, null, false, false);
        expected = Message.of(code, namesAndValues);
    }

    Message expected() {
        return expected;
    }
}
