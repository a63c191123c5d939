package io.plimsoll.explanation;

import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One order as a whole: how much room its ceilings left for it.
 *
 * @param period the month
 * @param grantedBefore cartons granted in it before this cycle
 * @param ceilings on the order as a whole
 * @param headroom cartons that the smallest of them leaves; {@link Ceilings#NONE} where none limits it
 * @param lines of the order; 0 where there is none (NO_DEMAND)
 * @param demand cartons over all lines
 * @param granted cartons over all lines
 */
public record WholeOrder(
        String period,
        int grantedBefore,
        List<AppliedCeiling> ceilings,
        long headroom,
        int lines,
        long demand,
        long granted) {

    public WholeOrder {
        ceilings = List.copyOf(ceilings);
    }

    /** The ceiling of 0 that bars the shop from everything in this cycle; empty where it is eligible. */
    public Optional<AppliedCeiling> barredBy() {
        return ceilings.stream()
                .filter(each -> each.limit() == Limit.STANDING && each.max() == 0)
                .findFirst();
    }

    /** To be read one after the other. */
    public List<Message> sentences() {
        List<Message> sentences = new ArrayList<>();
        if (lines == 0) {
            sentences.add(Message.of("EXPLAIN_NO_DEMAND"));
            sentences.add(Message.of("EXPLAIN_NO_DEMAND_IS_FREE"));
        }
        barredBy().ifPresent(ceiling -> sentences.addAll(new Cut.NotEligible(ceiling).sentences()));
        if (sentences.isEmpty()) {
            sentences.add(room());
        }
        return sentences;
    }

    /** To be read beside its ceilings: whoever shows an agreed total says what it is not (R3). */
    public List<Message> caution() {
        boolean showsTotal = ceilings.stream().anyMatch(each -> each.limit() == Limit.PERIOD);
        return showsTotal ? List.of(Message.of("EXPLAIN_NO_TARGET")) : List.of();
    }

    /** Whether nothing but the retailer's own limit held the order: it is no ceiling of his. */
    private boolean isOwnLimit() {
        return ceilings.stream().allMatch(each -> each.limit() == Limit.AT_MOST || each.leaves() > headroom)
                && ceilings.stream().anyMatch(each -> each.limit() == Limit.AT_MOST);
    }

    private Message room() {
        if (headroom == Ceilings.NONE) {
            return Message.of("EXPLAIN_ROOM_UNLIMITED", "demand", demand, "granted", granted);
        }
        return isOwnLimit()
                ? Message.of(
                        "EXPLAIN_ROOM_OWN",
                        "period",
                        period,
                        "before",
                        grantedBefore,
                        "max",
                        headroom,
                        "demand",
                        demand,
                        "granted",
                        granted)
                : Message.of(
                        "EXPLAIN_ROOM",
                        "period",
                        period,
                        "before",
                        grantedBefore,
                        "headroom",
                        headroom,
                        "demand",
                        demand,
                        "granted",
                        granted);
    }
}
