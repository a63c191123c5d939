package io.plimsoll.ledger;

import io.plimsoll.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that one retailer needs to check his own grants of one run, in one file of text that he may keep: his leaf, its way
 * to the run's root, the entry that holds the root, and the ways from there to a head of the ledger and to the root of
 * the day.
 *
 * @param path from the leaf to the run's root
 * @param entry of kind RUN_FINISHED, with its hash
 * @param before the hash at the position before the entry
 * @param after the leaves of the positions after the entry, as far as the head that the proof is to reach; maybe none
 * @param day where the entry's day is closed
 * @see "docs/ledger.md: A proof"
 */
public record Proof(
        Hash genesis,
        GrantsLeaf leaf,
        AuditPath path,
        LedgerLine entry,
        Hash before,
        List<Hash> after,
        Optional<Day> day) {

    private static final String BEGINNING = "plimsoll-proof 1 ";
    private static final String OPEN = "open";
    private static final int LINES = 6;

    public Proof {
        after = List.copyOf(after);
    }

    /**
     * The closed day of the entry.
     *
     * @param hashes the way from the entry's leaf to the root of the day
     */
    public record Day(String date, long first, long last, Hash root, List<Hash> hashes) {

        public Day {
            hashes = List.copyOf(hashes);
        }

        /** The day with the way of one of its leaves. */
        public static Day of(SealedDay day, AuditPath path) {
            return new Day(day.date(), day.first(), day.last(), day.root(), path.hashes());
        }
    }

    /** The position that the proof reaches: a head there or before, down to the entry, can be checked against it. */
    public long reaches() {
        return entry.position() + after.size();
    }

    /** The way from the entry to the root of its day; none where the entry stands outside of it, or the day is open. */
    public Optional<AuditPath> dayPath() {
        return day.filter(closed -> closed.first() <= entry.position() && entry.position() <= closed.last())
                .map(closed -> new AuditPath(
                        entry.position() - closed.first(), closed.last() - closed.first() + 1, closed.hashes()));
    }

    /**
     * Reads a whole file.
     *
     * @throws Malformed unless it is written exactly as {@link #text} writes it; names the line
     */
    public static Proof parse(byte[] file) throws Malformed {
        Reading in = new Reading(Fields.split(Fields.text(file), '\n'));
        Proof read;
        try {
            read = in.proof();
        } catch (Malformed flaw) {
            throw new Malformed(Message.of("PROOF_LINE", "line", in.number, "reason", flaw.reason()));
        }
        Fields.requireSame(read.text(), file);
        return read;
    }

    /** The lines of a file, one after the other. */
    private static final class Reading {

        private final List<String> lines;
        private int number;

        private Reading(List<String> lines) {
            this.lines = lines;
        }

        private Proof proof() throws Malformed {
            String beginning = number < lines.size() ? lines.get(number++) : "";
            if (!beginning.startsWith(BEGINNING)) {
                throw new Malformed(Message.of("LINE_BEGINNING", "expected", BEGINNING.strip()));
            }
            Hash genesis = Fields.hash(beginning.substring(BEGINNING.length()));
            GrantsLeaf leaf = GrantsLeaf.parse(bytes(rest("leaf")));
            List<String> way = Fields.split(rest("path"), Fields.TAB, 3);
            long size = Fields.whole(way.get(1), 1);
            AuditPath path = new AuditPath(whole(way.get(0), 0, size - 1), size, Fields.hashes(way.get(2)));
            LedgerLine entry = LedgerLine.parse(bytes(rest("entry")));
            List<String> chain = Fields.split(rest("chain"), Fields.TAB, 2);
            Hash before = Fields.hash(chain.get(0));
            List<Hash> after = Fields.hashes(chain.get(1));
            return new Proof(genesis, leaf, path, entry, before, after, day());
        }

        private Optional<Day> day() throws Malformed {
            String day = rest("day");
            if (day.equals(OPEN)) {
                return Optional.empty();
            }
            List<String> fields = Fields.split(day, Fields.TAB, 4);
            if (!Moment.isDate(fields.get(0))) {
                throw new Malformed(Message.of("LINE_DATE"));
            }
            long first = Fields.whole(fields.get(1), 1);
            long last = whole(fields.get(2), first, Long.MAX_VALUE - 1);
            Hash root = Fields.hash(fields.get(3));
            return Optional.of(new Day(fields.get(0), first, last, root, Fields.hashes(rest("daypath"))));
        }

        /** The next line, which begins with this word, without the word. */
        private String rest(String word) throws Malformed {
            String line = number < lines.size() ? lines.get(number) : "";
            number++;
            if (!line.startsWith(word + Fields.TAB)) {
                throw new Malformed(Message.of("LINE_BEGINNING", "expected", word));
            }
            return line.substring(word.length() + 1);
        }

        private static long whole(String field, long least, long most) throws Malformed {
            long number = Fields.whole(field, least);
            if (number > most) {
                throw new Malformed(Message.of("LINE_NOT_CANONICAL"));
            }
            return number;
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The whole file, with its last line end. */
    public String text() {
        List<String> lines = new ArrayList<>(LINES + 1);
        lines.add(BEGINNING + genesis);
        lines.add("leaf\t" + leaf.text());
        lines.add("path\t" + path.index() + Fields.TAB + path.size() + Fields.TAB + joined(path.hashes()));
        lines.add("entry\t" + entry.text());
        lines.add("chain\t" + before + Fields.TAB + joined(after));
        lines.add("day\t"
                + day.map(closed -> closed.date()
                                + Fields.TAB
                                + closed.first()
                                + Fields.TAB
                                + closed.last()
                                + Fields.TAB
                                + closed.root())
                        .orElse(OPEN));
        day.ifPresent(closed -> lines.add("daypath\t" + joined(closed.hashes())));
        return String.join("\n", lines) + '\n';
    }

    private static String joined(List<Hash> hashes) {
        return hashes.stream().map(Hash::hex).collect(Collectors.joining(","));
    }
}
