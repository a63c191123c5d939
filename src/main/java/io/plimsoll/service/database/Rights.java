package io.plimsoll.service.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * After every migration, lets the application's database user do what it needs and no more: it can add to the journal and
 * to policies, never change or shorten them, and it can change no table's shape. Works where the migrations run as
 * another user than the application, see {@code plimsoll.database.application-account}.
 */
public class Rights implements Callback {

    /** The account of the application, as {@code 'user'@'host'}; without it nothing is granted here. */
    static final String ACCOUNT = "plimsoll.database.application-account";

    /** What is only ever added to. */
    static final Set<String> APPEND_ONLY = Set.of(
            "journal",
            "policy_version",
            "policy_table",
            "policy_step",
            "cycle_step",
            "supply_correction",
            "grant_line",
            "came_back",
            "order_receipt",
            "assisted_step",
            "run_sku",
            "run_ceiling",
            "run_finding",
            "retailer_change",
            "size_class_evidence",
            "complaint",
            "prohibition",
            "quota_judged",
            "quota_finding",
            "lead_subject",
            "lead_step",
            "lead_attachment",
            "violation",
            "visit",
            "stock_check",
            "ledger_entry",
            "ledger_day",
            "run_root",
            "run_leaf",
            "ledger_anchor",
            "replay",
            "replay_result",
            "replay_difference",
            "replay_group",
            "replay_shop",
            "replay_sku",
            "replay_reason",
            "replay_finding",
            "audit",
            "audit_grant",
            "audit_result",
            "audit_finding",
            "forecast");

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        String account = ConfigProvider.getConfig()
                .getOptionalValue(ACCOUNT, String.class)
                .orElse("");
        if (account.isEmpty()) {
            return;
        }
        try {
            grant(context.getConnection(), account);
        } catch (SQLException failed) {
            throw new IllegalStateException("the rights of " + account + " cannot be set", failed);
        }
    }

    /** Says only what does not hold already: every start comes by here, and each statement is a write to the disk. */
    private static void grant(Connection connection, String account) throws SQLException {
        String database = connection.getCatalog();
        List<String> held = heldByTheApplication();
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> table : rights(statement).entrySet()) {
                String rights = table.getValue();
                String on = " ON `%s`.`%s` ".formatted(database, table.getKey());
                if (held.stream().anyMatch(grant -> grant.startsWith("GRANT " + rights + on + "TO "))) {
                    continue;
                }
                if (held.stream().anyMatch(grant -> grant.contains(on))) {
                    statement.execute("REVOKE ALL" + on + "FROM " + account);
                }
                statement.execute("GRANT " + rights + on + "TO " + account);
            }
        }
    }

    /** Nobody may look at another's rights, so the application is asked for its own; one that cannot sign in yet has none. */
    private static List<String> heldByTheApplication() {
        Config config = ConfigProvider.getConfig();
        List<String> held = new ArrayList<>();
        try (Connection application = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                Statement statement = application.createStatement();
                ResultSet grants = statement.executeQuery("SHOW GRANTS")) {
            while (grants.next()) {
                held.add(grants.getString(1));
            }
            return held;
        } catch (SQLException noRightsAtAll) {
            return List.of();
        }
    }

    /** What is needed, by table; a view only reads. */
    private static Map<String, String> rights(Statement statement) throws SQLException {
        Map<String, String> rights = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery("SHOW FULL TABLES")) {
            while (rows.next()) {
                String name = rows.getString(1);
                if (rows.getString(2).equals("VIEW")) {
                    rights.put(name, "SELECT");
                } else {
                    rights.put(name, APPEND_ONLY.contains(name) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE");
                }
            }
        }
        rights.remove("flyway_schema_history");
        return rights;
    }

    @Override
    public String getCallbackName() {
        return "rights";
    }
}
