package io.plimsoll.explanation;

import io.plimsoll.allocation.Level;
import io.plimsoll.message.Message;
import io.plimsoll.retailer.SizeClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The Sku ran short, and what it kept of this retailer's claim is the common level.
 *
 * @param supply what there is of the Sku; empty where that is unlimited and tight balance alone makes it short
 * @param released what there was to share
 * @param demanded what all retailers together reported
 * @param level the common level, as in levels.csv
 * @param own what the shortage left to shops like this one
 * @param others what it left to the others whom it cut
 * @param draw where another's equal claim went before this one's
 * @param tightBalance where tight balance held some of it back
 */
public record Shortage(
        OptionalLong supply,
        long released,
        long demanded,
        Level level,
        Received own,
        List<Received> others,
        Optional<TieDraw> draw,
        Optional<AppliedCeiling> tightBalance)
        implements Cut {

    public Shortage {
        others = List.copyOf(others);
    }

    /**
     * What the shops of one kind received that asked for more of a short Sku than it kept for them.
     *
     * @param interval order interval in cycles
     * @param weight their share
     * @param smallest cartons that the one with the least received
     * @param largest cartons that the one with the most received; one more at most, where the weights are equal
     */
    public record Received(SizeClass sizeClass, int interval, int weight, int smallest, int largest) {}

    /**
     * The last cartons of a short Sku, for which claims were equal.
     *
     * @param contenders shops whose next carton had the same key
     * @param cartons how many of them were granted it
     * @param seed of the published draw
     */
    public record TieDraw(int contenders, int cartons, String seed) {}

    @Override
    public List<Message> sentences() {
        List<Message> sentences = new ArrayList<>();
        sentences.add(howMuchThereWas());
        tightBalance.ifPresent(held ->
                sentences.add(Message.of("EXPLAIN_TIGHT_BALANCE", "rule", held.rule(), "reason", held.reason())));
        if (released > 0) {
            sentences.add(ofOwnKind());
            others.forEach(each -> sentences.add(ofOtherKind(each)));
            sentences.add(Message.of("EXPLAIN_LEVEL", "level", level));
            draw.ifPresent(tie -> sentences.add(Message.of(
                    "EXPLAIN_DRAW", "contenders", tie.contenders(), "cartons", tie.cartons(), "seed", tie.seed())));
        }
        sentences.add(Message.of("EXPLAIN_ASKING_MORE"));
        return sentences;
    }

    private Message howMuchThereWas() {
        if (released == 0) {
            return Message.of("EXPLAIN_SHORT_NONE", "demanded", demanded);
        }
        if (supply.isPresent() && supply.getAsLong() > released) {
            return Message.of(
                    "EXPLAIN_SHORT_HELD_BACK",
                    "supply",
                    supply.getAsLong(),
                    "released",
                    released,
                    "demanded",
                    demanded);
        }
        return Message.of("EXPLAIN_SHORT", "released", released, "demanded", demanded);
    }

    private Message ofOwnKind() {
        return own.smallest() == own.largest()
                ? Message.of(
                        "EXPLAIN_RECEIVED_ONE",
                        "sizeClass",
                        own.sizeClass(),
                        "rhythm",
                        own.interval(),
                        "weight",
                        own.weight(),
                        "cartons",
                        own.smallest())
                : Message.of(
                        "EXPLAIN_RECEIVED_TWO",
                        "sizeClass",
                        own.sizeClass(),
                        "rhythm",
                        own.interval(),
                        "weight",
                        own.weight(),
                        "smallest",
                        own.smallest(),
                        "largest",
                        own.largest());
    }

    private static Message ofOtherKind(Received other) {
        return other.smallest() == other.largest()
                ? Message.of(
                        "EXPLAIN_OTHERS_RECEIVED_ONE",
                        "sizeClass",
                        other.sizeClass(),
                        "rhythm",
                        other.interval(),
                        "weight",
                        other.weight(),
                        "cartons",
                        other.smallest())
                : Message.of(
                        "EXPLAIN_OTHERS_RECEIVED_TWO",
                        "sizeClass",
                        other.sizeClass(),
                        "rhythm",
                        other.interval(),
                        "weight",
                        other.weight(),
                        "smallest",
                        other.smallest(),
                        "largest",
                        other.largest());
    }
}
