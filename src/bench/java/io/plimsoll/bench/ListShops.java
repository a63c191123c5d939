package io.plimsoll.bench;

import io.plimsoll.files.PolicyVersion;
import io.plimsoll.mysql.EmbeddedMysql;
import io.quarkus.elytron.security.common.BcryptUtil;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;

/** A large company's shops with a year behind each: 60,000 of them, 150 to a manager, 1,500 to a territory. */
final class ListShops {

    static final int SHOPS = 60_000;
    static final int MANAGERS = 400;
    static final int TERRITORIES = 40;
    static final String PASSWORD = "correct horse battery";

    /** Months that were allocated here, four cycles each but for the present one; those before came in as sums. */
    private static final int MONTHS_HERE = 4;

    private static final int MONTHS_EARLIER = 9;
    private static final int CYCLES_A_MONTH = 4;
    private static final int CYCLES_OF_PRESENT = 3;
    private static final YearMonth PRESENT = YearMonth.of(2026, 11);
    private static final List<String> WORDS =
            List.of("Harbour", "Corner", "East Gate", "Lucky", "Riverside", "Old Mill", "Station", "Market", "\u5174\u9686", "\u5e73\u5b89");

    /** Of a shop a draw that is its own and the same in each statement: 0 to 1. */
    private static final String DRAW = "(CRC32(CONCAT(r.licence, '%s')) / 4294967296)";

    private ListShops() {}

    /** Somebody of each role that looks after shops. */
    static final String PLANNER = "bench-planner";

    static final String MANAGER = "bench-manager";
    static final String MARKET_MANAGER = "bench-market-manager";
    static final String AUDITOR = "bench-auditor";

    /** Puts them into a database that the service has made its tables in. */
    static void into(EmbeddedMysql server) throws SQLException {
        try (Connection owner = DriverManager.getConnection(
                server.jdbcUrl(EmbeddedMysql.DATABASE) + (server.jdbcUrl(EmbeddedMysql.DATABASE).contains("?") ? "&" : "?")
                        + "rewriteBatchedStatements=true",
                server.owner().user(),
                server.owner().password())) {
            owner.setAutoCommit(false);
            register(owner);
            people(owner);
            policy(owner);
            past(owner);
            owner.commit();
        }
    }

    static String manager(int number) {
        return "M%04d".formatted(number);
    }

    static String territory(int number) {
        return "T%02d".formatted(number);
    }

    static String licence(int number) {
        return "L62%06d".formatted(number);
    }

    static String word(int number) {
        return WORDS.get(number % WORDS.size());
    }

    private static void register(Connection owner) throws SQLException {
        try (PreparedStatement row = owner.prepareStatement("INSERT INTO territory (code, name) VALUES (?, ?)")) {
            for (int i = 0; i < TERRITORIES; i++) {
                row.setString(1, territory(i));
                row.setString(2, "Town " + i);
                row.addBatch();
            }
            row.executeBatch();
        }
        SplittableRandom random = new SplittableRandom(1);
        try (PreparedStatement row = owner.prepareStatement(
                "INSERT INTO retailer (licence, name, manager, territory, market_type, size_class, status, order_interval,"
                        + " key_account, phone, account, licensed_since) VALUES (?, ?, ?, ?, ?, ?, 'ACTIVE', ?, FALSE, ?, ?, ?)")) {
            for (int i = 0; i < SHOPS; i++) {
                int manager = i / (SHOPS / MANAGERS);
                row.setString(1, licence(i));
                row.setString(2, word(random.nextInt(WORDS.size())) + " store " + i);
                row.setString(3, manager(manager));
                row.setString(4, territory(manager / (MANAGERS / TERRITORIES)));
                row.setString(5, random.nextInt(10) < 4 ? "URBAN" : "RURAL");
                int size = random.nextInt(10);
                row.setString(6, size == 0 ? "LARGE" : size < 4 ? "MEDIUM" : "SMALL");
                row.setInt(7, random.nextInt(12) == 0 ? 2 : 1);
                row.setString(8, random.nextInt(20) == 0 ? null : "138%08d".formatted(i));
                row.setString(9, "6200 %08d".formatted(i));
                row.setString(10, random.nextInt(30) == 0 ? null : "2019-03-01");
                row.addBatch();
                if (i % 5_000 == 4_999) {
                    row.executeBatch();
                }
            }
            row.executeBatch();
        }
    }

    private static void people(Connection owner) throws SQLException {
        String hash = BcryptUtil.bcryptHash(PASSWORD, 4);
        person(owner, PLANNER, "PLANNER", null, hash);
        person(owner, MANAGER, "CUSTOMER_MANAGER", manager(7), hash);
        person(owner, MARKET_MANAGER, "MARKET_MANAGER", null, hash);
        person(owner, AUDITOR, "AUDITOR", null, hash);
        execute(owner, "INSERT INTO person_territory (person_id, territory) SELECT id, '" + territory(3) + "' FROM person"
                + " WHERE name = '" + MARKET_MANAGER + "'");
    }

    /** One that is approved: without any nobody can say what a total would come to. */
    private static void policy(Connection owner) throws SQLException {
        PolicyVersion policy = CountyPolicy.of(100, 20);
        CountyPolicy.store(owner, policy);
        execute(owner, "INSERT INTO policy_step (digest, number, step, by_person, at, effective_period, effective_number) SELECT '"
                + policy.digest() + "', 1, 'APPROVED', id, UTC_TIMESTAMP(6), '2026-01', 1 FROM person WHERE name = '" + PLANNER
                + "'");
    }

