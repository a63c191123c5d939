package io.plimsoll.service.demo;

import io.plimsoll.cycle.CycleHead;
import io.plimsoll.files.BadInput;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.policies.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The release policy of the county, imported by one planner and approved by another. */
@ApplicationScoped
class DemoPolicy {

    /** As the generator sizes its shops. */
    private static final Map<String, String> ADDED = Map.of(
            "policy/class_cutoffs.csv",
            "market_type,size_class,from_volume\n*,LARGE,220\n*,MEDIUM,95\n",
            "policy/class_totals.csv",
            "size_class,market_type,total\nLARGE,*,260\nMEDIUM,*,130\nSMALL,*,45\n",
            "policy/calendar.csv",
            "day,business,holiday\n2027-01-01,false,New Year\n2027-02-05,false,Spring Festival\n"
                    + "2027-02-08,false,Spring Festival\n2027-02-09,false,Spring Festival\n");

    private static final String STEP = "INSERT INTO policy_step (digest, number, step, by_person, at, effective_from,"
            + " effective_period, effective_number) VALUES (?, ?, ?, (SELECT id FROM person WHERE name = ?), ?, ?, ?, ?)";

    private final Policies policies;
    private final Sql sql;
    private final Clock clock;

    DemoPolicy(Policies policies, Sql sql, Clock clock) {
        this.policies = policies;
        this.sql = sql;
        this.clock = clock;
    }

    /** The policy as it is published, stored once. */
    PolicyVersion publish(ReleasePolicy drawn, CycleHead from) {
        PolicyVersion version = whole(drawn);
        if (policies.store(version, Optional.empty()).isNew()) {
            String digest = version.digest();
            Instant now = clock.instant();
            sql.update(STEP, digest, 1, "PROPOSED", "planner-2", now, null, null, null);
            sql.update(STEP, digest, 2, "APPROVED", "planner", now, from.cycle(), from.period(), from.number());
        }
        return version;
    }

    private static PolicyVersion whole(ReleasePolicy drawn) {
        Map<String, byte[]> files = new HashMap<>(PolicyVersion.of(drawn).files());
        ADDED.forEach((file, content) -> files.put(file, content.getBytes(StandardCharsets.UTF_8)));
        try {
            return PolicyVersion.of(files);
        } catch (BadInput ownTablesAreGood) {
            throw new IllegalStateException(ownTablesAreGood);
        }
    }
}
