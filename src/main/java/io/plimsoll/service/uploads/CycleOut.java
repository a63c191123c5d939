package io.plimsoll.service.uploads;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.files.CycleWriter;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a cycle that is frozen as the folder that it would have come in as. */
@ApplicationScoped
class CycleOut {

    private final Sql sql;
    private final Policies policies;
    private final FrozenCycles frozen;

    CycleOut(Sql sql, Policies policies, FrozenCycles frozen) {
        this.sql = sql;
        this.policies = policies;
        this.frozen = frozen;
    }

    /** What is written down of a cycle as a whole; of one that did not come in, policy name and list are null. */
    private record Found(CycleHead head, boolean cameIn, String policy, String policyName, byte[] unsold) {}

    /** Refuses a cycle that can't be written yet. */
    void require(String cycle) {
        found(cycle);
    }

    private Found found(String cycle) {
        Found found = sql.first(
                        "SELECT c.cycle, c.seed, c.period, c.number_in_period, c.of_period, c.came_in,"
                                + " COALESCE(o.policy, c.policy), o.policy_name, o.unsold_skus"
                                + " FROM cycle c LEFT JOIN cycle_origin o ON o.cycle = c.cycle WHERE c.cycle = ?",
                        row -> new Found(
                                new CycleHead(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getInt(4),
                                        row.getInt(5)),
                                row.getBoolean(6),
                                row.getString(7),
                                row.getString(8),
                                row.getBytes(9)),
                        cycle)
                .orElseThrow(Refused::notFound);
        boolean isFrozen = sql.count("SELECT EXISTS (SELECT 1 FROM cycle_retailer WHERE cycle = ?)", cycle) > 0;
        if (!isFrozen || found.policy() == null) {
            throw new Refused(Problem.CONFLICT, Message.of("EXPORT_NOT_FROZEN", "cycle", cycle));
        }
        return found;
    }

    /**
     * Writes the folder.
     *
     * @param folder an empty one
     */
    void write(String cycle, Path folder) throws IOException {
        Found found = found(cycle);
        PolicyVersion stored = policies.find(found.policy()).orElseThrow();
        PolicyVersion policy = found.policyName() == null ? stored : stored.named(found.policyName());
        FrozenCycles.Frozen all = frozen.read(cycle, found.cameIn());
        Cycle whole = new Cycle(found.head(), all.retailers(), all.skus(), all.orders(), policy.releasePolicy());
        CycleWriter.write(folder, whole, policy, all.details());
        if (found.unsold() != null) {
            Files.write(folder.resolve("policy").resolve("unsold_skus.csv"), found.unsold());
        }
    }
}
