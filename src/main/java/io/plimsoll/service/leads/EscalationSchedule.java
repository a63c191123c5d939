package io.plimsoll.service.leads;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Lets important leads that are overdue go to the auditors. One that cannot keeps no other from going. */
@ApplicationScoped
class EscalationSchedule {

    private static final Logger LOG = Logger.getLogger(EscalationSchedule.class);

    private final LeadActs acts;

    EscalationSchedule(LeadActs acts) {
        this.acts = acts;
    }

    @Scheduled(
            every = "${plimsoll.leads.every:5m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void beat() {
        for (long lead : acts.toEscalate()) {
            try {
                if (acts.escalateOverdue(lead)) {
                    LOG.infof("Lead %d goes to the auditors", lead);
                }
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "Lead %d cannot go to the auditors; it will be tried again", lead);
            }
        }
    }
}
