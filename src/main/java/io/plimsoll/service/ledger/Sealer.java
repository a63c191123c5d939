package io.plimsoll.service.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Seals by the clock, and once more before the service ends. Where several services run, each waits for the others. */
@ApplicationScoped
class Sealer {

    private static final Logger LOG = Logger.getLogger(Sealer.class);
    private static final String OFF = "off";

    private final Sealing sealing;
    private final LedgerSettings settings;

    Sealer(Sealing sealing, LedgerSettings settings) {
        this.sealing = sealing;
        this.settings = settings;
    }

    @Scheduled(
            every = "${plimsoll.ledger.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void beat() {
        sealAll();
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (!settings.every().equals(OFF)) {
            sealAll();
        }
    }

    /** Seals all that is committed. What can't be sealed now is sealed the next time. */
    void sealAll() {
        try {
            while (sealing.seal()) {
                LOG.debug("There is more to seal");
            }
        } catch (RuntimeException failed) {
            LOG.warnf("The ledger cannot be written: %s; that will be tried again", failed.getMessage());
        }
    }
}