    private static void person(Connection owner, String name, String role, String manager, String hash) throws SQLException {
        try (PreparedStatement row = owner.prepareStatement(
                "INSERT INTO person (name, display_name, role, manager, password_hash, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(6))")) {
            row.setString(1, name);
            row.setString(2, name);
            row.setString(3, role);
            row.setString(4, manager);
            row.setString(5, hash);
            row.executeUpdate();
        }
    }

    /** Demand by class, a total that fits most shops, and cycles in which some were cut. */
    private static void past(Connection owner) throws SQLException {
        String usual = "(CASE r.size_class WHEN 'LARGE' THEN 400 WHEN 'MEDIUM' THEN 150 ELSE 60 END * (0.6 + 0.8 * "
                + DRAW.formatted("usual") + "))";
        String total = "GREATEST(1, ROUND(" + usual + " * IF(" + DRAW.formatted("misfit") + " < 0.12, 0.4 + 1.6 * "
                + DRAW.formatted("fit") + ", 0.9 + 0.2 * " + DRAW.formatted("fit") + ")))";
        execute(owner, "INSERT INTO agreed_total (licence, period, cartons, state, proposed_at, approved_at) SELECT r.licence,"
                + " '2026-01', " + total + ", 'APPROVED', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) FROM retailer r");
        YearMonth first = PRESENT.minusMonths(MONTHS_HERE - 1L);
        for (int back = MONTHS_EARLIER; back > 0; back--) {
            String month = first.minusMonths(back).toString();
            execute(owner, "INSERT INTO earlier_month (licence, period, demand, granted, ceiling) SELECT r.licence, '" + month
                    + "', ROUND(" + usual + " * (0.85 + 0.3 * " + DRAW.formatted(month) + ")), ROUND(" + usual
                    + " * 0.8), ROUND(" + total + " * 1.1) FROM retailer r");
        }
        for (int month = 0; month < MONTHS_HERE; month++) {
            String period = first.plusMonths(month).toString();
            int cycles = month == MONTHS_HERE - 1 ? CYCLES_OF_PRESENT : CYCLES_A_MONTH;
            for (int number = 1; number <= cycles; number++) {
                cycle(owner, period, number, usual, total);
            }
        }
    }

    private static void cycle(Connection owner, String period, int number, String usual, String total) throws SQLException {
        String cycle = period + "-w" + number;
        execute(owner, "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state) VALUES ('" + cycle
                + "', 'seed', '" + period + "', " + number + ", " + CYCLES_A_MONTH + ", 'DELIVERED')");
        String demand = "ROUND(" + usual + " / 4 * (0.7 + 0.6 * " + DRAW.formatted(cycle) + "))";
        execute(owner, "INSERT INTO shop_cycle (licence, period, cycle, number_in_period, ordered, channel, demand, counted,"
                + " granted, came_back, ceiling, headroom, headroom_left, at_headroom, above_headroom, ran_dry, surge)"
                + " SELECT v.licence, '" + period + "', '" + cycle + "', " + number + ", TRUE, 'SELF', v.demand, v.demand,"
                + " LEAST(ROUND(v.demand * 0.93), v.headroom), 0, v.ceiling, v.headroom,"
                + " v.headroom - LEAST(ROUND(v.demand * 0.93), v.headroom), v.demand = v.headroom, v.demand > v.headroom,"
                + " v.demand * 0.93 >= v.headroom, IF(" + number + " = 1, 0.6 + 1.2 * v.draw, NULL)"
                + " FROM (SELECT r.licence, " + demand + " AS demand, ROUND(" + total + " * 1.1) AS ceiling, ROUND(" + total
                + " * 0.3) AS headroom, " + DRAW.formatted(cycle + "s") + " AS draw FROM retailer r ORDER BY r.licence) v");
        execute(owner, "INSERT INTO cycle_share (cycle, manager, territory, size_class, shops, orders, self_reported, assisted,"
                + " limited, at_headroom, above_headroom, ran_dry, compared, surged) SELECT s.cycle, r.manager, r.territory,"
                + " r.size_class, COUNT(*), COUNT(*), COUNT(*), 0, COUNT(*), SUM(at_headroom), SUM(above_headroom),"
                + " SUM(ran_dry), SUM(surge IS NOT NULL), SUM(COALESCE(surge > 1.5, FALSE)) FROM shop_cycle s JOIN retailer r"
                + " ON r.licence = s.licence WHERE s.cycle = '" + cycle + "' GROUP BY r.manager, r.territory, r.size_class");
        execute(owner, "INSERT INTO cycle_mix (cycle, manager, territory, size_class, tier, status, demand, granted)"
                + " SELECT s.cycle, s.manager, s.territory, s.size_class, t.tier, u.status, s.orders * 9, s.orders * 8"
                + " FROM cycle_share s JOIN (SELECT 'TIER_1' AS tier UNION ALL SELECT 'TIER_2' UNION ALL SELECT 'TIER_3'"
                + " UNION ALL SELECT 'TIER_4' UNION ALL SELECT 'TIER_5') t JOIN (SELECT 'NORMAL' AS status UNION ALL"
                + " SELECT 'SCARCE' UNION ALL SELECT 'OPEN') u WHERE s.cycle = '" + cycle + "'");
        owner.commit();
    }

    /** Has the service derive the indicators of all shops, as after a run. */
    static void due(Connection owner) throws SQLException {
        execute(owner, "INSERT INTO figures_due (cycle, asked) VALUES ('', 1) ON DUPLICATE KEY UPDATE asked = asked + 1,"
                + " derived_at = NULL");
        execute(owner, "INSERT IGNORE INTO waiting_work (kind, same, id, put_at) SELECT 'SHOPS', '', id, UTC_TIMESTAMP(6)"
                + " FROM figures_due WHERE cycle = ''");
    }

    static void execute(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
