package io.plimsoll.service.people;

import io.plimsoll.service.database.Batch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * When tokens were used last, which is known to the minute only. It is written for many at once and beside their requests,
 * none of which waits for it; a process that is killed forgets what it noted in the last few seconds.
 */
@ApplicationScoped
class TokenUses {

    private static final Logger LOG = Logger.getLogger(TokenUses.class);

    private final DataSource database;
    private final Map<Long, Instant> noted = new ConcurrentHashMap<>();

    TokenUses(DataSource database) {
        this.database = database;
    }

    /** A token, by the key of its row, was used. */
    void note(long token, Instant at) {
        noted.putIfAbsent(token, at);
    }

    @Scheduled(
            every = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @Transactional
    void write() {
        // By their keys, so that two processes that write the same ones don't wait for each other in a ring.
        Map<Long, Instant> uses = new TreeMap<>(noted);
        if (uses.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                Batch batch = new Batch(connection, "UPDATE api_token SET last_used_at = ? WHERE id = ?")) {
            for (Map.Entry<Long, Instant> use : uses.entrySet()) {
                batch.add(Timestamp.from(use.getValue()), use.getKey());
            }
            batch.done();
            noted.keySet().removeAll(uses.keySet());
        } catch (SQLException failed) {
            LOG.warnf("The uses of tokens cannot be noted: %s; that will be tried again", failed.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        write();
    }
}
