package io.plimsoll.service.quotas;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A customer manager's batch of changes over his own retailers, which is to sum to zero (R7).
 *
 * @param lines those that count first, the worst fit before the others
 * @param effect from which cycle it holds, or would if it were approved now
 * @param endReason why it was refused; null where it was not
 * @param version for its ETag
 */
record Rebalancing(
        @Schema(examples = "4") long id,
        @Schema(examples = "M07") String manager,
        RebalancingState state,
        Instant madeAt,
        List<RebalancingLine> lines,
        Effect effect,
        @Schema(examples = "Market 1", nullable = true) String approvedBy,
        Instant approvedAt,
        @Schema(examples = "Planner", nullable = true) String secondBy,
        Instant secondAt,
        Instant endedAt,

        @Schema(examples = "the school closes in May", nullable = true)
        String endReason,

        @Schema(examples = "3") long version) {

    Rebalancing {
        lines = lines.stream().sorted(RebalancingLine.WORST_FIRST).toList();
    }

    /** The lines that count. */
    @JsonIgnore
    public List<RebalancingLine> live() {
        return lines.stream().filter(RebalancingLine::isLive).toList();
    }

    /** Those that were declined or expired, and so have dropped out. */
    @JsonIgnore
    public List<RebalancingLine> dropped() {
        return lines.stream().filter(line -> !line.isLive()).toList();
    }

    /** Of the changes of all that count, in cartons: to be 0. */
    @JsonProperty
    public int sum() {
        return live().stream().mapToInt(RebalancingLine::change).sum();
    }

    /** How many cartons the sum of ceilings rises by, since classes float by different shares (R7). */
    @JsonProperty
    public long ceilingDrift() {
        return live().stream().mapToLong(RebalancingLine::ceilingChange).sum();
    }

    /** Whether a planner has to approve as well. */
    @JsonProperty
    public boolean needsSecondApproval() {
        return any(line -> line.shop().keyAccount());
    }

    @JsonIgnore
    public boolean isStale() {
        return !isOver() && any(line -> line.isStale() || !line.shop().manager().equals(manager));
    }

    /** Lines that retailers have answered, in the order in which they did. */
    @JsonIgnore
    public List<RebalancingLine> answered() {
        return lines.stream()
                .filter(line -> line.answeredAt() != null)
                .sorted(Comparator.comparing(RebalancingLine::answeredAt))
                .toList();
    }

    /** Whether there is something to ask retailers. */
    @JsonIgnore
    public boolean hasDrafts() {
        return any(line -> line.state() == LineState.DRAFT);
    }

    /** How many have not answered yet. */
    @JsonIgnore
    public long waiting() {
        return live().stream().filter(line -> line.state() == LineState.ASKED).count();
    }

    @JsonIgnore
    public long agreed() {
        return live().stream().filter(line -> line.state() == LineState.AGREED).count();
    }

    /** Whether all retailers have agreed and it sums to zero, so that it can be approved. */
    @JsonProperty
    public boolean isReady() {
        return !isOver() && !live().isEmpty() && sum() == 0 && agreed() == live().size();
    }

    @JsonIgnore
    public boolean isOver() {
        return state.isOver();
    }

    private boolean any(Predicate<RebalancingLine> is) {
        return live().stream().anyMatch(is);
    }

    /** Where its page is. */
    public String address() {
        return "/rebalancings/" + id;
    }
}
