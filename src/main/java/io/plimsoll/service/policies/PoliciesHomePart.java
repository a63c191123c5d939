package io.plimsoll.service.policies;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.HomePart;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** How many policies wait for another planner's decision. */
@ApplicationScoped
class PoliciesHomePart implements HomePart {

    private static final int PLACE = 25;

    private static final String WAITING = """
            SELECT COUNT(*) FROM policy_step s WHERE s.step = 'PROPOSED'
            AND NOT EXISTS (SELECT 1 FROM policy_step later WHERE later.digest = s.digest AND later.number > s.number)
            """;

    private final Sql sql;

    PoliciesHomePart(Sql sql) {
        this.sql = sql;
    }

    @CheckedTemplate(basePath = "policies")
    static class Templates {
        static native TemplateInstance home(long waiting);
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        return viewer.role() == Role.PLANNER || viewer.role() == Role.AUDITOR
                ? Optional.of(Templates.home(sql.count(WAITING)))
                : Optional.empty();
    }
}
