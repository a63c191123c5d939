package io.plimsoll.explanation;

import io.plimsoll.explanation.Change.LineChange;
import io.plimsoll.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one more carton would have changed, as found by sharing the cycle again. */
public sealed interface OneMore {

    /** How the grants would have differed. */
    Change change();

    /** To be read one after the other. */
    List<Message> sentences();

    /**
     * One more carton of headroom for this retailer.
     *
     * @param nothing why no line of this retailer would have changed; said only where none would
     */
    record OfHeadroom(Change change, Message nothing) implements OneMore {
        @Override
        public List<Message> sentences() {
            return OneMore.sentences(
                    change,
                    nothing,
                    line -> Message.of(
                            "EXPLAIN_MORE_ROOM", "sku", line.sku(), "before", line.before(), "after", line.after()));
        }
    }

    /**
     * One more carton of a Sku.
     *
     * @param sku its name for people
     * @param change how the grants would have differed, had one more carton been released
     * @param nothing why no line of this retailer would have changed; said only where none would
     * @param heldBack why one more carton in stock would not have been released; empty where it would (R6)
     */
    record OfSku(String sku, Change change, Message nothing, Optional<Message> heldBack) implements OneMore {
        @Override
        public List<Message> sentences() {
            return heldBack.map(List::of).orElseGet(() -> OneMore.sentences(change, nothing, this::of));
        }

        private Message of(LineChange line) {
            return line.sku().equals(sku)
                    ? Message.of(
                            "EXPLAIN_MORE_SUPPLY_YOURS", "more", sku, "before", line.before(), "after", line.after())
                    : Message.of(
                            "EXPLAIN_MORE_SUPPLY",
                            "more",
                            sku,
                            "sku",
                            line.sku(),
                            "before",
                            line.before(),
                            "after",
                            line.after());
        }
    }

    /** Puts a change of one line into words. */
    interface Wording {
        Message of(LineChange line);
    }

    private static List<Message> sentences(Change change, Message nothing, Wording wording) {
        List<Message> sentences = new ArrayList<>();
        if (change.own().isEmpty()) {
            sentences.add(nothing);
        }
        change.own().forEach(line -> sentences.add(wording.of(line)));
        // Where it changed one line of another only, that it went there has just been said.
        if (!change.own().isEmpty() || change.otherLines() > 1) {
            sentences.add(change.forOthers());
        }
        return sentences;
    }
}
