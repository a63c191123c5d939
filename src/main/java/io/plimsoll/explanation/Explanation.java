package io.plimsoll.explanation;

import io.plimsoll.cycle.CycleHead;
import io.plimsoll.message.Message;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.run.Binding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why one retailer got what it got in one cycle.
 *
 * @param retailer its name for people
 * @param policy version of the policy that every ceiling cites
 * @param onlySku name of the only Sku that was asked about; empty where it was the whole order
 * @param order the order as a whole
 * @param lines every line, or the one that was asked about, by rank; none where there is no such line
 * @param freedRoom where the room went that short Skus left
 * @param moreHeadroom what one more carton of headroom would have changed; empty where there are no lines
 */
public record Explanation(
        String retailer,
        PeerGroup peers,
        CycleHead head,
        String policy,
        Optional<String> onlySku,
        WholeOrder order,
        List<LineExplanation> lines,
        FreedRoom freedRoom,
        Optional<OneMore.OfHeadroom> moreHeadroom) {

    public Explanation {
        lines = List.copyOf(lines);
    }

    /** Who it is about, and which cycle. */
    public List<Message> heading() {
        return List.of(
                Message.of(
                        "EXPLAIN_SHOP",
                        "shop",
                        retailer,
                        "sizeClass",
                        peers.sizeClass(),
                        "marketType",
                        peers.marketType(),
                        "rhythm",
                        peers.interval()),
                Message.of(
                        "EXPLAIN_CYCLE",
                        "cycle",
                        head.cycle(),
                        "number",
                        head.number(),
                        "of",
                        head.of(),
                        "period",
                        head.period(),
                        "policy",
                        policy));
    }

    /** What is to be said where there is no line to explain: no order, or none of the Sku that was asked about. */
    public List<Message> instead() {
        if (!lines.isEmpty()) {
            return List.of();
        }
        return onlySku.isPresent() && order.lines() > 0
                ? List.of(Message.of("EXPLAIN_NOT_ORDERED", "sku", onlySku.get()))
                : order.sentences();
    }

    /** What is to be said of the lines, paragraph by paragraph, each to be read one sentence after the other. */
    public List<List<Message>> story() {
        if (lines.isEmpty() || order.barredBy().isPresent() && onlySku.isEmpty()) {
            return List.of();
        }
        List<List<Message>> paragraphs = new ArrayList<>();
        if (onlySku.isPresent()) {
            LineExplanation line = lines.get(0);
            paragraphs.add(line.sentences());
            paragraphs.add(line.granted() == line.firstClaim() ? List.of() : freedRoom.sentences());
        } else {
            paragraphs.addAll(cutLines());
            paragraphs.add(freedRoom.sentences());
        }
        moreHeadroom.ifPresent(more -> paragraphs.add(more.sentences()));
        paragraphs.removeIf(List::isEmpty);
        return paragraphs;
    }

    /** Once a ceiling on the whole order is used up it leaves nothing to any line below, which is said in a sentence. */
    private List<List<Message>> cutLines() {
        List<List<Message>> paragraphs = new ArrayList<>();
        Map<Binding, List<Message>> usedUp = new EnumMap<>(Binding.class);
        for (LineExplanation line : lines) {
            if (line.cut().isEmpty()) {
                continue;
            }
            List<Message> ofSameCeiling = usedUp.get(line.binding());
            if (ofSameCeiling != null) {
                ofSameCeiling.add(line.nothingLeft());
                continue;
            }
            List<Message> paragraph = line.sentences();
            paragraphs.add(paragraph);
            if (line.cut().get() instanceof Cut.ByWholeOrder) {
                usedUp.put(line.binding(), paragraph);
            }
        }
        return paragraphs;
    }
}
