package io.plimsoll.service.plans;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.Objections;
import io.plimsoll.files.StaffTables;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.uploads.RoomTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.file.Path;

/** Counts of shops that were given guidance come in, with targets where they are others than the usual ones (R33). */
@ApplicationScoped
class GuidanceTable implements RoomTable {

    /** Percent of the shops that guidance is to reach. */
    static final BigDecimal COVERAGE = BigDecimal.valueOf(60);

    /** Percent of those reached that it is to help. */
    static final BigDecimal EFFECTIVE = BigDecimal.valueOf(80);

    private final KnownManagers managers;
    private final Sql sql;

    GuidanceTable(KnownManagers managers, Sql sql) {
        this.managers = managers;
        this.sql = sql;
    }

    @Override
    public String file() {
        return StaffTables.GUIDANCE;
    }

    @Override
    public Objections objections() {
        return managers.objections();
    }

    @Override
    public void store(Viewer planner, long upload, Path folder) throws BadInput {
        for (StaffTables.Guidance row : StaffTables.guidance(folder)) {
            sql.update(
                    "INSERT INTO guidance (period, manager, guided, effective, shops, coverage_target, effective_target,"
                            + " upload) VALUES (?, ?, ?, ?, ?, ?, ?, ?) AS n ON DUPLICATE KEY UPDATE guided = n.guided,"
                            + " effective = n.effective, shops = n.shops, coverage_target = n.coverage_target,"
                            + " effective_target = n.effective_target, upload = n.upload",
                    row.period(),
                    row.manager(),
                    row.guided(),
                    row.effective(),
                    row.shops().isEmpty() ? null : row.shops().getAsInt(),
                    row.coverageTarget().orElse(COVERAGE),
                    row.effectiveTarget().orElse(EFFECTIVE),
                    upload);
        }
    }
}
