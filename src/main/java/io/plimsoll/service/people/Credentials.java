package io.plimsoll.service.people;

import io.plimsoll.service.web.Forms;
import io.plimsoll.text.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What people and programs show with every request: the cookie of a sign-in, or a token. The database knows hashes only. */
@ApplicationScoped
class Credentials {

    /** How tokens begin, so that one that has slipped into a file can be found. */
    static final String TOKEN_PREFIX = "plm_";

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final EntityManager entities;
    private final SessionSettings settings;
    private final Clock clock;

    Credentials(EntityManager entities, SessionSettings settings, Clock clock) {
        this.entities = entities;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is found behind a credential. */
    record Found(PersonEntity person, String csrfToken) {}

    /**
     * Begins a session.
     *
     * @return what the cookie is to hold
     */
    String begin(PersonEntity person) {
        Instant now = clock.instant();
        String secret = Forms.random();
        SessionEntity session = new SessionEntity();
        session.tokenHash = Sha256.of(secret);
        session.person = person;
        session.csrfToken = Forms.random();
        session.createdAt = now;
        session.lastSeenAt = now;
        session.expiresAt = now.plus(settings.longest());
        entities.persist(session);
        entities.createQuery("delete from SessionEntity where expiresAt < :now")
                .setParameter("now", now)
                .executeUpdate();
        return secret;
    }

    /** Who is signed in with a cookie. A sign-in ends after some time without a request, and in any case after a day's work. */
    @Transactional
    Optional<Found> ofSession(String secret) {
        SessionEntity session = entities.find(SessionEntity.class, Sha256.of(secret));
        Instant now = clock.instant();
        if (session == null
                || !session.person.active
                || session.expiresAt.isBefore(now)
                || session.lastSeenAt.plus(settings.idle()).isBefore(now)) {
            return Optional.empty();
        }
        if (session.lastSeenAt.plus(NOTED_EVERY).isBefore(now)) {
            note("update SessionEntity set lastSeenAt = :now where tokenHash = :key", session.tokenHash, now);
        }
        session.person.territories.size();
        return Optional.of(new Found(session.person, session.csrfToken));
    }

    /** A row that somebody deletes in the same moment is none to complain about. */
    private void note(String update, Object key, Instant now) {
        entities.createQuery(update)
                .setParameter("key", key)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Ends a session; the cookie is worth nothing from now on. */
    void end(String secret) {
        entities.createQuery("delete from SessionEntity where tokenHash = :hash")
                .setParameter("hash", Sha256.of(secret))
                .executeUpdate();
    }

    /** Ends all sessions of a person. */
    void endAll(PersonEntity person) {
        entities.createQuery("delete from SessionEntity where person = :person")
                .setParameter("person", person)
                .executeUpdate();
    }

    /** Whose a token is. */
    @Transactional
    Optional<Found> ofToken(String token) {
        Instant now = clock.instant();
        Optional<ApiTokenEntity> found = entities.createQuery(
                        "from ApiTokenEntity where tokenHash = :hash", ApiTokenEntity.class)
                .setParameter("hash", Sha256.of(token))
                .getResultStream()
                .findFirst()
                .filter(each -> each.revokedAt == null
                        && each.person.active
                        && (each.expiresAt == null || each.expiresAt.isAfter(now)));
        found.ifPresent(each -> {
            if (each.lastUsedAt == null || each.lastUsedAt.plus(NOTED_EVERY).isBefore(now)) {
                note("update ApiTokenEntity set lastUsedAt = :now where id = :key", each.id, now);
            }
            each.person.territories.size();
        });
        return found.map(each -> new Found(each.person, null));
    }
}
