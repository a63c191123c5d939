package io.plimsoll.service.people;

import io.plimsoll.text.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Slows down whoever guesses passwords. Each attempt is counted before the password is looked at, so that a hundred at
 * once are a hundred; success forgets them. A name that nobody has is guarded just the same.
 */
@ApplicationScoped
class Guard {

    /** So many attempts are free: everybody mistypes. */
    private static final int FREE_OF_NAME = 5;

    /** Whole offices share an address. */
    private static final int FREE_OF_ADDRESS = 50;

    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    private static final Duration LOCK_OUT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    /** An attempt that lies further ahead was counted by a clock that has been set back since: nobody waits for that time. */
    private static final Duration CLOCK_SET_BACK = Duration.ofMinutes(1);

    private final DataSource database;
    private final Clock clock;

    Guard(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Counts an attempt.
     *
     * @return how long to wait; zero when the attempt may be made
     */
    @Transactional(TxType.REQUIRES_NEW)
    Duration attempt(String name, String address) {
        Duration ofName = attempt(subject("name", name), FREE_OF_NAME);
        return ofName.isZero() ? attempt(subject("address", address), FREE_OF_ADDRESS) : ofName;
    }

    /** The attempt was a success: nothing is held against this name any more, nor against one try of this address. */
    @Transactional(TxType.MANDATORY)
    void succeeded(String name, String address) {
        forget(name);
        execute(
                "UPDATE sign_in_guard SET failures = GREATEST(failures - 1, 0) WHERE subject = ?",
                subject("address", address));
    }

    /** Nothing is held against this name any more. */
    @Transactional(TxType.MANDATORY)
    void forget(String name) {
        execute("DELETE FROM sign_in_guard WHERE subject = ?", subject("name", name));
    }

    /** A name in small letters is the same name: whoever tries both has no more attempts. */
    private static String subject(String kind, String value) {
        return Sha256.of(kind + "|" + value.toUpperCase(Locale.ROOT));
    }

    private Duration attempt(String subject, int free) {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO sign_in_guard (subject, failures, next_attempt_at, last_failure_at) VALUES (?, 0, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE subject = subject")) {
                insert.setString(1, subject);
                insert.setTimestamp(2, Timestamp.from(now));
                insert.setTimestamp(3, Timestamp.from(now));
                insert.executeUpdate();
            }
            return count(connection, subject, free, now);
        } catch (SQLException failed) {
            throw new IllegalStateException("sign-ins cannot be counted", failed);
        }
    }

    private static Duration count(Connection connection, String subject, int free, Instant now) throws SQLException {
        int failures;
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT failures, next_attempt_at, last_failure_at FROM sign_in_guard WHERE subject = ? FOR UPDATE")) {
            select.setString(1, subject);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Instant next = row.getTimestamp(2).toInstant();
                Instant last = row.getTimestamp(3).toInstant();
                boolean isSetBack = last.isAfter(now.plus(CLOCK_SET_BACK));
                if (next.isAfter(now) && !isSetBack) {
                    return Duration.between(now, next);
                }
                boolean isForgotten = last.plus(FORGOTTEN_AFTER).isBefore(now);
                failures = isForgotten ? 1 : row.getInt(1) + 1;
            }
        }
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE sign_in_guard SET failures = ?, next_attempt_at = ?, last_failure_at = ? WHERE subject = ?")) {
            update.setInt(1, failures);
            update.setTimestamp(2, Timestamp.from(now.plus(delayAfter(failures - free))));
            update.setTimestamp(3, Timestamp.from(now));
            update.setString(4, subject);
            update.executeUpdate();
        }
        return Duration.ZERO;
    }

    /** Doubles with every attempt, up to the lock-out. */
    static Duration delayAfter(int attemptsTooMany) {
        if (attemptsTooMany < 0) {
            return Duration.ZERO;
        }
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(attemptsTooMany, 20));
        return delay.compareTo(LOCK_OUT) > 0 ? LOCK_OUT : delay;
    }

    private void execute(String sql, String subject) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, subject);
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("sign-ins cannot be counted", failed);
        }
    }
}
