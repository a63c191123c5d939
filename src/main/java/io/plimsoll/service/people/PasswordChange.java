package io.plimsoll.service.people;

import io.plimsoll.message.Message;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** Lets somebody choose another password. */
@ApplicationScoped
class PasswordChange {

    private final People people;
    private final Passwords passwords;
    private final Credentials credentials;
    private final Guard guard;
    private final Journal journal;

    PasswordChange(People people, Passwords passwords, Credentials credentials, Guard guard, Journal journal) {
        this.people = people;
        this.passwords = passwords;
        this.credentials = credentials;
        this.guard = guard;
        this.journal = journal;
    }

    boolean hasPassword(Viewer viewer) {
        return QuarkusTransaction.requiringNew().call(() -> people.known(viewer.personId()).passwordHash != null);
    }

    /**
     * Changes the password and ends all sessions, the one that asks for it too: so nobody keeps what somebody may have
     * copied.
     *
     * @param old the present password, since whoever finds a browser left open must not get further than that
     * @return the cookie of the session that begins in place of the one that asked
     */
    String change(Viewer viewer, String old, String chosen, String address) {
        if (!Passwords.isGoodEnough(chosen, viewer.name())) {
            throw Refused.field("chosen", Message.of("PASSWORD_FORM"));
        }
        if (chosen.equals(old)) {
            throw Refused.field("chosen", Message.of("PASSWORD_SAME"));
        }
        Duration wait = guard.attempt(viewer.name(), address);
        if (!wait.isZero()) {
            Message reason = Message.of("SIGN_IN_WAIT", "seconds", wait.toSeconds() + 1);
            throw Refused.forNow(Problem.TOO_MANY_ATTEMPTS, reason, wait.toSeconds() + 1);
        }
        String present = QuarkusTransaction.requiringNew().call(() -> people.known(viewer.personId()).passwordHash);
        if (!passwords.matches(old, present)) {
            throw Refused.field("old", Message.of("PASSWORD_WRONG"));
        }
        String hash = passwords.hash(chosen);
        return QuarkusTransaction.requiringNew().call(() -> store(viewer, present, hash, address));
    }

    private String store(Viewer viewer, String present, String hash, String address) {
        PersonEntity person = people.locked(viewer.personId());
        if (!person.active || !present.equals(person.passwordHash)) {
            throw new Refused(Problem.STALE, Message.of("PROBLEM_STALE"));
        }
        person.passwordHash = hash;
        person.passwordOnce = false;
        people.storeAtOnce(person);
        guard.succeeded(viewer.name(), address);
        credentials.endAll(person);
        journal.append(viewer, Act.PASSWORD_CHANGED, Subject.person(person.id), Map.of());
        return credentials.begin(person);
    }
}
