package io.plimsoll.service.plans;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.Objections;
import io.plimsoll.files.StaffTables;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.uploads.RoomTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** Listing plans come in as counts of brands, and as nothing else (R32). */
@ApplicationScoped
class ListingTable implements RoomTable {

    private final KnownManagers managers;
    private final Sql sql;

    ListingTable(KnownManagers managers, Sql sql) {
        this.managers = managers;
        this.sql = sql;
    }

    @Override
    public String file() {
        return StaffTables.LISTING_PLANS;
    }

    @Override
    public Objections objections() {
        return managers.objections();
    }

    @Override
    public void store(Viewer planner, long upload, Path folder) throws BadInput {
        for (StaffTables.ListingPlan row : StaffTables.listingPlans(folder)) {
            sql.update(
                    "INSERT INTO listing_plan (period, manager, brands, upload) VALUES (?, ?, ?, ?) AS n"
                            + " ON DUPLICATE KEY UPDATE brands = n.brands, upload = n.upload",
                    row.period(),
                    row.manager(),
                    row.brands(),
                    upload);
        }
    }
}
