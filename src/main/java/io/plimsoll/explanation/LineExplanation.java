package io.plimsoll.explanation;

import io.plimsoll.message.Message;
import io.plimsoll.run.Binding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why one line got what it got.
 *
 * @param rank what the retailer wants filled first, 1 before 2
 * @param sku its name for people
 * @param demand cartons reported
 * @param granted cartons granted
 * @param binding as in grants.csv
 * @param ceilings every ceiling that applied, the one that left least first
 * @param firstClaim cartons it claimed while nothing was short yet
 * @param cut why it got less than was reported; empty where it didn't
 * @param oneMore what one more carton of the Sku would have changed; empty where that was not asked
 */
public record LineExplanation(
        int rank,
        String sku,
        int demand,
        int granted,
        Binding binding,
        List<AppliedCeiling> ceilings,
        int firstClaim,
        Optional<Cut> cut,
        Optional<OneMore.OfSku> oneMore) {

    public LineExplanation {
        ceilings = List.copyOf(ceilings);
    }

    LineExplanation because(Optional<Cut> why) {
        return new LineExplanation(rank, sku, demand, granted, binding, ceilings, firstClaim, why, oneMore);
    }

    /** The ceiling that held the line; empty where it got all that was reported. */
    public Optional<AppliedCeiling> held() {
        return Limit.of(binding)
                .flatMap(limit -> ceilings.stream()
                        .filter(ceiling -> ceiling.limit() == limit)
                        .findFirst());
    }

    /** To be read one after the other. */
    public List<Message> sentences() {
        List<Message> sentences = new ArrayList<>();
        sentences.add(whatItGot());
        cut.ifPresent(why -> sentences.addAll(why.sentences()));
        if (cut.isPresent() && granted < firstClaim && firstClaim < demand) {
            sentences.add(Message.of("EXPLAIN_FIRST_CLAIM", "claim", firstClaim));
        }
        oneMore.ifPresent(more -> sentences.addAll(more.sentences()));
        return sentences;
    }

    /** The same in one sentence, for a line below one that used up the same ceiling. */
    Message nothingLeft() {
        return Message.of("EXPLAIN_LINE_NOTHING_LEFT", "sku", sku, "rank", rank, "demand", demand);
    }

    private Message whatItGot() {
        if (demand == 0) {
            return Message.of("EXPLAIN_LINE_OF_NOTHING", "sku", sku, "rank", rank);
        }
        if (granted == demand) {
            return Message.of("EXPLAIN_LINE_FILLED", "sku", sku, "rank", rank, "demand", demand);
        }
        return granted == 0
                ? Message.of("EXPLAIN_LINE_EMPTY", "sku", sku, "rank", rank, "demand", demand)
                : Message.of("EXPLAIN_LINE_CUT", "sku", sku, "rank", rank, "demand", demand, "granted", granted);
    }
}
