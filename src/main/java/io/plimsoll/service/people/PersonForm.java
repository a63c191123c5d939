package io.plimsoll.service.people;

import io.plimsoll.service.right.Role;
import jakarta.ws.rs.FormParam;
import java.util.Arrays;
import java.util.List;

/**
 * What an admin has typed about a person, or finds in the form. It has no static fields: the container can't fill a record
 * that has some.
 */
public record PersonForm(
        @FormParam("name") String name,
        @FormParam("displayName") String displayName,
        @FormParam("role") String role,
        @FormParam("retailer") String retailer,
        @FormParam("manager") String manager,
        @FormParam("territories") String territories,
        @FormParam("active") String active,
        @FormParam("version") String version,
        @FormParam("once") String once) {

    static PersonForm empty() {
        return new PersonForm("", "", "", "", "", "", "true", "", "");
    }

    static PersonForm of(PersonView person) {
        return new PersonForm(
                person.name(),
                person.displayName(),
                person.role().name(),
                person.retailer() == null ? "" : person.retailer(),
                person.manager() == null ? "" : person.manager(),
                String.join(", ", person.territories()),
                Boolean.toString(person.active()),
                Long.toString(person.version()),
                "");
    }

    /** Of the three last fields one holds for a role, or none; what stands in the others was of an earlier role. */
    PersonDraft draft(boolean isNew) {
        Role chosen = chosenRole();
        return new PersonDraft(
                isNew ? name : null,
                displayName,
                chosen,
                chosen == Role.RETAILER ? retailer : null,
                chosen == Role.CUSTOMER_MANAGER ? manager : null,
                chosen == Role.MARKET_MANAGER ? territoryList() : List.of(),
                isNew || "true".equals(active));
    }

    private Role chosenRole() {
        return Arrays.stream(Role.values())
                .filter(each -> each.name().equals(role))
                .findFirst()
                .orElse(null);
    }

    private List<String> territoryList() {
        return territories == null
                ? List.of()
                : Arrays.stream(territories.split("[,，、;；\\n]"))
                        .filter(each -> !each.isBlank())
                        .toList();
    }

    /** What the one who sends this form has seen; nothing that ever was where it is no number. */
    long seenVersion() {
        try {
            return Long.parseLong(version);
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
