package io.plimsoll.service.figures;

import io.plimsoll.policy.Alerts;
import io.plimsoll.service.master.PresentPeriod;
import io.plimsoll.service.policies.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** The thresholds of the policy that binds the present month. */
@ApplicationScoped
class PresentThresholds {

    private final PresentPeriod present;
    private final Policies policies;

    PresentThresholds(PresentPeriod present, Policies policies) {
        this.present = present;
        this.policies = policies;
    }

    Thresholds get() {
        return Thresholds.of(Optional.ofNullable(present.period().policy())
                .map(digest -> policies.releasePolicy(digest).alerts())
                .orElse(new Alerts(Map.of())));
    }
}
