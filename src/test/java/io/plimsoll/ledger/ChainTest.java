package io.plimsoll.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plimsoll.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each hash covers its entry and all before it; days are ranges that the entries themselves decide. */
class ChainTest {

    private static final Hash GENESIS = Hash.parse("ab".repeat(32)).orElseThrow();

    private static Entry entry(long number, String at, String content) {
        return new Entry(number, at, "system", "DEMO_SEEDED", "service:plimsoll", content);
    }

    @Test
    void aHashIsWhatAnybodyCanReckonByHand() {
        Sealed sealed = new Chain(Head.of(GENESIS)).seal(entry(7, "2026-11-29T12:13:14.123456Z", "{\"a\":1}"));
        String covered = "1\t7\t2026-11-29T12:13:14.123456Z\tsystem\tDEMO_SEEDED\tservice:plimsoll\t{\"a\":1}";
        String leaf = sha256("00" + hex(covered));
        String hash = sha256("02" + GENESIS + leaf);
        assertEquals(leaf, sealed.leaf().hex());
        assertEquals(hash, sealed.hash().hex());
        assertEquals(covered + "\t" + hash, sealed.line());
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String hex) {
        return Sha256.of(HexFormat.of().parseHex(hex));
    }

    @Test
    void aChainGoesOnBehindItsLastEntryAsIfItHadNeverStopped() throws Malformed {
        Chain whole = new Chain(Head.of(GENESIS));
        Chain first = new Chain(Head.of(GENESIS));
        whole.seal(entry(1, "2026-11-29T00:00:00.000000Z", "{}"));
        first.seal(entry(1, "2026-11-29T00:00:00.000000Z", "{}"));
        Chain second = new Chain(Head.parse(first.head().text()));
        Entry next = entry(9, "2026-11-29T00:00:01.000000Z", "{}");
        assertEquals(whole.seal(next), second.seal(next));
        assertEquals(whole.head(), second.head());
        assertEquals(2, second.head().position());
    }

    @Test
    void whatHasNoPlaceInTheLedgerIsRefused() {
        for (String at : List.of(
                "2026-11-29T12:13:14Z",
                "2026-11-29T12:13:14.123Z",
                "2026-11-29T24:00:00.000000Z",
                "2026-11-29T23:59:60.000000Z",
                "2026-02-29T12:13:14.123456Z",
                "2026-13-01T12:13:14.123456Z",
                "2026-00-01T12:13:14.123456Z",
                "2026-11-31T12:13:14.123456Z",
                "2026-11-29T12:13:14.123456+",
                "2026-11-29t12:13:14.123456Z")) {
            assertThrows(IllegalArgumentException.class, () -> entry(1, at, "{}"), at);
        }
        entry(1, "2024-02-29T12:13:14.123456Z", "{}");
        entry(1, "2000-02-29T12:13:14.123456Z", "{}");
        assertThrows(IllegalArgumentException.class, () -> entry(1, "2100-02-29T12:13:14.123456Z", "{}"));
        assertThrows(IllegalArgumentException.class, () -> entry(0, "2026-11-29T12:13:14.123456Z", "{}"));
        assertThrows(IllegalArgumentException.class, () -> entry(1, "2026-11-29T12:13:14.123456Z", "\uD800"));
        assertThrows(IllegalArgumentException.class, () -> new Head(GENESIS, 0, Hash.of(new byte[32])));
    }

    @Test
    void aDayIsClosedByTheFirstEntryOfALaterOneAndWhatComesLateBelongsToTheOpenDay() {
        Hashing hashing = new Hashing();
        Days days = new Days(hashing);
        Chain chain = new Chain(Head.of(GENESIS));
        assertEquals(Optional.empty(), days.openDate());
        assertEquals(Optional.empty(), add(days, chain, "2026-11-28T23:59:58.000000Z"));
        assertEquals(Optional.empty(), add(days, chain, "2026-11-28T23:59:59.999999Z"));
        Hash head = chain.head().hash();
        SealedDay closed = add(days, chain, "2026-11-29T00:00:00.000000Z").orElseThrow();
        assertEquals(
                List.of("2026-11-28", 1L, 2L, head),
                List.of(closed.date(), closed.first(), closed.last(), closed.head()));
        assertEquals(Optional.empty(), add(days, chain, "2026-11-28T23:59:59.999999Z"));
        assertEquals(Optional.of("2026-11-29"), days.openDate());
        SealedDay next = add(days, chain, "2026-12-02T00:00:00.000000Z").orElseThrow();
        assertEquals(List.of("2026-11-29", 3L, 4L), List.of(next.date(), next.first(), next.last()));
    }

    private static Optional<SealedDay> add(Days days, Chain chain, String at) {
        Entry entry = entry(chain.head().position() + 1, at, "{}");
        Sealed sealed = chain.seal(entry);
        return days.add(entry.date(), sealed.position(), sealed.leaf(), sealed.hash());
    }
}
