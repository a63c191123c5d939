package io.plimsoll.service.uploads;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.service.cycles.CycleView;
import java.time.Instant;

/**
 * An upload.
 *
 * @param file as it was called
 * @param cycle that it brings, or that its supply is for; may be null
 * @param digest SHA-256 of the file
 * @param errors that the preview found
 * @param by who uploaded it
 * @param version for its ETag
 */
public record UploadView(
        long id,
        String file,
        Kind kind,
        String cycle,
        String digest,
        long bytes,
        State state,
        int errors,
        String by,
        Instant at,
        Instant storedAt,
        long version) {

    /** Whether it waits to be stored and can be. */
    @JsonIgnore
    public boolean isStorable() {
        return state == State.PREVIEWED && errors == 0;
    }

    /** Where the page of its cycle is; null where it is about none. */
    @JsonIgnore
    public String cycleAddress() {
        return cycle == null ? null : CycleView.address(cycle);
    }

    /** Whether it waits in vain. */
    @JsonIgnore
    public boolean isFaulty() {
        return state == State.PREVIEWED && errors > 0;
    }
}
