package io.plimsoll.explanation;

import io.plimsoll.message.Message;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.sku.BrandTier;
import java.util.List;

/** Why a line got less than was reported: the figures that went in, and the sentences for the retailer. */
public sealed interface Cut permits Cut.NotEligible, Cut.BySkuCeiling, Cut.ByTierCeiling, Cut.ByWholeOrder, Shortage {

    /** To be read one after the other. */
    List<Message> sentences();

    /**
     * The shop may be granted nothing in this cycle.
     *
     * @param held the ceiling of 0
     */
    record NotEligible(AppliedCeiling held) implements Cut {
        @Override
        public List<Message> sentences() {
            return List.of(Message.of("EXPLAIN_NOT_ELIGIBLE", "rule", held.rule(), "reason", held.reason()));
        }
    }

    /**
     * The ceiling of the class on this Sku is reached; where it is 0, the class may not have the Sku.
     *
     * @param peers those who all have the same ceiling
     */
    record BySkuCeiling(AppliedCeiling held, PeerGroup peers) implements Cut {
        @Override
        public List<Message> sentences() {
            Message ceiling = held.max() == 0
                    ? Message.of("EXPLAIN_BLOCKED", "rule", held.rule(), "reason", held.reason())
                    : Message.of(
                            "EXPLAIN_SKU_CEILING", "max", held.max(), "rule", held.rule(), "reason", held.reason());
            return List.of(ceiling, sameForAll(peers));
        }
    }

    /**
     * The ceiling of the class on this tier is used up.
     *
     * @param taken cartons of the tier granted to better-ranked lines
     */
    record ByTierCeiling(AppliedCeiling held, PeerGroup peers, BrandTier tier, long taken) implements Cut {
        @Override
        public List<Message> sentences() {
            Message ceiling = Message.of(
                    "EXPLAIN_TIER_CEILING",
                    "max",
                    held.max(),
                    "tier",
                    tier,
                    "taken",
                    taken,
                    "left",
                    held.leaves(),
                    "rule",
                    held.rule(),
                    "reason",
                    held.reason());
            return List.of(ceiling, sameForAll(peers));
        }
    }

    /**
     * A ceiling on the order as a whole is used up.
     *
     * @param period the month
     * @param before cartons granted in it before this cycle
     * @param taken cartons granted to better-ranked lines
     */
    record ByWholeOrder(AppliedCeiling held, String period, int before, long taken) implements Cut {
        @Override
        public List<Message> sentences() {
            return switch (held.limit()) {
                case AT_MOST ->
                    List.of(Message.of("EXPLAIN_AT_MOST", "max", held.max(), "taken", taken, "left", held.leaves()));
                case PACE ->
                    List.of(Message.of(
                            "EXPLAIN_PACING",
                            "period",
                            period,
                            "max",
                            held.max(),
                            "before",
                            before,
                            "taken",
                            taken,
                            "left",
                            held.leaves(),
                            "rule",
                            held.rule(),
                            "reason",
                            held.reason()));
                case PERIOD ->
                    List.of(Message.of(
                            "EXPLAIN_PERIOD_CEILING",
                            "period",
                            period,
                            "max",
                            held.max(),
                            "before",
                            before,
                            "taken",
                            taken,
                            "left",
                            held.leaves(),
                            "rule",
                            held.rule(),
                            "reason",
                            held.reason()));
                default ->
                    List.of(Message.of(
                            "EXPLAIN_CYCLE_CEILING",
                            "max",
                            held.max(),
                            "taken",
                            taken,
                            "left",
                            held.leaves(),
                            "rule",
                            held.rule(),
                            "reason",
                            held.reason()));
            };
        }
    }

    private static Message sameForAll(PeerGroup peers) {
        return Message.of(
                "EXPLAIN_SAME_FOR_ALL",
                "sizeClass",
                peers.sizeClass(),
                "marketType",
                peers.marketType(),
                "rhythm",
                peers.interval());
    }
}
