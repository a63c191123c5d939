package io.plimsoll.service.cycles;

import io.plimsoll.policy.ClassTotals;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.policies.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.TreeMap;

/**
 * Freezes a cycle once both windows are over: the register as it is now, orders as they are, and no demand of whoever has
 * no order (R17). In bulk, in the transaction that closes the cycle.
 */
@ApplicationScoped
class Freezing {

    /** What was granted in the month before a cycle to each retailer {@code r}, less what came back. */
    private static final String GRANTED_BEFORE = """
            LEFT JOIN (
                SELECT licence, SUM(cartons) AS granted FROM granted_movement
                WHERE period = ? AND number_in_period < ? GROUP BY licence) g ON g.licence = r.licence
            """;

    private static final String GRANTED = "GREATEST(COALESCE(g.granted, 0), 0)";

    /** T in force is the last one that was approved for this cycle or an earlier one; a new shop has its class's (R1). */
    private static final String REGISTER = """
            INSERT INTO cycle_retailer (cycle, licence, manager, size_class, market_type, status, agreed_total,
                granted_in_period, order_interval)
            SELECT ?, r.licence, r.manager, r.size_class, r.market_type, r.status,
                COALESCE(t.cartons, %s, 0), %s, r.order_interval
            FROM retailer r
            LEFT JOIN (
                SELECT licence, cartons, ROW_NUMBER() OVER (PARTITION BY licence
                    ORDER BY period DESC, number_in_period DESC, id DESC) AS latest
                FROM agreed_total
                WHERE state = 'APPROVED' AND (period < ? OR period = ? AND number_in_period <= ?)) t ON t.licence = r.licence AND t.latest = 1
            %s
            """;

    private static final String GRANTED_ANEW = "UPDATE cycle_retailer r " + GRANTED_BEFORE
            + " SET r.granted_in_period = " + GRANTED + " WHERE r.cycle = ?";

    /** Those that were published stand as they were; others are there only where the cycle came in as data. */
    private static final String SKUS = """
            INSERT INTO cycle_sku (cycle, sku, brand, tier, status)
            SELECT p.cycle, s.sku, s.brand, s.tier, s.status FROM supply p JOIN sku s ON s.sku = p.sku
            LEFT JOIN cycle_sku c ON c.cycle = p.cycle AND c.sku = p.sku WHERE p.cycle = ? AND c.sku IS NULL
            """;

    /** What is known of shops and Skus besides, so that the cycle goes out the same however the register changes later. */
    private static final String SHOP_DETAILS = """
            INSERT INTO cycle_retailer_detail (cycle, licence, name, territory, key_account, phone, account, licensed_since)
            SELECT f.cycle, r.licence, r.name, r.territory, r.key_account, r.phone, r.account, r.licensed_since
            FROM cycle_retailer f JOIN retailer r ON r.licence = f.licence WHERE f.cycle = ?
            """;

    private static final String SKU_DETAILS = """
            INSERT INTO cycle_sku_detail (cycle, sku, name, price, key_brand, first_sold)
            SELECT f.cycle, s.sku, s.name, s.price, s.key_brand, s.first_sold
            FROM cycle_sku f JOIN sku s ON s.sku = f.sku WHERE f.cycle = ?
            """;

    private static final String NO_DEMAND = """
            INSERT INTO demand_order (cycle, licence, state)
            SELECT r.cycle, r.licence, 'NO_DEMAND' FROM cycle_retailer r
            LEFT JOIN demand_order o ON o.cycle = r.cycle AND o.licence = r.licence
            WHERE r.cycle = ? AND o.licence IS NULL
            """;

    private final Sql sql;
    private final Policies policies;

    Freezing(Sql sql, Policies policies) {
        this.sql = sql;
        this.policies = policies;
    }

    /**
     * Freezes a cycle.
     *
     * @return how many of what there are, for the journal
     */
    @Transactional(TxType.MANDATORY)
    Map<String, Object> freeze(CycleEntity cycle) {
        sql.update(SKUS, cycle.cycle);
        Map<String, Object> counts = new TreeMap<>();
        counts.put(
                "retailers",
                sql.update(
                        REGISTER.formatted(
                                classTotals(policies.find(cycle.policy)
                                        .orElseThrow()
                                        .totals()),
                                GRANTED,
                                GRANTED_BEFORE),
                        cycle.cycle,
                        cycle.period,
                        cycle.period,
                        cycle.number,
                        cycle.period,
                        cycle.number));
        sql.update(SHOP_DETAILS, cycle.cycle);
        sql.update(SKU_DETAILS, cycle.cycle);
        counts.put(
                "orders",
                sql.update(
                        "UPDATE demand_order SET state = 'CLOSED', version = version + 1"
                                + " WHERE cycle = ? AND state = 'SUBMITTED'",
                        cycle.cycle));
        counts.put("assisted_orders", orders(cycle, "ENTERED"));
        sql.update(NO_DEMAND, cycle.cycle);
        counts.put("no_demand", orders(cycle, "NO_DEMAND"));
        return counts;
    }

    /**
     * Derives once more what was granted in the month before this cycle: while it took orders, an earlier one may have been
     * shared, superseded or given something back.
     */
    @Transactional(TxType.MANDATORY)
    void deriveGranted(CycleEntity cycle) {
        sql.update(GRANTED_ANEW, cycle.period, cycle.number, cycle.cycle);
    }

    private long orders(CycleEntity cycle, String state) {
        return sql.count("SELECT COUNT(*) FROM demand_order WHERE cycle = ? AND state = ?", cycle.cycle, state);
    }

    /** The default total of a new shop as SQL: what the policy says of its class. */
    private static String classTotals(ClassTotals totals) {
        StringBuilder cases = new StringBuilder();
        for (MarketType marketType : MarketType.values()) {
            for (SizeClass sizeClass : SizeClass.values()) {
                totals.total(sizeClass, marketType)
                        .ifPresent(total -> cases.append(" WHEN r.market_type = '%s' AND r.size_class = '%s' THEN %d"
                                .formatted(marketType, sizeClass, total)));
            }
        }
        return cases.isEmpty() ? "NULL" : "CASE" + cases + " END";
    }
}
