package io.plimsoll.service.figures;

import java.util.List;

/** The statements that derive the figures of one cycle: a few passes over its rows, none of which comes here. */
final class CycleStatements {

    static final List<String> TABLES = List.of("shop_cycle", "cycle_mix", "cycle_share");

    /** More than any ceiling: there is none. */
    private static final String NONE = "9223372036854775807";

    /** Whatever supply or a Sku ceiling cut was not the shop's to get; of the rest all that it asked for counts (R12). */
    private static final String CUT_ELSEWHERE = "('SUPPLY', 'TIGHT_BALANCE', 'SKU_CEILING', 'BLOCKED')";

    /** Shop by shop; values: cycle, run, run, cycle, cycle. */
    static final String SHOPS = """
            INSERT INTO shop_cycle (licence, period, cycle, number_in_period, ordered, channel, demand, counted, granted,
                came_back, ceiling, headroom, headroom_left, at_headroom, above_headroom, ran_dry)
            SELECT v.licence, v.period, v.cycle, v.number_in_period, v.ordered, v.channel, v.demand, v.counted, v.granted,
                v.came_back, v.ceiling, v.headroom, GREATEST(0, v.headroom - v.granted + v.came_back),
                v.demand > 0 AND v.demand <=> v.headroom, COALESCE(v.demand > v.headroom, FALSE),
                COALESCE(v.headroom - v.granted + v.came_back <= 0 AND v.demand > v.granted, FALSE)
            FROM (
                SELECT f.licence, c.period, c.cycle, c.number_in_period, l.licence IS NOT NULL AS ordered, o.channel,
                    COALESCE(l.demand, 0) AS demand, COALESCE(l.counted, 0) AS counted,
                    COALESCE(l.granted, 0) AS granted, COALESCE(b.cartons, 0) AS came_back, u.of_period AS ceiling,
                    NULLIF(LEAST(COALESCE(u.standing, %1$s),
                        GREATEST(0, COALESCE(u.of_period - f.granted_in_period, %1$s)),
                        GREATEST(0, COALESCE(u.paced - f.granted_in_period, %1$s))), %1$s) AS headroom
                FROM cycle c
                JOIN cycle_retailer f ON f.cycle = c.cycle
                LEFT JOIN demand_order o ON o.cycle = c.cycle AND o.licence = f.licence
                LEFT JOIN (
                    SELECT licence, SUM(cartons) AS cartons FROM came_back WHERE cycle = ? GROUP BY licence) b
                    ON b.licence = f.licence
                LEFT JOIN (
                    SELECT licence, SUM(demand) AS demand, SUM(granted) AS granted,
                        SUM(IF(binding IN %2$s, granted, demand)) AS counted
                    FROM grant_line WHERE run = ? GROUP BY licence) l ON l.licence = f.licence
                LEFT JOIN (
                    SELECT subject, MIN(IF(scope = 'STANDING', max_cartons, NULL)) AS standing,
                        MIN(IF(scope = 'PERIOD', max_cartons, NULL)) AS of_period,
                        MIN(IF(scope = 'PACE', max_cartons, NULL)) AS paced
                    FROM run_ceiling WHERE run = ? AND scope IN ('STANDING', 'PERIOD', 'PACE') GROUP BY subject) u
                    ON u.subject = f.licence
                WHERE c.cycle = ? AND f.cycle = ?) v
            """.formatted(NONE, CUT_ELSEWHERE);

    /**
     * What the first cycle of a month granted over the mean of the last ones before it, times the rhythm of the shop: one that
     * orders every second week gets twice as much at a time. Values: month before, how many cycles of it, cycle.
     */
    static final String SURGES = """
            UPDATE shop_cycle s
            JOIN cycle_retailer f ON f.cycle = s.cycle AND f.licence = s.licence
            JOIN (
                SELECT b.licence, AVG(b.granted - b.came_back) AS mean FROM shop_cycle b
                JOIN cycle c ON c.cycle = b.cycle
                WHERE c.period = ? AND c.number_in_period > c.of_period - ? GROUP BY b.licence HAVING mean > 0) m
                ON m.licence = s.licence
            SET s.surge = LEAST(999999, (s.granted - s.came_back) / (m.mean * f.order_interval))
            WHERE s.cycle = ?
            """;

    private static final String TERRITORY = "COALESCE(d.territory, r.territory, '')";

    /** For fill rates; values: run, cycle. */
    static final String MIX = """
            INSERT INTO cycle_mix (cycle, manager, territory, size_class, tier, status, demand, granted)
            SELECT f.cycle, f.manager, %1$s, f.size_class, k.tier, k.status, SUM(g.demand), SUM(g.granted)
            FROM grant_line g
            JOIN cycle_retailer f ON f.licence = g.licence
            JOIN retailer r ON r.licence = f.licence
            LEFT JOIN cycle_retailer_detail d ON d.cycle = f.cycle AND d.licence = f.licence
            JOIN cycle_sku k ON k.cycle = f.cycle AND k.sku = g.sku
            WHERE g.run = ? AND f.cycle = ?
            GROUP BY f.cycle, f.manager, %1$s, f.size_class, k.tier, k.status
            """.formatted(TERRITORY);

    /** How many shops each is true of; values: what a surge is, cycle. */
    static final String SHARES = """
            INSERT INTO cycle_share (cycle, manager, territory, size_class, shops, orders, self_reported, assisted,
                limited, at_headroom, above_headroom, ran_dry, compared, surged)
            SELECT f.cycle, f.manager, %1$s, f.size_class, COUNT(*), SUM(s.ordered),
                SUM(s.ordered AND s.channel <=> 'SELF'), SUM(s.ordered AND s.channel <=> 'ASSISTED'),
                SUM(s.ordered AND s.headroom IS NOT NULL), SUM(s.at_headroom), SUM(s.above_headroom), SUM(s.ran_dry),
                SUM(s.surge IS NOT NULL), SUM(COALESCE(s.surge > ?, FALSE))
            FROM shop_cycle s
            JOIN cycle_retailer f ON f.cycle = s.cycle AND f.licence = s.licence
            JOIN retailer r ON r.licence = s.licence
            LEFT JOIN cycle_retailer_detail d ON d.cycle = s.cycle AND d.licence = s.licence
            WHERE s.cycle = ? AND f.status = 'ACTIVE'
            GROUP BY f.cycle, f.manager, %1$s, f.size_class
            """.formatted(TERRITORY);

    private CycleStatements() {}
}
