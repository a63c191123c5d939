package io.plimsoll.service.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.message.Message;
import io.plimsoll.text.Sha256;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Lets a request that is sent twice be done once: the second gets the answer of the first. The key is noted in the
 * transaction that does the work, so either both are there or neither; a second request that comes in meanwhile waits
 * for the first.
 */
@RequestScoped
public class Once {

    /** The header that names a request. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 100;

    private final DataSource database;
    private final Asking asking;
    private final RoutingContext request;
    private final ObjectMapper json;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;

    Once(
            DataSource database,
            Asking asking,
            RoutingContext request,
            ObjectMapper json,
            TransactionSynchronizationRegistry transaction,
            Clock clock) {
        this.database = database;
        this.asking = asking;
        this.request = request;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Creates something, unless that was done already.
     *
     * @param body what was asked for; another body under the same key is refused
     * @param work answers 201 with the address of what it made and, as its entity, what that is
     */
    @Transactional(TxType.MANDATORY)
    public Response create(Object body, Supplier<Response> work) {
        return create(request.request().getHeader(HEADER), body, work);
    }

    /** The same for a form, which carries its key in a field. */
    @Transactional(TxType.MANDATORY)
    public Response create(String key, Object body, Supplier<Response> work) {
        requireSound(key);
        long person = asking.known().personId();
        String asked = asked(body);
        try (Connection connection = database.getConnection()) {
            if (!note(connection, person, key, asked)) {
                return earlierAnswer(connection, person, key, asked).orElseThrow();
            }
            Response answer = work.get();
            keep(connection, person, key, answer);
            return answer;
        } catch (SQLException failed) {
            throw cannotBeNoted(failed);
        }
    }

    /**
     * Creates something that by its nature cannot be there twice, such as the order of a shop. Its key need not keep a
     * second request away, so key and answer are noted together once the work is done; and only where the work is refused
     * does it matter whether this request has done it before.
     *
     * @param body as in {@link #create(Object, Supplier)}
     * @param work as there; makes a second one wait for the first, and then fails
     */
    @Transactional(TxType.MANDATORY)
    public Response createSingle(Object body, Supplier<Response> work) {
        String key = request.request().getHeader(HEADER);
        requireSound(key);
        long person = asking.known().personId();
        String asked = asked(body);
        try (Connection connection = database.getConnection()) {
            try {
                Response answer = work.get();
                String entity = entity(answer);
                if (noteWithAnswer(connection, person, key, asked, answer, entity)) {
                    // Put into JSON once, for the table and for the one who asked.
                    return Response.fromResponse(answer)
                            .type(MediaType.APPLICATION_JSON_TYPE)
                            .entity(entity)
                            .build();
                }
            } catch (RuntimeException refused) {
                return undo(earlierAnswerInstead(refused, connection, person, key, asked));
            }
            return undo(earlierAnswer(connection, person, key, asked).orElseThrow());
        } catch (SQLException failed) {
            throw cannotBeNoted(failed);
        }
    }

    /**
     * What an earlier request under this key was answered, where the work is refused now.
     *
     * @throws RuntimeException what the work was refused with, where there was no such request; and that nobody knows, where
     *     the database no longer says
     */
    static Response earlierAnswerInstead(
            RuntimeException refused, Connection connection, long person, String key, String asked) {
        try {
            return earlierAnswer(connection, person, key, asked).orElseThrow(() -> refused);
        } catch (SQLException unreadable) {
            // Whether it was done is not known: a refusal would say that it was not.
            IllegalStateException unknown = cannotBeNoted(unreadable);
            unknown.addSuppressed(refused);
            throw unknown;
        }
    }

    /** Nothing of the work that was done a second time stays. */
    private Response undo(Response earlier) {
        transaction.setRollbackOnly();
        return earlier;
    }

    private static void requireSound(String key) {
        if (key != null && key.length() > LONGEST_KEY) {
            throw new Refused(
                    Problem.MALFORMED, Message.of("PROBLEM_IDEMPOTENCY_KEY_TOO_LONG", "characters", LONGEST_KEY));
        }
        if (key == null || key.isBlank()) {
            throw new Refused(Problem.IDEMPOTENCY_KEY_MISSING, Message.of("PROBLEM_IDEMPOTENCY_KEY_MISSING"));
        }
    }

    private String asked(Object body) {
        return Sha256.of(request.request().method() + " " + request.normalizedPath() + "\n" + text(body));
    }

    private static IllegalStateException cannotBeNoted(SQLException failed) {
        return new IllegalStateException("requests cannot be noted", failed);
    }

    private boolean note(Connection connection, long person, String key, String asked) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT IGNORE INTO idempotent_request (person_id, idempotency_key, request_hash, created_at)"
                        + " VALUES (?, ?, ?, ?)")) {
            insert.setLong(1, person);
            insert.setString(2, key);
            insert.setString(3, asked);
            insert.setTimestamp(4, Timestamp.from(clock.instant()));
            return insert.executeUpdate() == 1;
        }
    }

    private boolean noteWithAnswer(
            Connection connection, long person, String key, String asked, Response answer, String entity)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO idempotent_request (person_id, idempotency_key, request_hash, created_at, status, location,"
                        + " etag, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, person);
            insert.setString(2, key);
            insert.setString(3, asked);
            insert.setTimestamp(4, Timestamp.from(clock.instant()));
            insert.setInt(5, answer.getStatus());
            insert.setString(6, answer.getHeaderString(HttpHeaders.LOCATION));
            insert.setString(7, answer.getHeaderString(HttpHeaders.ETAG));
            insert.setString(8, entity);
            insert.executeUpdate();
            return true;
        } catch (SQLIntegrityConstraintViolationException isThere) {
            return false;
        }
    }

    /** As text, which the driver hands on as it is; bytes it would put into hexadecimal digits. */
    private String entity(Response answer) {
        return answer.hasEntity() ? text(answer.getEntity()) : null;
    }

    private static Optional<Response> earlierAnswer(Connection connection, long person, String key, String asked)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT request_hash, status, location, etag, body FROM idempotent_request"
                        + " WHERE person_id = ? AND idempotency_key = ?")) {
            select.setLong(1, person);
            select.setString(2, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!row.getString(1).equals(asked)) {
                    throw new Refused(Problem.IDEMPOTENCY_KEY_REUSED, Message.of("PROBLEM_IDEMPOTENCY_KEY_REUSED"));
                }
                Response.ResponseBuilder answer = Response.status(row.getInt(2));
                if (row.getString(3) != null) {
                    answer.header(HttpHeaders.LOCATION, row.getString(3));
                }
                if (row.getString(4) != null) {
                    answer.header(HttpHeaders.ETAG, row.getString(4));
                }
                if (row.getBytes(5) != null) {
                    answer.type(MediaType.APPLICATION_JSON_TYPE)
                            .entity(new String(row.getBytes(5), StandardCharsets.UTF_8));
                }
                return Optional.of(answer.build());
            }
        }
    }

    private void keep(Connection connection, long person, String key, Response answer) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE idempotent_request SET status = ?, location = ?, etag = ?, body = ?"
                        + " WHERE person_id = ? AND idempotency_key = ?")) {
            update.setInt(1, answer.getStatus());
            update.setString(2, answer.getHeaderString(HttpHeaders.LOCATION));
            update.setString(3, answer.getHeaderString(HttpHeaders.ETAG));
            update.setString(4, entity(answer));
            update.setLong(5, person);
            update.setString(6, key);
            update.executeUpdate();
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }
}
