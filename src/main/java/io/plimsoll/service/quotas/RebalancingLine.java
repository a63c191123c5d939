package io.plimsoll.service.quotas;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.plimsoll.message.Message;
import io.plimsoll.retailer.RetailerStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change of one total, as it stands in a re-balancing.
 *
 * @param shop as it is now
 * @param totalBefore T when the line was written
 * @param totalAfter T that is proposed: neither an order nor a target
 * @param reason code of the catalogue
 * @param evidence in words; blank where the figures are the evidence
 * @param demandBefore cartons a month that the shop asked for when the line was written; null: not known
 * @param answerBy until when the retailer may answer; null where he was not asked
 */
record RebalancingLine(
        QuotaShop shop,
        @Schema(examples = "120") int totalBefore,
        @Schema(examples = "150") int totalAfter,
        @Schema(examples = "DEMAND") String reason,

        @Schema(examples = "asked for 150 cartons a month since August")
        String evidence,

        @Schema(examples = "150", nullable = true) Long demandBefore,
        LineState state,
        Instant answerBy,
        Instant answeredAt) {

    /** Those that count first, the worst fit before the others. */
    static final Comparator<RebalancingLine> WORST_FIRST = Comparator.comparing(
                    (RebalancingLine line) -> !line.state().isLive())
            .thenComparing(line -> -line.misfit())
            .thenComparing(line -> line.shop().licence());

    /** What is said instead of words: what the shop asked for, beside its total; null where there are words. */
    @JsonIgnore
    public Message figures() {
        return figures(evidence, demandBefore, totalBefore);
    }

    static Message figures(String evidence, Long demand, int total) {
        return evidence.isEmpty() ? Message.of("REBALANCING_EVIDENCE", "demand", demand, "total", total) : null;
    }

    /** Cartons more, or as a negative number less. */
    @JsonProperty
    public int change() {
        return totalAfter - totalBefore;
    }

    /** How many cartons the ceiling rises by, or as a negative number falls (R7). */
    @JsonProperty
    public long ceilingChange() {
        return shop.ceiling(totalAfter) - shop.ceiling(totalBefore);
    }

    @JsonProperty
    public long ceilingBefore() {
        return shop.ceiling(totalBefore);
    }

    @JsonProperty
    public long ceilingAfter() {
        return shop.ceiling(totalAfter);
    }

    /** How the total fits now (R12); null where that is not known. */
    @JsonProperty
    @Schema(nullable = true, examples = "0.8")
    public BigDecimal fitBefore() {
        return shop.fit(totalBefore);
    }

    @JsonProperty
    @Schema(nullable = true, examples = "1")
    public BigDecimal fitAfter() {
        return shop.fit(totalAfter);
    }

    /** Whether what the line rests on has changed since it was written. */
    @JsonProperty("stale")
    public boolean isStale() {
        return shop.total() != totalBefore || shop.status() != RetailerStatus.ACTIVE || shop.changesLater();
    }

    /** Whether the total changes by more of itself than a computed proposal would change it. */
    public boolean isBeyond(int percent) {
        return Math.abs(change()) * 100L > (long) totalBefore * percent;
    }

    @JsonIgnore
    public boolean isLive() {
        return state.isLive();
    }

    /** How far the fit is from 1, as a factor; 0 where it is not known. */
    private double misfit() {
        if (shop.demand() == null) {
            return 0;
        }
        double total = totalBefore + 1.0;
        double demand = shop.demand() + 1.0;
        return Math.max(total / demand, demand / total);
    }
}
