package io.plimsoll.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.message.Message;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a request is told that is refused the second time: whether it was done the first time. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class OnceTest {

    private static final String ASKED = "a".repeat(64);

    private final Refused refused = new Refused(Problem.CONFLICT, Message.of("ORDER_IS_THERE"));

    @Inject
    DataSource database;

    @Inject
    Fixtures fixtures;

    @Test
    void whatWasDoneIsSaidAgain() throws SQLException {
        long person = fixtures.person(Role.PLANNER).id();
        fixtures.execute(
                "INSERT INTO idempotent_request (person_id, idempotency_key, request_hash, created_at, status, location,"
                        + " etag, body) VALUES (?, 'key', ?, UTC_TIMESTAMP(6), 201, '/there', '\"3\"', '{}')",
                person,
                ASKED);
        try (Connection connection = database.getConnection()) {
            Response again = Once.earlierAnswerInstead(refused, connection, person, "key", ASKED);
            assertEquals(201, again.getStatus());
            assertEquals("/there", again.getHeaderString("Location"));
            assertEquals("\"3\"", again.getHeaderString("ETag"));
        }
    }

    @Test
    void whatWasNotDoneIsRefused() throws SQLException {
        long person = fixtures.person(Role.PLANNER).id();
        try (Connection connection = database.getConnection()) {
            assertSame(
                    refused,
                    assertThrows(
                            Refused.class, () -> Once.earlierAnswerInstead(refused, connection, person, "key", ASKED)));
        }
    }

    @Test
    void whereTheDatabaseIsLostMeanwhileNobodySaysThatItWasNotDone() throws SQLException {
        Connection lost = database.getConnection();
        lost.close();
        RuntimeException unknown = assertThrows(
                IllegalStateException.class, () -> Once.earlierAnswerInstead(refused, lost, 1, "key", ASKED));
        assertTrue(DatabaseTrouble.in(unknown).isPresent(), unknown.toString());
    }
}
