package io.plimsoll.service.health;

import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Ready is who reaches the database. Why it is not reached stands in the log; whoever asks is told no address and no name
 * of anything.
 */
@Readiness
@ApplicationScoped
class DatabaseReady implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(DatabaseReady.class);

    private final Sql sql;

    DatabaseReady(Sql sql) {
        this.sql = sql;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(isThere()).build();
    }

    private boolean isThere() {
        try {
            return sql.count("SELECT 1") == 1;
        } catch (RuntimeException away) {
            Throwable cause = away.getCause() == null ? away : away.getCause();
            LOG.warnf("Not ready: %s", cause.getMessage());
            return false;
        }
    }
}
