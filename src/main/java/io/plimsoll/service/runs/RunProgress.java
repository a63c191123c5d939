package io.plimsoll.service.runs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How far the runs of this process are: in memory, for it ends with the process. */
@ApplicationScoped
class RunProgress {

    private final RunLock lock;
    private final Clock clock;
    private final Map<Long, At> byRequest = new ConcurrentHashMap<>();

    RunProgress(RunLock lock, Clock clock) {
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * How far a run is.
     *
     * @param done lines of orders that are written; 0 while none are
     * @param of lines there are to write
     * @param since when the run began; null while it has not, or is elsewhere
     * @param secondsLeft an estimate from how fast lines were written so far; null while there is none
     */
    public record At(RunPart part, int done, int of, Instant since, Long secondsLeft) {}

    /** Told by a run how far it is. */
    interface Listener {
        void begins(RunPart part);

        void wrote(int lines, int of);
    }

    /** Begins to note how far a run is. */
    Listener begin(long request) {
        Instant since = clock.instant();
        return new Listener() {
            private volatile Instant begun = since;

            @Override
            public void begins(RunPart part) {
                begun = clock.instant();
                byRequest.put(request, new At(part, 0, 0, since, null));
            }

            @Override
            public void wrote(int lines, int of) {
                long millis = Duration.between(begun, clock.instant()).toMillis();
                Long left = lines == 0 ? null : Math.max(0, millis * (of - lines) / lines / 1000);
                byRequest.put(request, new At(RunPart.WRITING, lines, of, since, left));
            }
        };
    }

    void end(long request) {
        byRequest.remove(request);
    }

    /** How far a run is that waits or is being done. */
    At of(long request, String cycle) {
        At here = byRequest.get(request);
        if (here != null) {
            return here;
        }
        return new At(lock.isHeld(cycle) ? RunPart.ELSEWHERE : RunPart.WAITING, 0, 0, null, null);
    }
}
