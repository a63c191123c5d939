package io.plimsoll.service.journal;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.HomePart;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What was done of late, for auditors: how often each kind of act, and the way to those acts. */
@ApplicationScoped
class ActsHomePart implements HomePart {

    private static final int PLACE = 30;
    private static final int DAYS = 7;

    private final Sql sql;
    private final Clock clock;

    ActsHomePart(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Acts of one kind. */
    record Kind(String kind, long acts) {}

    @CheckedTemplate(basePath = "journal")
    static class Templates {
        static native TemplateInstance home(List<Kind> kinds, int days);
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        if (viewer.role() != Role.AUDITOR) {
            return Optional.empty();
        }
        return Optional.of(Templates.home(
                sql.list(
                        "SELECT kind, COUNT(*) AS acts FROM journal WHERE at >= ? GROUP BY kind ORDER BY acts DESC, kind",
                        row -> new Kind(row.getString("kind"), row.getLong("acts")),
                        clock.instant().minus(Duration.ofDays(DAYS))),
                DAYS));
    }
}
