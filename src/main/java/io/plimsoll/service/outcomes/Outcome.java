package io.plimsoll.service.outcomes;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.message.Message;
import io.plimsoll.run.Binding;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of a cycle as a whole.
 *
 * @param total cartons asked for and granted
 * @param ordering active shops, and those of them with an order
 * @param ordersOfOthers orders of shops that are not active
 * @param byClass cartons asked for and granted by size class
 * @param byTier the same by brand tier
 * @param byTerritory the same by territory, those first that got the smallest part
 * @param cuts why lines got less, the reason that took most first
 * @param shortSkus Skus that ran short
 * @param scarce how widely and evenly SCARCE Skus went round
 * @param findings how many of each severity
 * @param worst the findings, the gravest first, as far as they are shown
 */
@Schema(name = "Outcome")
public record Outcome(
        String cycle,
        long run,
        Share total,
        Share ordering,
        long ordersOfOthers,
        List<Share> byClass,
        List<Share> byTier,
        List<Share> byTerritory,
        List<Cut> cuts,
        List<ShortSku> shortSkus,
        List<Scarce> scarce,
        List<Share> findings,
        List<Raised> worst) {

    /** The class that was granted most of its demand. */
    @JsonIgnore
    public Share bestClass() {
        return best(byClass);
    }

    /** The class that was granted least of it. */
    @JsonIgnore
    public Share worstClass() {
        return worst(byClass);
    }

    /** The tier of which most of the demand was granted. */
    @JsonIgnore
    public Share bestTier() {
        return best(byTier);
    }

    /** The tier of which least of it was granted. */
    @JsonIgnore
    public Share worstTier() {
        return worst(byTier);
    }

    private static Share best(List<Share> shares) {
        return shares.stream().max(Comparator.comparing(Share::percent)).orElse(new Share("", 0, 0));
    }

    private static Share worst(List<Share> shares) {
        return shares.stream().min(Comparator.comparing(Share::percent)).orElse(new Share("", 0, 0));
    }

    /** Lines that a reason cut, and the cartons that it took. */
    @Schema(name = "CutByReason")
    public record Cut(Binding reason, long lines, long cartons) {

        /** The reason as something to be said. */
        @JsonIgnore
        public Message words() {
            return Message.of("BINDING_" + reason);
        }
    }

    /**
     * A Sku that ran short.
     *
     * @param supply cartons there were; null: unlimited
     * @param released of them
     * @param claimed by shops, within their ceilings
     * @param level the common level by unit of weight
     */
    @Schema(name = "ShortSku")
    public record ShortSku(
            String sku,
            String name,
            String status,
            Long supply,
            Long released,
            long claimed,
            long granted,
            String level) {}

    /**
     * A SCARCE Sku.
     *
     * @param coverage shops that asked for it, and those of them that got some
     * @param concentration cartons granted, and those of them that the one percent of shops hold that hold most
     */
    @Schema(name = "ScarceSku")
    public record Scarce(String sku, String name, Share coverage, Share concentration) {}

    /** A finding, in words. */
    @Schema(name = "RaisedFinding")
    public record Raised(
            @Schema(examples = "3") int position,
            String severity,
            String rule,
            String subject,
            @JsonIgnore Message words,
            String evidence) {}
}
