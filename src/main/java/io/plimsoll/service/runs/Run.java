package io.plimsoll.service.runs;

import io.plimsoll.service.policies.Policies;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A run that is done. Of grants that came in without the rest of a result, policy and sums are null.
 *
 * @param number the how-manieth run of its cycle, from 1
 * @param inForce whether its grants hold; one that was superseded stays as it was
 * @param madeBy what the planner is called who asked for it; null: it came with the data of a past cycle
 * @param supersedes key of the run whose place it took, or null
 * @param reason why that one was superseded, or null
 * @param policy name of the release policy it ran under
 * @param policyDigest digest of the same
 * @param record SHA-256 of its run.json
 */
@Schema(name = "Run")
public record Run(
        long id,
        int number,
        String cycle,
        boolean inForce,
        Instant madeAt,
        String madeBy,
        Long supersedes,
        String reason,
        String policy,
        String policyDigest,
        Long orders,
        Long lines,
        Long demand,
        Long granted,
        Long findings,
        String record) {

    /** How its ceilings and findings cite the policy (R11). */
    public String policyVersion() {
        return new Policies.Named(policyDigest, policy).version();
    }
}
