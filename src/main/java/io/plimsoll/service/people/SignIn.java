package io.plimsoll.service.people;

import io.plimsoll.message.Message;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Lets people in who know their password. */
@ApplicationScoped
class SignIn {

    private final People people;
    private final Passwords passwords;
    private final Credentials credentials;
    private final Guard guard;
    private final Journal journal;

    SignIn(People people, Passwords passwords, Credentials credentials, Guard guard, Journal journal) {
        this.people = people;
        this.passwords = passwords;
        this.credentials = credentials;
        this.guard = guard;
        this.journal = journal;
    }

    /** What came of an attempt. */
    sealed interface Outcome {

        /** Signed in. */
        record Done(String cookie, boolean mustChangePassword) implements Outcome {}

        /** Not signed in. */
        record Not(Message reason) implements Outcome {}
    }

    private record Known(long id, String hash, boolean active) {}

    Outcome attempt(String name, String password, String address) {
        Duration wait = guard.attempt(name, address);
        if (!wait.isZero()) {
            return new Outcome.Not(Message.of("SIGN_IN_WAIT", "seconds", wait.toSeconds() + 1));
        }
        Optional<Known> known = QuarkusTransaction.requiringNew()
                .call(() ->
                        people.signingIn(name).map(person -> new Known(person.id, person.passwordHash, person.active)));
        boolean fits = passwords.matches(password, known.map(Known::hash).orElse(null));
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!fits || !known.get().active()) {
                known.ifPresent(person -> journal.appendBySystem(
                        Act.SIGN_IN_REFUSED, Subject.person(person.id()), Map.of("by", "PASSWORD")));
                return new Outcome.Not(Message.of("SIGN_IN_WRONG"));
            }
            guard.succeeded(name, address);
            PersonEntity person = people.findById(known.get().id());
            journal.append(People.viewer(person), Act.SIGNED_IN, Subject.person(person.id), Map.of("by", "PASSWORD"));
            return new Outcome.Done(credentials.begin(person), person.passwordOnce);
        });
    }
}
