package io.plimsoll.service.cycles;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Lets cycles go on when their time has come. What was missed while no service ran is caught up in order; where several
 * run, each step is done once; a clock that is set back undoes nothing.
 */
@ApplicationScoped
class CycleSchedule {

    private static final Logger LOG = Logger.getLogger(CycleSchedule.class);

    private final Passage passage;
    private final Clock clock;

    CycleSchedule(Passage passage, Clock clock) {
        this.passage = passage;
        this.clock = clock;
    }

    @Scheduled(
            every = "${plimsoll.cycles.every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void beat() {
        goOn(clock.instant());
    }

    /** Does every step that is due at a moment. A cycle that cannot go on keeps no other from doing so. */
    void goOn(Instant now) {
        for (String cycle : passage.due(now)) {
            try {
                while (passage.bySchedule(cycle, now)) {
                    LOG.infof("Cycle %s goes on", cycle);
                }
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "Cycle %s cannot go on; it will be tried again", cycle);
            }
        }
    }
}
