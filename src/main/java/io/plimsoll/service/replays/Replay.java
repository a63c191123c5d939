package io.plimsoll.service.replays;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.message.Message;
import io.plimsoll.service.cycles.CycleView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A replay of a run.
 *
 * @param number of the run within its cycle
 * @param policy digest of another policy that it was tried under; null: its own
 * @param policyVersion the same as people cite it
 * @param askedBy what the person is called
 * @param why nothing was recomputed, as something to be said; null where something was
 * @param failure what the engine said when it broke off, or null
 * @param record SHA-256 of the run.json that was replayed; null before
 * @param engine version of the build that made the run; null before
 * @param lines of orders that were recomputed
 */
@Schema(name = "Replay")
public record Replay(
        long id,
        String cycle,
        long run,
        int number,
        String policy,
        String policyVersion,
        String askedBy,
        Instant askedAt,
        ReplayOutcome outcome,
        @JsonIgnore Message why,
        String failure,
        String record,
        String engine,
        long lines,
        Instant begunAt,
        Instant finishedAt) {

    @JsonIgnore
    public boolean isWaiting() {
        return outcome == ReplayOutcome.WAITING;
    }

    /** Whether it was tried under another policy than its own. */
    @JsonIgnore
    public boolean isUnderAnother() {
        return policy != null;
    }

    /** Where its page is. */
    @JsonIgnore
    public String address() {
        return "/replays/" + id;
    }

    /** Where all replays of its run are. */
    @JsonIgnore
    public String allAddress() {
        return all(cycle, run);
    }

    @JsonIgnore
    public String cycleAddress() {
        return CycleView.address(cycle);
    }

    static String all(String cycle, long run) {
        return CycleView.address(cycle) + "/runs/" + run + "/replays";
    }
}
