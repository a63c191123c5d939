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
            SELECT COUNT(*) FROM policy_version v
            LEFT JOIN policy_step s ON s.digest = v.digest
                AND s.number = (SELECT MAX(latest.number) FROM policy_step latest WHERE latest.digest = v.digest)
            WHERE s.step = 'PROPOSED' OR (s.step IS NULL AND v.imported_by IS NOT NULL)
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
