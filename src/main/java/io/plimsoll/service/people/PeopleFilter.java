package io.plimsoll.service.people;

import io.plimsoll.service.right.Role;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which people a list is to show; without any wish, all of them. */
public class PeopleFilter {

    private static final int LONGEST_SEARCH = 120;

    @QueryParam("search")
    @Parameter(description = "A part of the name or of the name shown; large and small letters are alike.")
    public String search;

    @QueryParam("role")
    public Role role;

    @QueryParam("active")
    public Boolean active;

    /** What to look for with {@code like}, or null. */
    String pattern() {
        if (search == null || search.isBlank()) {
            return null;
        }
        String text = search.strip().toLowerCase(java.util.Locale.ROOT);
        text = text.length() > LONGEST_SEARCH ? text.substring(0, LONGEST_SEARCH) : text;
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
