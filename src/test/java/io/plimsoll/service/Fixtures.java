package io.plimsoll.service;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.plimsoll.text.Sha256;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** People to sign in as, put straight into the database. */
@ApplicationScoped
public class Fixtures {

    /** Of everybody here. */
    public static final String PASSWORD = "correct horse battery";

    private static final String HASH = BcryptUtil.bcryptHash(PASSWORD, 4);

    private final DataSource database;

    Fixtures(DataSource database) {
        this.database = database;
    }

    /**
     * Somebody to sign in as.
     *
     * @param id the key of the person
     * @param name to sign in with, by {@link #PASSWORD}
     * @param token for programs
     */
    public record Somebody(long id, String name, String token) {}

    /** A planner, auditor, admin or somebody of the order desk. */
    public Somebody person(Role role) {
        return person(role, null, null);
    }

    public Somebody retailer(String licence) {
        return person(Role.RETAILER, licence, null);
    }

    public Somebody manager(String manager) {
        return person(Role.CUSTOMER_MANAGER, null, manager);
    }

    public Somebody marketManager(String... territories) {
        Somebody somebody = person(Role.MARKET_MANAGER, null, null);
        for (String territory : territories) {
            execute("INSERT INTO person_territory (person_id, territory) VALUES (?, ?)", somebody.id(), territory);
        }
        return somebody;
    }

    private Somebody person(Role role, String licence, String manager) {
        String name = role.name().toLowerCase(java.util.Locale.ROOT) + "-"
                + Forms.random().substring(0, 8);
        long id = execute(
                "INSERT INTO person (name, display_name, role, retailer, manager, password_hash, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))",
                name,
                name,
                role.name(),
                licence,
                manager,
                HASH);
        String token = "plm_" + Forms.random();
        token(id, token);
        return new Somebody(id, name, token);
    }

    /** Gives a person a token, and tells the key of its row. */
    public long token(long person, String token) {
        return execute(
                "INSERT INTO api_token (person_id, name, token_hash, created_at) VALUES (?, 'test', ?, UTC_TIMESTAMP(6))",
                person,
                Sha256.of(token));
    }

    /**
     * Does one statement.
     *
     * @return the key that the database made, or 0
     */
    public long execute(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first column of the first row as text, or null. */
    public String value(String sql, Object... values) {
        List<String> all = values(sql, values);
        return all.isEmpty() ? null : all.get(0);
    }

    /** The first column of all rows as text. */
    public List<String> values(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
