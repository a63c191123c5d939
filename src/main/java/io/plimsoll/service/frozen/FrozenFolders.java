package io.plimsoll.service.frozen;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.files.CycleDetails;
import io.plimsoll.files.CycleInput;
import io.plimsoll.files.CycleWriter;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.text.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cycles that are frozen, as the folder that they would have come in as. */
@ApplicationScoped
public class FrozenFolders {

    private static final String UNSOLD = "policy/unsold_skus.csv";

    private final Sql sql;
    private final Policies policies;
    private final FrozenCycles frozen;

    FrozenFolders(Sql sql, Policies policies, FrozenCycles frozen) {
        this.sql = sql;
        this.policies = policies;
        this.frozen = frozen;
    }

    /** What is written down of a cycle as a whole; of one that did not come in, policy name and list are null. */
    private record Found(CycleHead head, String policy, String policyName, byte[] unsold) {}

    /** Refuses a cycle that can't be written yet. */
    public void require(String cycle) {
        found(cycle);
    }

    private Found found(String cycle) {
        Found found = sql.first(
                        "SELECT c.cycle, c.seed, c.period, c.number_in_period, c.of_period,"
                                + " COALESCE(o.policy, c.policy), o.policy_name, o.unsold_skus"
                                + " FROM cycle c LEFT JOIN cycle_origin o ON o.cycle = c.cycle WHERE c.cycle = ?",
                        row -> new Found(
                                new CycleHead(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getInt(4),
                                        row.getInt(5)),
                                row.getString(6),
                                row.getString(7),
                                row.getBytes(8)),
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
     * @param run whose supply it is to have, as it read it; nothing: the present one
     * @param folder an empty one
     */
    public void write(String cycle, OptionalLong run, Path folder) throws IOException {
        Found found = found(cycle);
        Whole whole = whole(found, run);
        CycleWriter.write(folder, whole.cycle(), whole.policy(), whole.details());
        if (found.unsold() != null) {
            Files.write(folder.resolve(UNSOLD), found.unsold());
        }
    }

    /**
     * Writes the folder as a run read it, but for the policy.
     *
     * @param under another policy than its own, which may be any
     */
    public void write(String cycle, long run, PolicyVersion under, Path folder) throws IOException {
        Whole whole = whole(found(cycle), under, OptionalLong.of(run));
        CycleWriter.write(folder, whole.cycle(), whole.policy(), whole.details());
    }

    /** What would be read from the folder with the present supply, without writing it; in one transaction, one moment's. */
    public CycleInput input(String cycle) {
        return input(cycle, OptionalLong.empty());
    }

    /** The same with the supply as a run read it, where one is named. */
    public CycleInput input(String cycle, OptionalLong run) {
        Found found = found(cycle);
        Whole whole = whole(found, run);
        CycleInput input = CycleWriter.input(whole.cycle(), whole.policy(), whole.details());
        if (found.unsold() == null) {
            return input;
        }
        SortedMap<String, String> digests = new TreeMap<>(input.digests());
        digests.put(UNSOLD, Sha256.of(found.unsold()));
        return new CycleInput(input.cycle(), () -> digests, input.policy());
    }

    /** The cycle as a run read it. */
    public Cycle cycle(String cycle, long run) {
        return whole(found(cycle), OptionalLong.of(run)).cycle();
    }

    private record Whole(Cycle cycle, PolicyVersion policy, CycleDetails details) {}

    private Whole whole(Found found, OptionalLong run) {
        PolicyVersion stored = policies.find(found.policy()).orElseThrow();
        return whole(found, found.policyName() == null ? stored : stored.named(found.policyName()), run);
    }

    private Whole whole(Found found, PolicyVersion policy, OptionalLong run) {
        FrozenCycles.Frozen all = frozen.read(found.head().cycle(), run);
        return new Whole(
                new Cycle(found.head(), all.retailers(), all.skus(), all.orders(), policy.releasePolicy()),
                policy,
                all.details());
    }
}
