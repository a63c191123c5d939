package io.plimsoll.service.people;

import io.plimsoll.message.Message;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Personal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** What admins do with people: look them up, add them, change what they are. */
@ApplicationScoped
class Administration {

    private final People people;
    private final Credentials credentials;
    private final Tokens tokens;
    private final Journal journal;
    private final Clock clock;

    Administration(People people, Credentials credentials, Tokens tokens, Journal journal, Clock clock) {
        this.people = people;
        this.credentials = credentials;
        this.tokens = tokens;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    PageOf<PersonView> list(PeopleFilter filter, Paging paging) {
        List<PersonView> found = people.matching(filter, paging.offset(), paging.size).stream()
                .map(PersonView::of)
                .toList();
        return PageOf.of(found, paging, people.countMatching(filter));
    }

    @Transactional
    PersonView show(long id) {
        return PersonView.of(people.known(id));
    }

    /** Adds somebody. He can't sign in by password before he has been given one. */
    @Transactional
    PersonView add(Viewer admin, PersonDraft asked) {
        PersonDraft draft = asked.checked(true);
        requireFreeName(draft.name());
        requireFreeManager(draft.manager(), 0);
        PersonEntity person = new PersonEntity();
        person.name = draft.name();
        person.createdAt = clock.instant();
        write(draft, person);
        people.storeAtOnce(person);
        Subject subject = Subject.person(person.id);
        Map<String, Object> content = new TreeMap<>(particulars(person));
        content.put("name", new Personal(subject, person.name));
        journal.append(admin, Act.PERSON_ADDED, subject, content);
        return PersonView.of(person);
    }

    /**
     * Changes what somebody is. A change of his role, and the end of his being active, end his sessions; who is no longer
     * active loses his tokens too.
     *
     * @param seen checks the version that the one who changes has seen against the present one
     */
    @Transactional
    PersonView change(Viewer admin, long id, LongConsumer seen, PersonDraft asked) {
        PersonEntity person = people.known(id);
        seen.accept(person.version);
        PersonDraft draft = asked.checked(false);
        requireAdminLeft(admin, person, draft);
        requireFreeManager(draft.manager(), id);
        requireSameSide(person, draft);
        Map<String, Object> before = particulars(person);
        Role formerRole = person.role;
        boolean wasActive = person.active;
        write(draft, person);
        people.storeAtOnce(person);
        Map<String, Object> after = particulars(person);
        if (after.equals(before)) {
            return PersonView.of(person);
        }
        if (person.role != formerRole || !person.active) {
            credentials.endAll(person);
        }
        if (wasActive && !person.active) {
            tokens.revokeAll(admin, person);
        }
        Map<String, Object> from = new TreeMap<>(before);
        Map<String, Object> to = new TreeMap<>(after);
        before.forEach((field, value) -> {
            if (value.equals(after.get(field))) {
                from.remove(field);
                to.remove(field);
            }
        });
        journal.append(admin, Act.PERSON_CHANGED, Subject.person(id), Map.of("from", from, "to", to));
        return PersonView.of(person);
    }

    private static void write(PersonDraft draft, PersonEntity person) {
        person.displayName = draft.displayName();
        person.role = draft.role();
        person.retailer = draft.retailer();
        person.manager = draft.manager();
        person.active = draft.active();
        if (!person.territories.equals(new HashSet<>(draft.territories()))) {
            person.territories.clear();
            person.territories.addAll(draft.territories());
        }
    }

    /** As the journal holds them; what says something of a person stands there by reference. */
    private static Map<String, Object> particulars(PersonEntity person) {
        Subject subject = Subject.person(person.id);
        Map<String, Object> content = new TreeMap<>();
        content.put("displayName", new Personal(subject, person.displayName));
        content.put("role", person.role.name());
        content.put("retailer", person.retailer == null ? "" : Subject.retailer(person.retailer));
        content.put("manager", person.manager == null ? "" : new Personal(subject, person.manager));
        content.put("territories", PersonView.of(person).territories());
        content.put("active", person.active);
        return content;
    }

    /** Staff never order for a retailer, nor by becoming one for an hour. */
    private static void requireSameSide(PersonEntity person, PersonDraft draft) {
        if ((person.role == Role.RETAILER) != (draft.role() == Role.RETAILER)) {
            throw new Refused(Problem.CONFLICT, Message.of("PERSON_OTHER_SIDE"));
        }
    }

    private void requireFreeName(String name) {
        if (people.isNameTaken(name)) {
            throw new Refused(Problem.CONFLICT, Message.of("PERSON_NAME_TAKEN", "name", name));
        }
    }

    private void requireFreeManager(String manager, long but) {
        if (manager != null && people.isManagerTaken(manager, but)) {
            throw new Refused(Problem.CONFLICT, Message.of("PERSON_MANAGER_TAKEN", "manager", manager));
        }
    }

    /** Nobody takes his own admin right, and two admins who take each other's at the same time don't both succeed. */
    private void requireAdminLeft(Viewer admin, PersonEntity person, PersonDraft draft) {
        boolean losesRight = person.role == Role.ADMIN && (draft.role() != Role.ADMIN || !draft.active());
        if (!losesRight) {
            return;
        }
        if (admin.personId() == person.id) {
            throw new Refused(Problem.CONFLICT, Message.of("PERSON_OWN_RIGHT"));
        }
        if (people.activeAdminsLocked().stream().allMatch(person.id::equals)) {
            throw new Refused(Problem.CONFLICT, Message.of("PERSON_LAST_ADMIN"));
        }
    }
}
