package io.plimsoll.service.demo;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.policies.Approval;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The release policy of the county, imported by one planner and approved by another. */
@ApplicationScoped
class DemoPolicy {

    private static final String IMPORTER = "planner-2";
    private static final String APPROVER = "planner";

    /** As the generator sizes its shops. */
    private static final Map<String, String> ADDED = Map.of(
            "policy/class_cutoffs.csv",
            "market_type,size_class,from_volume\n*,LARGE,220\n*,MEDIUM,95\n",
            "policy/class_totals.csv",
            "size_class,market_type,total\nLARGE,*,260\nMEDIUM,*,130\nSMALL,*,45\n",
            "policy/calendar.csv",
            "day,business,holiday\n2027-01-01,false,New Year\n2027-02-05,false,Spring Festival\n"
                    + "2027-02-08,false,Spring Festival\n2027-02-09,false,Spring Festival\n");

    private final Policies policies;
    private final Approval approval;
    private final Sql sql;

    DemoPolicy(Policies policies, Approval approval, Sql sql) {
        this.policies = policies;
        this.approval = approval;
        this.sql = sql;
    }

    /** The policy as it is published, stored once, effective from the first cycle that it comes with. */
    PolicyVersion publish(ReleasePolicy drawn) {
        PolicyVersion version = whole(drawn);
        Policies.Stored stored = policies.store(version, Optional.of(planner(IMPORTER)));
        if (stored.isNew()) {
            approval.approve(planner(APPROVER), stored.digest(), null);
        }
        return version;
    }

    /** One of the two planners. */
    Viewer planner() {
        return planner(APPROVER);
    }

    private Viewer planner(String name) {
        return sql.first(
                        "SELECT id, display_name FROM person WHERE name = ?",
                        row -> new Viewer(row.getLong(1), name, row.getString(2), Role.PLANNER, new Scope.Everybody()),
                        name)
                .orElseThrow();
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
