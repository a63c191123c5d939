package io.plimsoll.ledger;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the ledger writes can be read again, and nothing that is written otherwise can. */
class OneWayToWriteTest {

    private static final Hash GENESIS = Hash.parse("0123456789abcdef".repeat(4)).orElseThrow();
    private static final Hash HASH = Hash.parse("fedcba9876543210".repeat(4)).orElseThrow();

    private static final LedgerLine LINE = new LedgerLine(
            12, new Entry(34, "2026-11-29T12:13:14.123456Z", "system", "KIND", "cycle:c", "{\"a\":\"ä 中 𠀀\"}"), HASH);

    private static final GrantsLeaf LEAF = new GrantsLeaf(
            3,
            "2026-11-w3",
            "retailer:" + "0a".repeat(20),
            "5b".repeat(16),
            List.of(
                    new GrantsLeaf.Line(1, "FE-01", 4, 4, "NONE"),
                    new GrantsLeaf.Line(12, "a,b;c%2C\td", 8, 0, "SKU_CEILING")));

    private interface Parser {
        Object parse(byte[] line) throws Malformed;
    }

    private static void reads(Parser parser, Object what, String text) {
        assertEquals(what, assertDoesNotThrow(() -> parser.parse(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static void refuses(Parser parser, String text) {
        assertThrows(Malformed.class, () -> parser.parse(text.getBytes(StandardCharsets.UTF_8)), text);
    }

    private static Parser heads() {
        return line -> Head.parse(new String(line, StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenIsRead() {
        reads(LedgerLine::parse, LINE, LINE.text());
        reads(GrantsLeaf::parse, LEAF, LEAF.text());
        SealedLeaf sealed = SealedLeaf.of(LEAF, new Hashing());
        reads(SealedLeaf::parse, sealed, sealed.text());
        SealedDay day = new SealedDay("2026-11-29", 5, 17, GENESIS, HASH);
        reads(SealedDay::parse, day, day.text());
        Head head = new Head(GENESIS, 17, HASH);
        reads(heads(), head, head.text());
        reads(heads(), Head.of(GENESIS), Head.of(GENESIS).text());
        GrantsLeaf nothing = new GrantsLeaf(3, "c", LEAF.retailer(), LEAF.salt(), List.of());
        reads(GrantsLeaf::parse, nothing, nothing.text());
    }

    @Test
    void theFormsAreThoseOfTheDocument() {
        assertEquals(
                "12\t34\t2026-11-29T12:13:14.123456Z\tsystem\tKIND\tcycle:c\t{\"a\":\"ä 中 𠀀\"}\t" + HASH, LINE.text());
        assertEquals(
                "3\t2026-11-w3\tretailer:" + "0a".repeat(20) + "\t" + "5b".repeat(16)
                        + "\t1,FE-01,4,4,NONE;12,a%2Cb%3Bc%252C\\td,8,0,SKU_CEILING",
                LEAF.text());
        assertEquals("plimsoll-head 1 " + GENESIS + " 17 " + HASH, new Head(GENESIS, 17, HASH).text());
        assertEquals(
                "2026-11-29\t5\t17\t" + GENESIS + "\t" + HASH,
                new SealedDay("2026-11-29", 5, 17, GENESIS, HASH).text());
    }

    @Test
    void anyTextComesBackAsItWas() throws Malformed {
        Random random = new Random(20261129);
        String some = "\\\t\n\rtnr\0\u001F\u2028\uFEFFä中\uFFFD x";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(random.nextInt(9) == 0 ? "𠀀" : some.charAt(random.nextInt(some.length())));
            }
            Entry entry = new Entry(1, "2026-11-29T12:13:14.123456Z", text.toString(), "K", "s", "{}" + text);
            String line = new LedgerLine(1, entry, HASH).text();
            assertEquals(7, line.chars().filter(c -> c == '\t').count());
            assertEquals(-1, line.indexOf('\n'));
            assertEquals(
                    entry,
                    LedgerLine.parse(line.getBytes(StandardCharsets.UTF_8)).entry());
        }
    }

    @Test
    void anEntryWrittenOtherwiseIsRefused() {
        String text = LINE.text();
        refuses(LedgerLine::parse, text + "\r");
        refuses(LedgerLine::parse, "\uFEFF" + text);
        refuses(LedgerLine::parse, text + " ");
        refuses(LedgerLine::parse, text + "\t");
        refuses(LedgerLine::parse, " " + text);
        refuses(LedgerLine::parse, text.replace(HASH.hex(), HASH.hex().toUpperCase()));
        refuses(LedgerLine::parse, text.replace(HASH.hex(), HASH.hex().substring(1)));
        refuses(LedgerLine::parse, "0" + text);
        refuses(LedgerLine::parse, "+" + text);
        refuses(LedgerLine::parse, "-" + text);
        refuses(LedgerLine::parse, "0" + text.substring(2));
        refuses(LedgerLine::parse, "１２" + text.substring(2));
        refuses(LedgerLine::parse, "9223372036854775808" + text.substring(2));
        refuses(LedgerLine::parse, text.replace("\t34\t", "\t034\t"));
        refuses(LedgerLine::parse, text.replace("\t34\t", "\t+34\t"));
        refuses(LedgerLine::parse, text.replace("\t34\t", "\t0\t"));
        refuses(LedgerLine::parse, text.replace("\t34\t", "\t\t"));
        refuses(LedgerLine::parse, text.replace("14.123456Z", "14.12345Z"));
        refuses(LedgerLine::parse, text.replace("14.123456Z", "14.123456+00:00"));
        refuses(LedgerLine::parse, text.replace("system", "sys\\tem\\x"));
        refuses(LedgerLine::parse, text.replace("system", "system\\"));
        refuses(LedgerLine::parse, text.replace("system", "sys\rtem"));
        refuses(LedgerLine::parse, text.replace("system", "sys\tem"));
        refuses(LedgerLine::parse, text.replace("system\t", ""));
        refuses(LedgerLine::parse, "");
        refuses(LedgerLine::parse, "\t\t\t\t\t\t\t");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] line = LINE.text().getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < line.length; at++) {
            byte[] changed = line.clone();
            changed[at] = (byte) 0xC0; // never part of UTF-8
            assertThrows(Malformed.class, () -> LedgerLine.parse(changed));
        }
    }

    @Test
    void aHeadWrittenOtherwiseIsRefused() {
        String text = new Head(GENESIS, 17, HASH).text();
        refuses(heads(), text + "\n");
        refuses(heads(), text + " ");
        refuses(heads(), text.replace(" 17 ", " 017 "));
        refuses(heads(), text.replace(" 17 ", " +17 "));
        refuses(heads(), text.replace(" 17 ", " -17 "));
        refuses(heads(), text.replace(" 17 ", " 0 "));
        refuses(heads(), text.replace(" 17 ", "  17 "));
        refuses(heads(), text.replace("-head 1", "-head 2"));
        refuses(heads(), text.replace("plimsoll-head", "plimsoll-days"));
        refuses(heads(), text.toUpperCase());
        refuses(heads(), "");
    }

    @Test
    void aDayWrittenOtherwiseIsRefused() {
        String text = new SealedDay("2026-11-29", 5, 17, GENESIS, HASH).text();
        refuses(SealedDay::parse, text + "\r");
        refuses(SealedDay::parse, text.replace("2026-11-29", "2026-11-31"));
        refuses(SealedDay::parse, text.replace("\t5\t", "\t18\t"));
        refuses(SealedDay::parse, text.replace("\t5\t", "\t0\t"));
        refuses(SealedDay::parse, text.replace("\t5\t", "\t05\t"));
        refuses(SealedDay::parse, text + "\t");
    }

    @Test
    void aLeafWrittenOtherwiseIsRefused() {
        String text = LEAF.text();
        refuses(GrantsLeaf::parse, text + ";");
        refuses(GrantsLeaf::parse, text.replace("1,FE-01", "13,FE-01"));
        refuses(GrantsLeaf::parse, text.replace("1,FE-01", "01,FE-01"));
        refuses(GrantsLeaf::parse, text.replace("1,FE-01", "1,FE,01"));
        refuses(GrantsLeaf::parse, text.replace("%2C", "%2c"));
        refuses(GrantsLeaf::parse, text.replace("%252C", "%"));
        refuses(GrantsLeaf::parse, text.replace("4,NONE", "+4,NONE"));
        refuses(GrantsLeaf::parse, text.replace("NONE", "none"));
        refuses(GrantsLeaf::parse, text.replace("NONE", ""));
        refuses(GrantsLeaf::parse, text.replace("0a0a", "0A0A"));
        refuses(GrantsLeaf::parse, text.replace("5b5b", "5B5B"));
        refuses(GrantsLeaf::parse, text.replace("retailer:", "person:"));
        refuses(GrantsLeaf::parse, text.replace("\t1,", "\t;1,"));
        refuses(SealedLeaf::parse, text);
        refuses(SealedLeaf::parse, text + "\t" + HASH + " ");
        refuses(SealedLeaf::parse, text + "\t" + HASH.hex().toUpperCase());
    }

    @Test
    void aProofIsReadAsItIsWrittenAndNotOtherwise() {
        AuditPath path = new AuditPath(1, 3, List.of(GENESIS, HASH));
        Proof open = new Proof(GENESIS, LEAF, path, LINE, HASH, List.of(), Optional.empty());
        reads(Proof::parse, open, open.text());
        assertEquals(
                "plimsoll-proof 1 " + GENESIS + "\nleaf\t" + LEAF.text() + "\npath\t1\t3\t" + GENESIS + "," + HASH
                        + "\nentry\t" + LINE.text() + "\nchain\t" + HASH + "\t\nday\topen\n",
                open.text());
        Proof.Day day = new Proof.Day("2026-11-29", 5, 17, HASH, List.of(HASH));
        Proof closed = new Proof(GENESIS, LEAF, path, LINE, HASH, List.of(HASH, GENESIS), Optional.of(day));
        reads(Proof::parse, closed, closed.text());
        String text = closed.text();
        refuses(Proof::parse, "");
        refuses(Proof::parse, text + "\n");
        refuses(Proof::parse, text.stripTrailing());
        refuses(Proof::parse, text.replace("\n", "\r\n"));
        refuses(Proof::parse, "\uFEFF" + text);
        refuses(Proof::parse, text.replace("path\t1\t3", "path\t3\t3"));
        refuses(Proof::parse, text.replace("path\t1\t3", "path\t1\t0"));
        refuses(Proof::parse, text.replace("path\t1\t3", "path\t01\t3"));
        refuses(Proof::parse, text.replace("\t5\t17\t", "\t5\t9223372036854775807\t"));
        refuses(Proof::parse, text.replace("daypath", "dayPath"));
        refuses(Proof::parse, text.replace("," + HASH, "," + HASH + ","));
        text.lines().forEach(line -> refuses(Proof::parse, text.replace(line + "\n", "")));
    }
}
