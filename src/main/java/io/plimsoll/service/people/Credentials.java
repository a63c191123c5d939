package io.plimsoll.service.people;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Forms;
import io.plimsoll.text.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What people and programs show with every request: the cookie of a sign-in, or a token. The database knows hashes only. */
@ApplicationScoped
class Credentials {

    /** How tokens begin, so that one that has slipped into a file can be found. */
    static final String TOKEN_PREFIX = "plm_";

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private static final String OF_TOKEN =
            "SELECT t.id AS token, t.last_used_at, p.id, p.name, p.display_name, p.role, p.retailer, p.manager,"
                    + " p.password_once FROM api_token t JOIN person p ON p.id = t.person_id AND p.active"
                    + " WHERE t.token_hash = ? AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > ?)";

    private final EntityManager entities;
    private final Sql sql;
    private final TokenUses uses;
    private final SessionSettings settings;
    private final Clock clock;

    Credentials(EntityManager entities, Sql sql, TokenUses uses, SessionSettings settings, Clock clock) {
        this.entities = entities;
        this.sql = sql;
        this.uses = uses;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is found behind a credential.
     *
     * @param passwordOnce whether he has to change his password first
     * @param csrfToken what his forms must carry; null: he has none
     */
    record Found(Viewer viewer, boolean passwordOnce, String csrfToken) {}

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
        return Optional.of(new Found(People.viewer(session.person), session.person.passwordOnce, session.csrfToken));
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

    /**
     * Whose a token is, as the database knows it in this moment: whatever is revoked is worth nothing from then on. One
     * statement and no transaction, since every request of a program begins with it.
     */
    Optional<Found> ofToken(String token) {
        Instant now = clock.instant();
        return sql.first(OF_TOKEN, row -> ofToken(row, now), Sha256.of(token), now);
    }

    private Found ofToken(ResultSet row, Instant now) throws SQLException {
        Instant lastUsed = Sql.moment(row, "last_used_at");
        if (lastUsed == null || lastUsed.plus(NOTED_EVERY).isBefore(now)) {
            uses.note(row.getLong("token"), now);
        }
        long person = row.getLong("id");
        Role role = Role.valueOf(row.getString("role"));
        Set<String> territories = role == Role.MARKET_MANAGER
                ? new TreeSet<>(
                        sql.texts("SELECT territory FROM person_territory WHERE person_id = ?", List.of(person)))
                : Set.of();
        Scope scope = People.scope(role, row.getString("retailer"), row.getString("manager"), territories);
        Viewer viewer = new Viewer(person, row.getString("name"), row.getString("display_name"), role, scope);
        return new Found(viewer, row.getBoolean("password_once"), null);
    }
}
