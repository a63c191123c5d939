package io.plimsoll.bench;

import io.plimsoll.files.PolicyVersion;
import io.plimsoll.generation.County;
import io.plimsoll.generation.CountyPlan;
import io.plimsoll.service.database.Batch;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The release policy of a generated county, put straight into the database. */
final class CountyPolicy {

    private CountyPolicy() {}

    /** That of a county of this size. */
    static PolicyVersion of(int shops, int skus) {
        return PolicyVersion.of(County.of(CountyPlan.of(shops, skus, 1)).firstCycle().policy());
    }

    /** Stores it, as if it had come in; nobody has approved it yet. */
    static void store(Connection connection, PolicyVersion policy) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO policy_version (digest, name, imported_at) VALUES ('" + policy.digest() + "', '"
                    + policy.name() + "', NOW())");
        }
        try (Batch rows = new Batch(connection, "INSERT INTO policy_table (digest, file, content) VALUES (?, ?, ?)")) {
            for (var file : policy.files().entrySet()) {
                String name = file.getKey().substring("policy/".length());
                if (!name.equals("policy.csv")) {
                    rows.add(policy.digest(), name, file.getValue());
                }
            }
            rows.done();
        }
    }
}
