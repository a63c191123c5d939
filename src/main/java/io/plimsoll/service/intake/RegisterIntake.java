package io.plimsoll.service.intake;

import io.plimsoll.files.CycleDetails;
import io.plimsoll.files.CycleDetails.OfRetailer;
import io.plimsoll.files.CycleDetails.OfSku;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.service.database.Batch;
import io.plimsoll.sku.Sku;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The register that comes with a cycle: territories, retailers, what is agreed with them, Skus. What is known becomes what is said last. */
final class RegisterIntake {

    private final Connection connection;
    private final List<Retailer> retailers;
    private final List<Sku> skus;
    private final CycleDetails details;
    private final String period;
    private final Instant now;

    /**
     * Prepares storing.
     *
     * @param details by the positions in both lists
     * @param period from which agreed totals hold
     */
    RegisterIntake(
            Connection connection,
            List<Retailer> retailers,
            List<Sku> skus,
            CycleDetails details,
            String period,
            Instant now) {
        this.connection = connection;
        this.retailers = retailers;
        this.skus = skus;
        this.details = details;
        this.period = period;
        this.now = now;
    }

    /**
     * Stores everything.
     *
     * @param withTotal of which retailers the agreed total is taken
     */
    void store(Predicate<String> withTotal) throws SQLException {
        storeTerritories();
        storeRetailers();
        storeAgreedTotals(withTotal);
        storeSkus();
    }

    private void storeTerritories() throws SQLException {
        TreeSet<String> names = new TreeSet<>();
        for (int i = 0; i < retailers.size(); i++) {
            names.add(details.retailer(i).territory());
        }
        names.remove("");
        try (Batch rows = new Batch(
                connection, "INSERT INTO territory (code, name) VALUES (?, ?) ON DUPLICATE KEY UPDATE code = code")) {
            for (String name : names) {
                rows.add(name, name);
            }
            rows.done();
        }
    }

    private void storeRetailers() throws SQLException {
        String sql = "INSERT INTO retailer (licence, name, manager, territory, market_type, size_class, status,"
                + " order_interval, key_account, phone, account, licensed_since)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                + " name = COALESCE(VALUES(name), name), manager = VALUES(manager),"
                + " territory = COALESCE(VALUES(territory), territory), market_type = VALUES(market_type),"
                + " size_class = VALUES(size_class), status = VALUES(status), order_interval = VALUES(order_interval),"
                + " key_account = COALESCE(VALUES(key_account), key_account), phone = COALESCE(VALUES(phone), phone),"
                + " account = COALESCE(VALUES(account), account),"
                + " licensed_since = COALESCE(VALUES(licensed_since), licensed_since), version = version + 1";
        try (Batch rows = new Batch(connection, sql)) {
            for (int i = 0; i < retailers.size(); i++) {
                Retailer retailer = retailers.get(i);
                OfRetailer known = details.retailer(i);
                rows.add(
                        retailer.key(),
                        orNull(known.name()),
                        retailer.manager(),
                        orNull(known.territory()),
                        retailer.marketType().name(),
                        retailer.sizeClass().name(),
                        retailer.status().name(),
                        retailer.interval(),
                        known.keyAccount().orElse(null),
                        orNull(known.phone()),
                        orNull(known.account()),
                        known.licensedSince().orElse(null));
            }
            rows.done();
        }
    }

    /** A total that the register says already is not said twice; another one holds from this period on. */
    private void storeAgreedTotals(Predicate<String> withTotal) throws SQLException {
        Map<String, Integer> inForce = totalsInForce();
        String sql = "INSERT INTO agreed_total (licence, period, cartons, state, proposed_at, agreed_at, approved_at)"
                + " VALUES (?, ?, ?, 'APPROVED', ?, ?, ?)";
        try (Batch rows = new Batch(connection, sql)) {
            for (Retailer retailer : retailers) {
                Integer known = inForce.get(retailer.key());
                boolean isNews = known == null || known != retailer.agreedTotal();
                if (isNews && withTotal.test(retailer.key())) {
                    Timestamp at = Timestamp.from(now);
                    rows.add(retailer.key(), period, retailer.agreedTotal(), at, at, at);
                }
            }
            rows.done();
        }
    }

    private Map<String, Integer> totalsInForce() throws SQLException {
        Map<String, Integer> totals = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT licence, cartons FROM agreed_total WHERE state = 'APPROVED' AND period <= ?"
                        + " ORDER BY period, number_in_period, id")) {
            select.setString(1, period);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    totals.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return totals;
    }

    private void storeSkus() throws SQLException {
        String sql = "INSERT INTO sku (sku, name, brand, tier, status, price, key_brand, first_sold)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                + " name = COALESCE(VALUES(name), name), brand = VALUES(brand), tier = VALUES(tier),"
                + " status = VALUES(status), price = COALESCE(VALUES(price), price),"
                + " key_brand = COALESCE(VALUES(key_brand), key_brand),"
                + " first_sold = COALESCE(VALUES(first_sold), first_sold), version = version + 1";
        try (Batch rows = new Batch(connection, sql)) {
            for (int i = 0; i < skus.size(); i++) {
                Sku sku = skus.get(i);
                OfSku known = details.sku(i);
                rows.add(
                        sku.key(),
                        orNull(known.name()),
                        sku.brand(),
                        sku.tier().name(),
                        sku.status().name(),
                        known.price().orElse(null),
                        known.keyBrand().orElse(null),
                        known.firstSold().orElse(null));
            }
            rows.done();
        }
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
