package io.plimsoll.service.people;

import io.plimsoll.message.Message;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.function.LongConsumer;

/** What admins do with the ways in of other people: give, take, free. */
@ApplicationScoped
class Access {

    private final People people;
    private final Passwords passwords;
    private final Credentials credentials;
    private final Tokens tokens;
    private final Guard guard;
    private final Journal journal;

    Access(People people, Passwords passwords, Credentials credentials, Tokens tokens, Guard guard, Journal journal) {
        this.people = people;
        this.passwords = passwords;
        this.credentials = credentials;
        this.tokens = tokens;
        this.guard = guard;
        this.journal = journal;
    }

    /**
     * Gives somebody a temporary password, ends his sessions, and lets him try it at once.
     *
     * @param seen checks the version that the one who changes has seen against the present one
     * @return the password, which nobody can be told again
     */
    @Transactional
    String resetPassword(Viewer admin, long id, LongConsumer seen) {
        PersonEntity person = people.known(id);
        seen.accept(person.version);
        if (admin.personId() == id) {
            throw new Refused(Problem.CONFLICT, Message.of("PASSWORD_RESET_OWN"));
        }
        String password = Passwords.temporary();
        person.passwordHash = passwords.hash(password);
        person.passwordOnce = true;
        people.storeAtOnce(person);
        credentials.endAll(person);
        guard.forget(person.name);
        journal.append(admin, Act.PASSWORD_RESET, Subject.person(id), Map.of());
        return password;
    }

    @Transactional
    void endSessions(Viewer admin, long id) {
        credentials.endAll(people.known(id));
        journal.append(admin, Act.SESSIONS_ENDED, Subject.person(id), Map.of());
    }

    @Transactional
    void revokeTokens(Viewer admin, long id) {
        tokens.revokeAll(admin, people.known(id));
    }

    @Transactional
    void endLockOut(Viewer admin, long id) {
        guard.forget(people.known(id).name);
        journal.append(admin, Act.LOCK_OUT_ENDED, Subject.person(id), Map.of());
    }

    /** Unbinds the account at the provider; the next that fits by its claim can be bound. */
    @Transactional
    void unbindSingleSignOn(Viewer admin, long id) {
        PersonEntity person = people.known(id);
        if (person.oidcSubject == null) {
            return;
        }
        person.oidcSubject = null;
        people.storeAtOnce(person);
        credentials.endAll(person);
        journal.append(admin, Act.SINGLE_SIGN_ON_UNBOUND, Subject.person(id), Map.of());
    }
}
