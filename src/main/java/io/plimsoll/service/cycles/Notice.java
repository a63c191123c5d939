package io.plimsoll.service.cycles;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * What is told to people, as it is shown.
 *
 * @param cycle null: it is about none in particular
 * @param title null: it writes itself, see {@link Kind}
 * @param reason of the act that made it write itself; null where there was none
 * @param by what the person is called who wrote it; null: it wrote itself
 * @param publishedAt null: nobody but planners can read it yet
 * @param read whether the one who asks has read it
 * @param version for its ETag
 */
public record Notice(
        long id,
        Kind kind,
        String cycle,
        String title,
        String words,
        String reason,
        Correction correction,
        String by,
        Instant publishedAt,
        boolean read,
        long version) {

    /** Whether a run has taken the place of another. */
    @JsonIgnore
    public boolean isAnew() {
        return kind == Kind.CYCLE_ALLOCATED_ANEW;
    }

    /** Where the page of its cycle is. */
    @JsonIgnore
    public String cycleAddress() {
        return CycleView.address(cycle);
    }

    /** Where a retailer finds what he was granted in its cycle. */
    @JsonIgnore
    public String grantsAddress() {
        return "/grants/" + CycleView.segment(cycle);
    }

    /** What a notice tells of. All but the written ones are put into words in the language of the reader. */
    public enum Kind {
        WRITTEN,
        CYCLE_PUBLISHED,
        SUPPLY_CORRECTED,
        WINDOW_ENDED_EARLY,
        CYCLE_ALLOCATED,
        /** Another run has taken the place of the one in force. */
        CYCLE_ALLOCATED_ANEW,
        CYCLE_CANCELLED
    }
}
