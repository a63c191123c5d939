package io.plimsoll.service;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A fresh database on a real MySQL for the tests of the service. */
public class RealMysql implements QuarkusTestResourceLifecycleManager {

    private static final String SERVER = "jdbc:mysql://127.0.0.1:33306/";

    private final String database = "t" + System.nanoTime();

    @Override
    public Map<String, String> start() {
        execute("CREATE DATABASE " + database);
        return Map.of(
                "quarkus.datasource.jdbc.url", SERVER + database,
                "quarkus.datasource.username", "root",
                "quarkus.datasource.password", "");
    }

    @Override
    public void stop() {
        execute("DROP DATABASE " + database);
    }

    private static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(SERVER, "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
