package io.plimsoll.proof;

import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.Malformed;
import io.plimsoll.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Heads that somebody has kept elsewhere, each compared with the ledger as it reaches its position. */
public final class Anchors {

    private static final int LARGEST_BYTES = 1 << 20;

    private final Findings findings;
    private final List<Message> agreeing = new ArrayList<>();
    private final List<Head> waiting = new ArrayList<>();
    private long agreedUpTo;

    Anchors(List<Head> anchors, Hash genesis, Findings findings) {
        this.findings = findings;
        for (Head anchor : anchors) {
            if (anchor.genesis().equals(genesis)) {
                waiting.add(anchor);
            } else {
                findings.add(Message.of("ANCHOR_OTHER_LEDGER", "genesis", anchor.genesis(), "found", genesis));
            }
        }
        waiting.sort(Comparator.comparingLong(Head::position));
        reached(0, genesis);
    }

    /**
     * Reads what was given as an anchor: the text of a head, or the name of a file that holds heads, one a line. Spaces
     * and blank lines around them count for nothing, since they come from letters and mails.
     *
     * @throws ProofRefused when there is no head
     */
    public static List<Head> read(String given) throws ProofRefused {
        String text = Head.isMeant(given.strip()) ? given : content(given);
        List<Head> heads = new ArrayList<>();
        for (String line :
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            try {
                heads.add(Head.parse(line));
            } catch (Malformed flawed) {
                throw new ProofRefused(Message.of("ANCHOR_UNREADABLE", "anchor", given, "reason", flawed.reason()));
            }
        }
        if (heads.isEmpty()) {
            throw new ProofRefused(Message.of("ANCHOR_NONE", "anchor", given));
        }
        return heads;
    }

    private static String content(String file) throws ProofRefused {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return new String(in.readNBytes(LARGEST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException unreadable) {
            throw new ProofRefused(Message.of("ANCHOR_NONE", "anchor", file));
        }
    }

    /** The ledger has come to this hash at this position. */
    void reached(long position, Hash hash) {
        while (!waiting.isEmpty() && waiting.get(0).position() == position) {
            Head anchor = waiting.remove(0);
            if (anchor.hash().equals(hash)) {
                agreedUpTo = position;
                agreeing.add(Message.of("ANCHOR_AGREES", "position", position));
            } else {
                findings.add(Message.of(
                        "ANCHOR_DIFFERS", "position", position, "from", agreedUpTo + 1, "hash", anchor.hash()));
            }
        }
    }

    /**
     * The ledger ends at this position.
     *
     * @return whether an anchor knows of more entries
     */
    boolean end(long last) {
        for (Head anchor : waiting) {
            findings.add(Message.of("ANCHOR_NOT_REACHED", "position", anchor.position(), "last", last));
        }
        return !waiting.isEmpty();
    }

    /** What the anchors confirm. */
    List<Message> agreeing() {
        return agreeing;
    }

    /** The last position that an anchor confirms; 0 where none does. */
    long agreedUpTo() {
        return agreedUpTo;
    }
}
