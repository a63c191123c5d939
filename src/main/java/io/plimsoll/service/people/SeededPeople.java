package io.plimsoll.service.people;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.plimsoll.text.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** People by the thousand, for a demo. */
@ApplicationScoped
public class SeededPeople {

    private static final int PASSWORD_CHARACTERS = 16;

    private final DataSource database;
    private final Passwords passwords;
    private final Clock clock;

    SeededPeople(DataSource database, Passwords passwords, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Somebody to be added.
     *
     * @param name to sign in with
     * @param retailer licence of the shop, or null
     * @param manager key of the customer manager, or null
     * @param territories of a market manager
     */
    public record Newcomer(
            String name, String displayName, Role role, String retailer, String manager, Set<String> territories) {}

    /**
     * What somebody signs in with, told once.
     *
     * @param user the name
     * @param token for programs
     */
    public record SignIn(long personId, Role role, String user, String password, String token) {}

    /** Adds people who cannot sign in: they have no password. */
    @Transactional(TxType.MANDATORY)
    public void addWithoutPassword(List<Newcomer> newcomers) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = insert(connection)) {
            for (Newcomer each : newcomers) {
                set(insert, each, null);
                insert.addBatch();
            }
            insert.executeBatch();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                for (Newcomer each : newcomers) {
                    keys.next();
                    addTerritories(connection, keys.getLong(1), each.territories());
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("people cannot be added", failed);
        }
    }

    /** Adds somebody with a password and a token. */
    @Transactional(TxType.MANDATORY)
    public SignIn addWithPassword(Newcomer newcomer) {
        String password = Forms.random().substring(0, PASSWORD_CHARACTERS);
        String token = Credentials.TOKEN_PREFIX + Forms.random();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = insert(connection)) {
            set(insert, newcomer, passwords.hash(password));
            insert.executeUpdate();
            long id;
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                id = keys.getLong(1);
            }
            addTerritories(connection, id, newcomer.territories());
            addToken(connection, id, token);
            return new SignIn(id, newcomer.role(), newcomer.name(), password, token);
        } catch (SQLException failed) {
            throw new IllegalStateException("people cannot be added", failed);
        }
    }

    private static PreparedStatement insert(Connection connection) throws SQLException {
        return connection.prepareStatement(
                "INSERT INTO person (name, display_name, role, retailer, manager, password_hash, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS);
    }

    private void set(PreparedStatement insert, Newcomer newcomer, String hash) throws SQLException {
        insert.setString(1, newcomer.name());
        insert.setString(2, newcomer.displayName());
        insert.setString(3, newcomer.role().name());
        insert.setString(4, newcomer.retailer());
        insert.setString(5, newcomer.manager());
        insert.setString(6, hash);
        insert.setTimestamp(7, Timestamp.from(clock.instant()));
    }

    private static void addTerritories(Connection connection, long person, Set<String> territories)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO person_territory (person_id, territory) VALUES (?, ?)")) {
            for (String territory : territories) {
                insert.setLong(1, person);
                insert.setString(2, territory);
                insert.executeUpdate();
            }
        }
    }

    private void addToken(Connection connection, long person, String token) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO api_token (person_id, name, token_hash, created_at) VALUES (?, 'demo', ?, ?)")) {
            insert.setLong(1, person);
            insert.setString(2, Sha256.of(token));
            insert.setTimestamp(3, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
    }
}
