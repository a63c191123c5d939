package io.plimsoll.ledger;

import io.plimsoll.message.Message;
import java.util.Optional;

/**
 * An entry of the journal, before it has a position in the ledger.
 *
 * @param number the journal's own, from 1; these may have gaps, and need not be sealed in their order
 * @param at when it was done, in UTC with exactly six decimals: {@code 2026-11-29T12:13:14.123456Z}
 * @param actor by whom: a reference, or {@code system}
 * @param kind of act, such as {@link #RUN_FINISHED}
 * @param subject what it was done to
 * @param content canonical JSON
 */
public record Entry(long number, String at, String actor, String kind, String subject, String content) {

    /** The kind of entry that holds the root of a run's grants, in its content as {@code grants_root}. */
    public static final String RUN_FINISHED = "RUN_FINISHED";

    /**
     * Takes the fields as they are.
     *
     * @throws IllegalArgumentException for one that has no place in the ledger
     */
    public Entry {
        flaw(number, at, actor, kind, subject, content).ifPresent(flaw -> {
            throw new IllegalArgumentException(flaw.code() + " " + flaw.arguments());
        });
    }

    private static Optional<Message> flaw(long number, String at, String... texts) {
        if (number < 1) {
            return Optional.of(Message.of("LINE_NUMBER", "value", number, "least", 1));
        }
        if (!Moment.is(at)) {
            return Optional.of(Message.of("LINE_MOMENT"));
        }
        for (String text : texts) {
            if (!Fields.isWhole(text)) {
                return Optional.of(Message.of("LINE_NOT_CANONICAL"));
            }
        }
        return Optional.empty();
    }

    /**
     * The entry with these fields, as they came out of a line.
     *
     * @throws Malformed for one that has no place in the ledger
     */
    static Entry read(long number, String at, String actor, String kind, String subject, String content)
            throws Malformed {
        Optional<Message> flaw = flaw(number, at, actor, kind, subject, content);
        if (flaw.isPresent()) {
            throw new Malformed(flaw.get());
        }
        return new Entry(number, at, actor, kind, subject, content);
    }

    /** The UTC day of the act, {@code 2026-11-29}. */
    public String date() {
        return Moment.date(at);
    }

    /** What the leaf of this entry covers, where it stands at a position. */
    String lineAt(long position) {
        return new StringBuilder(160 + content.length())
                .append(position)
                .append(Fields.TAB)
                .append(number)
                .append(Fields.TAB)
                .append(at)
                .append(Fields.TAB)
                .append(Fields.escape(actor))
                .append(Fields.TAB)
                .append(Fields.escape(kind))
                .append(Fields.TAB)
                .append(Fields.escape(subject))
                .append(Fields.TAB)
                .append(Fields.escape(content))
                .toString();
    }
}
