package io.plimsoll.ledger;

import io.plimsoll.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How far a ledger has come, in one line that anybody can keep: {@code plimsoll-head 1 GENESIS POSITION HASH}. Kept
 * outside, it is an anchor: nobody can change anything up to that position without coming to another hash.
 *
 * @param genesis the hash before position 1: random, made once, so that no two ledgers are alike
 * @param position of the last entry; 0 where there is none
 * @param hash what the chain comes to there
 */
public record Head(Hash genesis, long position, Hash hash) {

    private static final String NAME = "plimsoll-head";
    private static final String BEGINNING = NAME + " 1 ";

    public Head {
        if (position < 0 || position == 0 && !hash.equals(genesis)) {
            throw new IllegalArgumentException("no head at position " + position);
        }
    }

    /** Of a ledger without entries. */
    public static Head of(Hash genesis) {
        return new Head(genesis, 0, genesis);
    }

    /** Whether a text is meant to be one, right or wrong. */
    public static boolean isMeant(String text) {
        return text.startsWith(NAME);
    }

    /**
     * Reads a line, without its line end.
     *
     * @throws Malformed unless it is written exactly as {@link #text} writes it
     */
    public static Head parse(String text) throws Malformed {
        List<String> fields = Fields.split(text, ' ', 5);
        Hash genesis = Fields.hash(fields.get(2));
        long position = Fields.whole(fields.get(3), 0);
        Hash hash = Fields.hash(fields.get(4));
        if (position == 0 && !hash.equals(genesis)) {
            throw new Malformed(Message.of("LINE_NOT_CANONICAL"));
        }
        Head head = new Head(genesis, position, hash);
        Fields.requireSame(head.text(), text.getBytes(StandardCharsets.UTF_8));
        return head;
    }

    /** The line, without a line end. */
    public String text() {
        return BEGINNING + genesis + ' ' + position + ' ' + hash;
    }
}
