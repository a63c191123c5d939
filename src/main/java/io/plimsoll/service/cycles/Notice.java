package io.plimsoll.service.cycles;

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

    /** What a notice tells of. All but the written ones are put into words in the language of the reader. */
    public enum Kind {
        WRITTEN,
        CYCLE_PUBLISHED,
        SUPPLY_CORRECTED,
        WINDOW_ENDED_EARLY,
        CYCLE_CANCELLED
    }
}
