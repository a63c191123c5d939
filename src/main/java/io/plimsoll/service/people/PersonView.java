package io.plimsoll.service.people;

import io.plimsoll.service.right.Role;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person as admins see him; nothing that lets anybody in is a part of it.
 *
 * @param name what he signs in with
 * @param displayName what he is called on a page
 * @param retailer of a retailer: the licence number of his shop
 * @param manager of a customer manager: the key by which retailers name him
 * @param territories of a market manager
 * @param active whether he may come in
 * @param hasPassword whether he can sign in by password
 * @param passwordIsTemporary whether he must choose another one first
 * @param hasSingleSignOn whether an account at the provider is bound to him
 * @param version goes up with every change; the ETag
 */
@Schema(name = "Person", examples = """
                {"id":7,"name":"wang.min","displayName":"Wang Min","role":"CUSTOMER_MANAGER","retailer":null,
                "manager":"M01","territories":[],"active":true,"hasPassword":true,"passwordIsTemporary":false,
                "hasSingleSignOn":false,"createdAt":"2026-11-02T01:00:00Z","version":3}""")
public record PersonView(
        long id,
        String name,
        String displayName,
        Role role,
        String retailer,
        String manager,
        List<String> territories,
        boolean active,
        boolean hasPassword,
        boolean passwordIsTemporary,
        boolean hasSingleSignOn,
        Instant createdAt,
        long version) {

    static PersonView of(PersonEntity person) {
        return new PersonView(
                person.id,
                person.name,
                person.displayName,
                person.role,
                person.retailer,
                person.manager,
                List.copyOf(new TreeSet<>(person.territories)),
                person.active,
                person.passwordHash != null,
                person.passwordOnce,
                person.oidcSubject != null,
                person.createdAt,
                person.version);
    }
}
