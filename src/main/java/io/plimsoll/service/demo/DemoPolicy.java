package io.plimsoll.service.demo;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.policy.ReleasePolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The release policy of the county, imported by one planner and approved by another. */
@ApplicationScoped
class DemoPolicy {

    /** As the generator sizes its shops. */
    private static final Map<String, String> ADDED = Map.of(
            "policy/class_cutoffs.csv",
            "market_type,size_class,from_volume\n*,LARGE,220\n*,MEDIUM,95\n",
            "policy/class_totals.csv",
            "size_class,market_type,total\nLARGE,*,260\nMEDIUM,*,130\nSMALL,*,45\n",
            "policy/calendar.csv",
            "day,business,holiday\n2027-01-01,false,New Year\n2027-02-05,false,Spring Festival\n"
                    + "2027-02-08,false,Spring Festival\n2027-02-09,false,Spring Festival\n");

    private final DataSource database;
    private final Clock clock;

    DemoPolicy(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The policy as it is published, stored once. */
    PolicyVersion publish(ReleasePolicy drawn, String effectiveFrom) {
        PolicyVersion version = whole(drawn);
        try (Connection connection = database.getConnection()) {
            Timestamp now = Timestamp.from(clock.instant());
            if (execute(
                            connection,
                            "INSERT IGNORE INTO policy_version (digest, name, imported_by, imported_at)"
                                    + " VALUES (?, ?, (SELECT id FROM person WHERE name = 'planner-2'), ?)",
                            version.digest(),
                            version.name(),
                            now)
                    == 0) {
                return version;
            }
            for (Map.Entry<String, byte[]> table : version.files().entrySet()) {
                execute(
                        connection,
                        "INSERT INTO policy_table (digest, file, content) VALUES (?, ?, ?)",
                        version.digest(),
                        table.getKey(),
                        table.getValue());
            }
            execute(
                    connection,
                    "INSERT INTO policy_approval (digest, approved_by, approved_at, effective_from)"
                            + " VALUES (?, (SELECT id FROM person WHERE name = 'planner'), ?, ?)",
                    version.digest(),
                    now,
                    effectiveFrom);
            return version;
        } catch (SQLException failed) {
            throw new IllegalStateException("the policy cannot be stored", failed);
        }
    }

    private static PolicyVersion whole(ReleasePolicy drawn) {
        Map<String, byte[]> files = new HashMap<>(PolicyVersion.of(drawn).files());
        ADDED.forEach((file, content) -> files.put(file, content.getBytes(StandardCharsets.UTF_8)));
        try {
            return PolicyVersion.of(files);
        } catch (BadInput ownTablesAreGood) {
            throw new IllegalStateException(ownTablesAreGood);
        }
    }

    private static int execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
