package io.plimsoll.exchange;

import io.plimsoll.message.Message;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/** A refusal met in the middle of a stream: it passes through whatever reads the stream and is found again behind it. */
final class Beyond extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    Beyond(Message reason) {
        super(reason.code());
        this.reason = reason;
    }

    /** The refusal behind a failure, or else this one. */
    static ExchangeRefused behind(Exception failure, Message otherwise) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof Beyond beyond) {
                return new ExchangeRefused(beyond.reason);
            }
            cause = cause instanceof XMLStreamException xml && xml.getNestedException() != null
                    ? xml.getNestedException()
                    : cause.getCause();
        }
        return new ExchangeRefused(otherwise);
    }
}
