package io.plimsoll.service.demo;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.generation.County;
import io.plimsoll.policy.MonthVolume;
import io.plimsoll.service.master.Classification;
import io.plimsoll.service.master.EarlierVolumes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes the size classes of the county's first month the way every month does it, from what its shops sold before. */
@ApplicationScoped
class DemoSizeClasses {

    private final EarlierVolumes volumes;
    private final Classification classification;
    private final DemoPolicy policies;

    DemoSizeClasses(EarlierVolumes volumes, Classification classification, DemoPolicy policies) {
        this.volumes = volumes;
        this.classification = classification;
        this.policies = policies;
    }

    /** Before anything of the first cycle is published, and once register and policy are there. */
    void compute(Cycle first, County county) {
        Map<String, List<MonthVolume>> sold = new HashMap<>();
        for (int i = 0; i < first.retailers().size(); i++) {
            sold.put(first.retailers().get(i).key(), county.soldBefore(i));
        }
        volumes.store(sold);
        classification.computeFirst(policies.planner(), first.head().period());
    }
}
