package io.plimsoll.service.uploads;

import io.plimsoll.message.Message;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/** Lets a few uploads be worked on at once, so that many of them cost no more than these. */
@ApplicationScoped
public class Turns {

    private static final long RETRY_SECONDS = 10;

    private final Semaphore turns;

    Turns(UploadSettings settings) {
        this.turns = new Semaphore(settings.atOnce());
    }

    /** Work that reads and writes files. */
    public interface Work<T> {
        T done() throws IOException;
    }

    /**
     * Does a work, if it is its turn.
     *
     * @throws Refused UNAVAILABLE where as many as may be are at work already
     */
    public <T> T take(Work<T> work) throws IOException {
        if (!turns.tryAcquire()) {
            throw Refused.forNow(Problem.UNAVAILABLE, Message.of("UPLOADS_BUSY"), RETRY_SECONDS);
        }
        try {
            return work.done();
        } finally {
            turns.release();
        }
    }
}
