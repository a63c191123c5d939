package io.plimsoll.service.intake;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.CycleDetails;
import io.plimsoll.service.database.Batch;
import java.sql.Connection;
import java.sql.SQLException;

/** Names and the like as a cycle came in with them: the register may call things otherwise by now. */
final class DetailsIntake {

    private final Connection connection;
    private final Cycle cycle;
    private final CycleDetails details;

    DetailsIntake(Connection connection, Cycle cycle, CycleDetails details) {
        this.connection = connection;
        this.cycle = cycle;
        this.details = details;
    }

    void store() throws SQLException {
        try (Batch rows = new Batch(
                connection,
                "INSERT INTO cycle_retailer_detail (cycle, licence, name, territory, key_account, phone, account,"
                        + " licensed_since) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < cycle.retailers().size(); i++) {
                CycleDetails.OfRetailer of = details.retailer(i);
                rows.add(
                        cycle.head().cycle(),
                        cycle.retailers().get(i).key(),
                        of.name(),
                        of.territory(),
                        of.keyAccount().orElse(null),
                        of.phone(),
                        of.account(),
                        of.licensedSince().orElse(null));
            }
            rows.done();
        }
        try (Batch rows = new Batch(
                connection,
                "INSERT INTO cycle_sku_detail (cycle, sku, name, price, key_brand, first_sold)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < cycle.skus().size(); i++) {
                CycleDetails.OfSku of = details.sku(i);
                rows.add(
                        cycle.head().cycle(),
                        cycle.skus().get(i).key(),
                        of.name(),
                        of.price().orElse(null),
                        of.keyBrand().orElse(null),
                        of.firstSold().orElse(null));
            }
            rows.done();
        }
    }
}
