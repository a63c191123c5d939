package io.plimsoll.service.runs;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a planner asked for.
 *
 * @param requestedBy what the planner is called
 * @param reason why a run is superseded; null of a cycle's first
 * @param supersedes key of the run that was in force, or null
 * @param run key of what came of it, or null
 * @param failure why nothing came of it, as the engine said it; null where something did, or may yet
 */
@Schema(name = "RunRequest")
public record RunRequest(
        long id,
        String cycle,
        State state,
        Instant requestedAt,
        String requestedBy,
        String reason,
        Long supersedes,
        Long run,
        String failure,
        Instant finishedAt) {

    /** What has become of a request. */
    public enum State {
        /** Its run is to be done, or is being done. */
        WAITING,
        DONE,
        FAILED
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }

    public boolean isFailed() {
        return state == State.FAILED;
    }
}
