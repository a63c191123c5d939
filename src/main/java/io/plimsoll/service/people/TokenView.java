package io.plimsoll.service.people;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What can be told of a token; not the token itself, which only its user has.
 *
 * @param name what it is for
 * @param lastUsedAt to the minute; null where it was never used
 * @param expiresAt null where it lasts until it is revoked
 * @param revokedAt null where it was not
 */
@Schema(name = "Token", examples = """
                {"id":3,"name":"nightly export","state":"VALID","createdAt":"2026-11-02T01:00:00Z",
                "lastUsedAt":null,"expiresAt":"2027-01-31T01:00:00Z","revokedAt":null}""")
public record TokenView(
        long id,
        String name,
        State state,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        Instant revokedAt) {

    /** What becomes of a request that shows it. */
    public enum State {
        VALID,
        EXPIRED,
        REVOKED
    }

    static TokenView of(ApiTokenEntity token, Instant now) {
        return new TokenView(
                token.id,
                token.name,
                state(token, now),
                token.createdAt,
                token.lastUsedAt,
                token.expiresAt,
                token.revokedAt);
    }

    private static State state(ApiTokenEntity token, Instant now) {
        if (token.revokedAt != null) {
            return State.REVOKED;
        }
        return token.expiresAt == null || token.expiresAt.isAfter(now) ? State.VALID : State.EXPIRED;
    }
}
