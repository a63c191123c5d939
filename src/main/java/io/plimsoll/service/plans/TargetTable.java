package io.plimsoll.service.plans;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.Objections;
import io.plimsoll.files.StaffTables;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.uploads.RoomTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** Company targets come in, each in the place of what was said of its month before (R28). */
@ApplicationScoped
class TargetTable implements RoomTable {

    private final Sql sql;

    TargetTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String file() {
        return StaffTables.COMPANY_TARGETS;
    }

    @Override
    public Objections objections() {
        return Objections.NONE;
    }

    @Override
    public void store(Viewer planner, long upload, Path folder) throws BadInput {
        for (StaffTables.CompanyTarget row : StaffTables.companyTargets(folder)) {
            sql.update(
                    "INSERT INTO company_target (period, volume, price_percent, last_year_price, upload)"
                            + " VALUES (?, ?, ?, ?, ?) AS n ON DUPLICATE KEY UPDATE volume = n.volume,"
                            + " price_percent = n.price_percent, last_year_price = n.last_year_price, upload = n.upload",
                    row.period(),
                    row.volume().isEmpty() ? null : row.volume().getAsLong(),
                    row.pricePercent().orElse(null),
                    row.lastYearPrice().orElse(null),
                    upload);
        }
    }
}
