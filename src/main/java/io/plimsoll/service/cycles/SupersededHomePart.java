package io.plimsoll.service.cycles;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.HomePart;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs that took the place of an earlier one, and why, for auditors. */
@ApplicationScoped
class SupersededHomePart implements HomePart {

    private static final int PLACE = 28;
    private static final int MOST = 5;

    private final Sql sql;

    SupersededHomePart(Sql sql) {
        this.sql = sql;
    }

    /** A run in the place of another. */
    record Superseding(String cycle, Instant at, String reason) {

        public String address() {
            return CycleView.address(cycle);
        }
    }

    @CheckedTemplate(basePath = "cycles")
    static class Templates {
        static native TemplateInstance superseded(List<Superseding> runs);
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
        return Optional.of(Templates.superseded(sql.list(
                "SELECT cycle, made_at, reason FROM allocation_run WHERE supersedes IS NOT NULL"
                        + " ORDER BY made_at DESC, id DESC LIMIT ?",
                row -> new Superseding(row.getString("cycle"), Sql.moment(row, "made_at"), row.getString("reason")),
                MOST)));
    }
}
