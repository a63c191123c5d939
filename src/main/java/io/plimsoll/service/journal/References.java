package io.plimsoll.service.journal;

import io.plimsoll.service.database.Batch;
import io.plimsoll.text.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * What stands in the journal for somebody: the SHA-256 of a salt of his own and his key. Whoever has the row of the salt
 * can tell who is meant; once it is deleted nobody can, and the journal stays as it was written.
 */
@ApplicationScoped
public class References {

    private static final String RETAILER = "retailer:";

    private static final int MOST_REMEMBERED = 100_000;

    private final DataSource database;
    private final SecureRandom random = new SecureRandom();
    private final Map<Subject, byte[]> salts = new ConcurrentHashMap<>();

    References(DataSource database) {
        this.database = database;
    }

    /** The text for a subject; only people and retailers are hidden. */
    public String of(Subject subject) {
        String kind = subject.kind().name().toLowerCase(Locale.ROOT);
        return kind + ":" + (subject.kind().isPersonal() ? hashed(salt(subject), subject.key()) : subject.key());
    }

    /** The texts for many retailers, by licence; those of whom nothing was written yet get theirs now. */
    public Map<String, String> ofRetailers(List<String> licences) {
        Map<String, String> texts = new HashMap<>();
        try (Connection connection = database.getConnection()) {
            readRetailers(connection, texts);
            List<String> missing = licences.stream()
                    .filter(licence -> !texts.containsKey(licence))
                    .toList();
            try (Batch rows = new Batch(
                    connection,
                    "INSERT IGNORE INTO reference (kind, subject_key, salt, reference) VALUES (?, ?, ?, ?)")) {
                for (String licence : missing) {
                    byte[] salt = new byte[16];
                    random.nextBytes(salt);
                    rows.add(Subject.Kind.RETAILER.name(), licence, salt, RETAILER + hashed(salt, licence));
                }
                rows.done();
            }
            if (!missing.isEmpty()) {
                // Somebody else may have made one meanwhile, and then his holds.
                readRetailers(connection, texts);
            }
            return texts;
        } catch (SQLException failed) {
            throw new IllegalStateException("the references cannot be read", failed);
        }
    }

    private static void readRetailers(Connection connection, Map<String, String> texts) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT subject_key, reference FROM reference WHERE kind = 'RETAILER'")) {
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    texts.put(rows.getString(1), rows.getString(2));
                }
            }
        }
    }

    /** The text for a subject that may never have been written of; nothing is made where it has not. */
    Optional<String> known(Subject subject) {
        if (!subject.kind().isPersonal()) {
            return Optional.of(of(subject));
        }
        try (Connection connection = database.getConnection()) {
            return read(connection, subject) == null ? Optional.empty() : Optional.of(of(subject));
        } catch (SQLException failed) {
            throw new IllegalStateException("the references cannot be read", failed);
        }
    }

    /** The text for a value that says something of somebody. */
    String of(Personal personal) {
        return personal.value() == null ? null : Personal.PREFIX + hashed(salt(personal.owner()), personal.value());
    }

    private static String hashed(byte[] salt, String key) {
        String text = HexFormat.of().formatHex(salt) + "|" + key;
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, 40);
    }

    private byte[] salt(Subject subject) {
        byte[] known = salts.get(subject);
        if (known != null) {
            return known;
        }
        byte[] salt = storedSalt(subject);
        if (salts.size() > MOST_REMEMBERED) {
            salts.clear();
        }
        return salt;
    }

    /**
     * Reads the salt of a subject, or makes one. What was made in this transaction is not remembered beyond it: it could
     * still be rolled back.
     */
    private byte[] storedSalt(Subject subject) {
        try (Connection connection = database.getConnection()) {
            byte[] stored = read(connection, subject);
            if (stored != null) {
                salts.put(subject, stored);
                return stored;
            }
            byte[] salt = new byte[16];
            random.nextBytes(salt);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO reference (kind, subject_key, salt, reference) VALUES (?, ?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE kind = kind")) {
                insert.setString(1, subject.kind().name());
                insert.setString(2, subject.key());
                insert.setBytes(3, salt);
                String kind = subject.kind().name().toLowerCase(Locale.ROOT);
                insert.setString(4, kind + ":" + hashed(salt, subject.key()));
                insert.executeUpdate();
            }
            return read(connection, subject);
        } catch (SQLException failed) {
            throw new IllegalStateException("the references cannot be read", failed);
        }
    }

    private static byte[] read(Connection connection, Subject subject) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT salt FROM reference WHERE kind = ? AND subject_key = ?")) {
            select.setString(1, subject.kind().name());
            select.setString(2, subject.key());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getBytes(1) : null;
            }
        }
    }
}
