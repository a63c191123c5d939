package io.plimsoll.service.people;

import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Role;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/** Lets the very first person in: there is no default password, so one is made and printed, once. */
@ApplicationScoped
class FirstAdmin {

    private final People people;
    private final Passwords passwords;
    private final Journal journal;
    private final Clock clock;

    FirstAdmin(People people, Passwords passwords, Journal journal, Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    void makeIfNobodyIsThere(@Observes StartupEvent started) {
        if (people.count() > 0) {
            return;
        }
        String password = Passwords.temporary();
        PersonEntity admin = new PersonEntity();
        admin.name = "admin";
        admin.displayName = "admin";
        admin.role = Role.ADMIN;
        admin.passwordHash = passwords.hash(password);
        admin.passwordOnce = true;
        admin.createdAt = clock.instant();
        people.persistAndFlush(admin);
        journal.appendBySystem(Act.FIRST_ADMIN_MADE, Subject.person(admin.id), Map.of());
        System.out.printf(
                "%nNobody can sign in yet. Sign in once as 'admin' with the password %s and choose another one.%n%n",
                password);
    }
}
