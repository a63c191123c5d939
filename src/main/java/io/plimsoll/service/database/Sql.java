package io.plimsoll.service.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Plain SQL, for what is read across many rows or only ever added. Takes part in the transaction of its caller, if any. */
@ApplicationScoped
public class Sql {

    /** What makes connector-j hand over rows as they come. */
    private static final int AS_THEY_COME = Integer.MIN_VALUE;

    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    /** Makes something of one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows, in their order. */
    public <T> List<T> list(String sql, List<?> values, Row<T> row) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, values);
            try (ResultSet rows = select.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(row.read(rows));
                }
                return read;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the database cannot be read", failed);
        }
    }

    /** What is done with each of many rows. */
    @FunctionalInterface
    public interface EachRow {
        void take(ResultSet row) throws SQLException;
    }

    /** Goes through rows as they come, none of which is kept; nothing else can be asked meanwhile in the transaction. */
    public void each(String sql, EachRow row, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(AS_THEY_COME);
            bind(select, Arrays.asList(values));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    row.take(rows);
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the database cannot be read", failed);
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, List<?> values, Row<T> row) {
        return list(sql, values, row).stream().findFirst();
    }

    /** The whole number in the first column of the only row. */
    public long number(String sql, List<?> values) {
        return first(sql, values, row -> row.getLong(1)).orElseThrow();
    }

    /** The first column as text, in its order. */
    public List<String> texts(String sql, List<?> values) {
        return list(sql, values, row -> row.getString(1));
    }

    /**
     * Adds a row.
     *
     * @return the key that the database made for it, or 0 where it makes none
     */
    public long insert(String sql, List<?> values) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            bind(insert, values);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the database cannot be written", failed);
        }
    }

    /**
     * Changes rows.
     *
     * @return how many
     */
    public int update(String sql, List<?> values) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            bind(update, values);
            return update.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("the database cannot be written", failed);
        }
    }

    /** All rows, in their order. */
    public <T> List<T> list(String sql, Row<T> row, Object... values) {
        return list(sql, Arrays.asList(values), row);
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, Row<T> row, Object... values) {
        return first(sql, Arrays.asList(values), row);
    }

    /** The whole number in the first column of the only row. */
    public long count(String sql, Object... values) {
        return number(sql, Arrays.asList(values));
    }

    /** Adds a row, and gives the key that the database made for it. */
    public long insert(String sql, Object... values) {
        return insert(sql, Arrays.asList(values));
    }

    /** Changes rows, and says how many. */
    public int update(String sql, Object... values) {
        return update(sql, Arrays.asList(values));
    }

    /** A whole number, or null. */
    public static Long whole(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** The moment in a column, or null. */
    public static Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    private static void bind(PreparedStatement statement, List<?> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof Instant moment) {
                value = Timestamp.from(moment);
            } else if (value instanceof Enum<?> constant) {
                value = constant.name();
            }
            statement.setObject(i + 1, value);
        }
    }
}
