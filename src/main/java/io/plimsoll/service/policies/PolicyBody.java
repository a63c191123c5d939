package io.plimsoll.service.policies;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.LargeBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The tables of a policy are larger than forms. */
@ApplicationScoped
class PolicyBody implements LargeBody {

    private static final Set<String> PATHS = Set.of("/policies", "/policies/", "/api/policies", "/api/policies/");

    @Override
    public boolean isAt(String path) {
        return PATHS.contains(path);
    }

    /** In JSON a table is longer than by itself. */
    @Override
    public long bytes() {
        return 2L * PolicyFiles.MOST_BYTES;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PLANNER);
    }
}
