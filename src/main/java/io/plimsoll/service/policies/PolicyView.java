package io.plimsoll.service.policies;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stored policy version, without its tables.
 *
 * @param digest SHA-256 over its content
 * @param version its name, {@code @} and the first digits of the digest, as ceilings cite it (R11)
 * @param importedBy who handed it in; null where it came in with the data of a past cycle
 * @param importerId key of that person, or null
 * @param steps what was proposed and decided since, in turn
 * @param cycles those that it binds, the latest first
 */
public record PolicyView(
        String digest,
        String name,
        String version,
        PolicyState state,
        String importedBy,
        @JsonIgnore Long importerId,
        Instant importedAt,
        List<Step> steps,

        @Schema(description = "Cycles that it binds, the latest first")
        List<String> cycles) {

    private static final int SHORT_DIGEST = 12;
    private static final int SHOWN_CYCLES = 3;

    /**
     * Something that was proposed or decided about it.
     *
     * @param step PROPOSED, APPROVED or REFUSED
     * @param reason of a refusal
     * @param effectiveFrom of an approval, as it was said: a cycle or a month; null: from the next cycle
     * @param effectivePeriod the month of the first cycle that it may bind; null: any
     * @param effectiveNumber the number of that cycle in the month
     */
    public record Step(
            PolicyState step,
            String by,
            @JsonIgnore long personId,
            Instant at,
            String reason,
            String effectiveFrom,
            String effectivePeriod,
            Integer effectiveNumber) {}

    /** The first digits of the digest, enough to tell versions apart. */
    @JsonIgnore
    public String shortDigest() {
        return digest.substring(0, SHORT_DIGEST);
    }

    /** The approval, or null. */
    @JsonIgnore
    public Step approval() {
        return state == PolicyState.APPROVED ? steps.get(steps.size() - 1) : null;
    }

    /** The latest of the cycles that it binds. */
    @JsonIgnore
    public List<String> latestCycles() {
        return cycles.subList(0, Math.min(cycles.size(), SHOWN_CYCLES));
    }

    /** Whether this person handed it in, and so decides nothing about it. */
    boolean isOwn(long person) {
        return importerId != null && importerId == person
                || steps.stream().anyMatch(step -> step.step() == PolicyState.PROPOSED && step.personId() == person);
    }

    /** Whether a person stands behind it, beside whom another can decide. */
    boolean hasAuthor() {
        return importerId != null || steps.stream().anyMatch(step -> step.step() == PolicyState.PROPOSED);
    }

    static PolicyState state(Long importer, List<Step> steps) {
        if (!steps.isEmpty()) {
            return steps.get(steps.size() - 1).step();
        }
        return importer == null ? PolicyState.CAME_IN : PolicyState.PROPOSED;
    }
}
