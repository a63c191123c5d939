package io.plimsoll.service.people;

import io.plimsoll.message.Message;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.exception.ConstraintViolationException;

/** The table of people. */
@ApplicationScoped
class People implements PanacheRepository<PersonEntity> {

    private static final String MATCHING =
            "(:pattern is null or lower(name) like :pattern escape '!' or lower(displayName) like :pattern escape '!')"
                    + " and (:role is null or role = :role) and (:active is null or active = :active)";

    Optional<PersonEntity> named(String name) {
        return find("name", name).firstResultOptional();
    }

    /**
     * The one who signs in by a name: whose name it is letter by letter; else the retailer whose licence was typed in small
     * letters. One question for both, so that a name that nobody has takes no longer than one that is known.
     */
    Optional<PersonEntity> signingIn(String typed) {
        List<PersonEntity> found = list("name in ?1", List.of(typed, typed.toUpperCase(Locale.ROOT)));
        return found.stream()
                .filter(person -> person.name.equals(typed))
                .findFirst()
                .or(() -> found.stream()
                        .filter(person -> person.role == Role.RETAILER)
                        .findFirst());
    }

    /** The one who is bound to an account at the provider of single sign-on. */
    Optional<PersonEntity> withAccount(String account) {
        return find("oidcSubject", account).firstResultOptional();
    }

    /** What a person is to the rest of the service. */
    static Viewer viewer(PersonEntity person) {
        return new Viewer(person.id, person.name, person.displayName, person.role, scope(person));
    }

    private static Scope scope(PersonEntity person) {
        return scope(person.role, person.retailer, person.manager, person.territories);
    }

    /**
     * Whose rows somebody may see.
     *
     * @param retailer licence of a retailer's shop, or null
     * @param manager key of a customer manager, or null
     * @param territories of a market manager
     */
    static Scope scope(Role role, String retailer, String manager, Set<String> territories) {
        return switch (role) {
            case RETAILER -> retailer == null ? new Scope.Nobody() : new Scope.OneRetailer(retailer);
            case CUSTOMER_MANAGER -> manager == null ? new Scope.Nobody() : new Scope.OfManager(manager);
            case MARKET_MANAGER -> new Scope.InTerritories(territories);
            case ORDER_DESK, PLANNER, AUDITOR -> new Scope.Everybody();
            case ADMIN -> new Scope.Nobody();
        };
    }

    /** One of them; to be asked for those only who may see everybody. */
    PersonEntity known(long id) {
        return findByIdOptional(id).orElseThrow(Refused::notFound);
    }

    /** The same, and nobody else changes this row until the transaction ends. */
    PersonEntity locked(long id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Refused::notFound);
    }

    List<PersonEntity> matching(PeopleFilter filter, int offset, int most) {
        return find("from PersonEntity where " + MATCHING + " order by name", values(filter))
                .range(offset, offset + most - 1)
                .list();
    }

    long countMatching(PeopleFilter filter) {
        return count(MATCHING, values(filter));
    }

    private static Map<String, Object> values(PeopleFilter filter) {
        Map<String, Object> values = new HashMap<>();
        values.put("pattern", filter.pattern());
        values.put("role", filter.role);
        values.put("active", filter.active);
        return values;
    }

    /** Names that differ by large and small letters only would be taken for one another. */
    boolean isNameTaken(String name) {
        return count("lower(name) = lower(?1)", name) > 0;
    }

    boolean isManagerTaken(String manager, long but) {
        return count("manager = ?1 and id <> ?2", manager, but) > 0;
    }

    /**
     * Writes a row now, so that what the database refuses is said here: a key that another has taken in this moment, a
     * version that another has changed.
     */
    void storeAtOnce(PersonEntity person) {
        try {
            persistAndFlush(person);
        } catch (ConstraintViolationException taken) {
            throw new Refused(Problem.CONFLICT, Message.of("PROBLEM_CONFLICT"));
        }
    }

    /** The keys of all who can be signed in as an admin; who else takes such a right waits until this transaction ends. */
    List<Long> activeAdminsLocked() {
        return find("role = ?1 and active", Sort.by("id"), Role.ADMIN).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .map(admin -> admin.id)
                .toList();
    }
}
