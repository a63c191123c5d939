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

    /** T in force is the last one that was approved for this month or an earlier one; a new shop has its class's (R1). */
    private static final String REGISTER = """
            INSERT INTO cycle_retailer (cycle, licence, manager, size_class, market_type, status, agreed_total,
                granted_in_period, order_interval)
            SELECT ?, r.licence, r.manager, r.size_class, r.market_type, r.status,
                COALESCE(t.cartons, %s, 0), GREATEST(COALESCE(g.granted, 0) - COALESCE(b.back, 0), 0), r.order_interval
            FROM retailer r
            LEFT JOIN (
                SELECT licence, cartons, ROW_NUMBER() OVER (PARTITION BY licence ORDER BY period DESC, id DESC) AS latest
                FROM agreed_total WHERE state = 'APPROVED' AND period <= ?) t ON t.licence = r.licence AND t.latest = 1
            LEFT JOIN (
                SELECT x.licence, SUM(x.granted) AS granted FROM cycle c
                JOIN allocation_run a ON a.cycle = c.cycle AND a.in_force
                JOIN grant_total x ON x.run = a.id
                WHERE c.period = ? AND c.number_in_period < ? AND c.state <> 'CANCELLED' GROUP BY x.licence)
                g ON g.licence = r.licence
            LEFT JOIN (
                SELECT x.licence, SUM(x.cartons) AS back FROM cycle c
                JOIN came_back x ON x.cycle = c.cycle
                WHERE c.period = ? AND c.number_in_period < ? AND c.state <> 'CANCELLED' GROUP BY x.licence)
                b ON b.licence = r.licence
            """;

    /** Those that were published stand as they were; others are there only where the cycle came in as data. */
    private static final String SKUS = """
            INSERT INTO cycle_sku (cycle, sku, brand, tier, status)
            SELECT p.cycle, s.sku, s.brand, s.tier, s.status FROM supply p JOIN sku s ON s.sku = p.sku
            LEFT JOIN cycle_sku c ON c.cycle = p.cycle AND c.sku = p.sku WHERE p.cycle = ? AND c.sku IS NULL
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
                        REGISTER.formatted(classTotals(
                                policies.find(cycle.policy).orElseThrow().totals())),
                        cycle.cycle,
                        cycle.period,
                        cycle.period,
                        cycle.number,
                        cycle.period,
                        cycle.number));
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
