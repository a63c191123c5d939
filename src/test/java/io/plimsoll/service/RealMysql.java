package io.plimsoll.service;

import io.plimsoll.mysql.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.SQLException;
import java.util.Map;

/** A fresh database on a real MySQL for the tests of the service, with the rights that the application has outside of tests. */
public class RealMysql implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            return settings(TestDatabase.empty("service"));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Map<String, String> settings(TestDatabase database) {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                database.jdbcUrl(),
                "quarkus.datasource.username",
                TestDatabase.application().user(),
                "quarkus.datasource.password",
                TestDatabase.application().password(),
                "quarkus.flyway.username",
                TestDatabase.owner().user(),
                "quarkus.flyway.password",
                TestDatabase.owner().password(),
                "plimsoll.database.application-account",
                "'" + TestDatabase.application().user() + "'@'%'");
    }

    @Override
    public void stop() {
        // The server stops with the tests; the next run begins with an empty database.
    }
}
