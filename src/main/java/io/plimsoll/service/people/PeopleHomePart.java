package io.plimsoll.service.people;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.HomePart;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who may come in, for admins: how many people, and how many of them have no way to. */
@ApplicationScoped
class PeopleHomePart implements HomePart {

    private static final int PLACE = 20;

    private final Sql sql;

    PeopleHomePart(Sql sql) {
        this.sql = sql;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance home(long active, long withoutWayIn);
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        if (viewer.role() != Role.ADMIN) {
            return Optional.empty();
        }
        return Optional.of(
                Templates.home(
                        sql.count("SELECT COUNT(*) FROM person WHERE active"),
                        sql.count(
                                "SELECT COUNT(*) FROM person WHERE active AND password_hash IS NULL AND oidc_subject IS NULL")));
    }
}
