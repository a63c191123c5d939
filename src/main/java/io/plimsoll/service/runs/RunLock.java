package io.plimsoll.service.runs;

import io.plimsoll.service.database.Locks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Keeps processes on one database from doing the same run twice. It saves work only; that a run is written once is seen to
 * by its request's row.
 */
@ApplicationScoped
class RunLock {

    private static final String KIND = "run ";

    private final Locks locks;

    RunLock(Locks locks) {
        this.locks = locks;
    }

    /** Takes the lock of a cycle; nothing where another holds it. To be called outside of transactions. */
    Optional<Locks.Held> take(String cycle) {
        return locks.take(KIND + cycle);
    }

    /** Whether anybody holds it. */
    boolean isHeld(String cycle) {
        return locks.isHeld(KIND + cycle);
    }
}
