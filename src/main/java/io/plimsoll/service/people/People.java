package io.plimsoll.service.people;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The table of people. */
@ApplicationScoped
class People implements PanacheRepository<PersonEntity> {

    Optional<PersonEntity> named(String name) {
        return find("name", name).firstResultOptional();
    }

    /** What a person is to the rest of the service. */
    static Viewer viewer(PersonEntity person) {
        return new Viewer(person.id, person.name, person.displayName, person.role, scope(person));
    }

    private static Scope scope(PersonEntity person) {
        return switch (person.role) {
            case RETAILER -> person.retailer == null ? new Scope.Nobody() : new Scope.OneRetailer(person.retailer);
            case CUSTOMER_MANAGER -> person.manager == null ? new Scope.Nobody() : new Scope.OfManager(person.manager);
            case MARKET_MANAGER -> new Scope.InTerritories(person.territories);
            case ORDER_DESK, PLANNER, AUDITOR -> new Scope.Everybody();
            case ADMIN -> new Scope.Nobody();
        };
    }

    /** Whether anybody can be signed in as an admin some day; without one nobody else ever can. */
    boolean hasAdmin() {
        return count("role = ?1 and active", Role.ADMIN) > 0;
    }
}
