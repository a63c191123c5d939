package io.plimsoll.service.people;

import io.plimsoll.message.Message;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Personal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Forms;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.text.Sha256;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tokens of programs: everybody makes his own, on a page, and revokes them. */
@ApplicationScoped
class Tokens implements PanacheRepository<ApiTokenEntity> {

    static final int MOST_OF_A_PERSON = 20;
    static final int LONGEST_DAYS = 3650;

    private static final int LONGEST_NAME = 80;
    private static final String OF_PERSON = "person.id = ?1";
    private static final String VALID =
            "person.id = ?1 and revokedAt is null and (expiresAt is null or expiresAt > ?2)";

    private final People people;
    private final Journal journal;
    private final Clock clock;

    Tokens(People people, Journal journal, Clock clock) {
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    /** Those of one person, the newest first. */
    @Transactional
    PageOf<TokenView> of(long person, Paging paging) {
        Instant now = clock.instant();
        List<TokenView> found = find(OF_PERSON + " order by id desc", person)
                .range(paging.offset(), paging.offset() + paging.size - 1)
                .<ApiTokenEntity>stream()
                .map(each -> TokenView.of(each, now))
                .toList();
        return PageOf.of(found, paging, count(OF_PERSON, person));
    }

    /** How many of a person's tokens let a program in. */
    @Transactional
    long countValid(long person) {
        return count(VALID, person, clock.instant());
    }

    /**
     * Makes a token for programs of the one who asks.
     *
     * @param days how long it lasts; null: until it is revoked
     * @return the token, which nobody can be told again
     */
    @Transactional
    String make(Viewer owner, String name, Integer days) {
        String text = name == null ? "" : name.strip();
        if (text.isEmpty() || text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            throw Refused.field("name", Message.of("TOKEN_NAME_FORM"));
        }
        if (days != null && (days < 1 || days > LONGEST_DAYS)) {
            throw Refused.field("days", Message.of("TOKEN_DAYS_FORM"));
        }
        PersonEntity person = people.locked(owner.personId());
        if (countValid(person.id) >= MOST_OF_A_PERSON) {
            throw new Refused(Problem.CONFLICT, Message.of("TOKENS_TOO_MANY", "most", MOST_OF_A_PERSON));
        }
        String secret = Credentials.TOKEN_PREFIX + Forms.random();
        Instant now = clock.instant();
        ApiTokenEntity token = new ApiTokenEntity();
        token.person = person;
        token.name = text;
        token.tokenHash = Sha256.of(secret);
        token.createdAt = now;
        token.expiresAt = days == null ? null : now.plus(Duration.ofDays(days));
        persistAndFlush(token);
        Map<String, Object> content = new HashMap<>();
        content.put("name", new Personal(Subject.person(person.id), text));
        content.put("days", days);
        journal.append(owner, Act.TOKEN_MADE, Subject.token(token.id), content);
        return secret;
    }

    /** Revokes one of one's own; another's is answered like one that is not there. */
    @Transactional
    void revoke(Viewer owner, long id) {
        ApiTokenEntity token = find("id = ?1 and person.id = ?2", id, owner.personId())
                .firstResultOptional()
                .orElseThrow(Refused::forbidden);
        revoke(owner, token);
    }

    /** Revokes all that a person still has. */
    @Transactional
    void revokeAll(Viewer actor, PersonEntity person) {
        list(VALID, person.id, clock.instant()).forEach(token -> revoke(actor, token));
    }

    private void revoke(Viewer actor, ApiTokenEntity token) {
        if (token.revokedAt == null) {
            token.revokedAt = clock.instant();
            journal.append(actor, Act.TOKEN_REVOKED, Subject.token(token.id), Map.of());
        }
    }
}
