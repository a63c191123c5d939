package io.plimsoll.service.cycles;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.HomePart;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How many of the shops that somebody looks after have not read the latest notice (R31). */
@ApplicationScoped
class CoverageHomePart implements HomePart {

    private static final int PLACE = 22;
    private static final Set<Role> READERS = EnumSet.of(Role.CUSTOMER_MANAGER, Role.MARKET_MANAGER, Role.PLANNER);

    private static final String LATEST =
            "SELECT id FROM notice WHERE published_at IS NOT NULL ORDER BY published_at DESC, id DESC LIMIT 1";

    private final Coverage coverage;
    private final Sql sql;

    CoverageHomePart(Coverage coverage, Sql sql) {
        this.coverage = coverage;
        this.sql = sql;
    }

    @CheckedTemplate(basePath = "cycles")
    static class Templates {
        static native TemplateInstance unread(long notice, long unread, long shops);
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        if (!READERS.contains(viewer.role())) {
            return Optional.empty();
        }
        return sql.first(LATEST, row -> row.getLong(1)).map(notice -> {
            List<Coverage.Line> lines = coverage.of(viewer, notice);
            long shops = lines.stream().mapToLong(Coverage.Line::retailers).sum();
            long read = lines.stream().mapToLong(Coverage.Line::read).sum();
            return Templates.unread(notice, shops - read, shops);
        });
    }
}
