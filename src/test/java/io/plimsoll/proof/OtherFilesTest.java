package io.plimsoll.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.ledger.Entry;
import io.plimsoll.ledger.GrantsLeaf;
import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Hashing;
import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.MerkleTree;
import io.plimsoll.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Days, runs and head must be those that the entries make, and nothing else may be in an export. */
class OtherFilesTest {

    private static final Hashing HASHING = new Hashing();

    private final SampleLedger ledger = SampleLedger.of(60, 5);

    /** A run with enough leaves to do something to them. */
    private final long run = ledger.runs.entrySet().stream()
            .filter(each -> each.getValue().size() >= 4)
            .findFirst()
            .orElseThrow()
            .getKey();

    private final String runFile = "runs/" + run + ".tsv";

    private List<Message> after(String file, Consumer<List<String>> treatment) {
        SortedMap<String, byte[]> files = ledger.files();
        List<String> lines = new ArrayList<>(
                new String(files.get(file), StandardCharsets.UTF_8).lines().toList());
        treatment.accept(lines);
        files.put(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        return SampleLedger.verify(files, ledger.head()).findings();
    }

    private static void assertSays(List<String> codes, List<Message> said) {
        assertEquals(codes, said.stream().map(Message::code).toList(), said.toString());
    }

    private static String withOtherHash(String line) {
        char last = line.charAt(line.length() - 1);
        return line.substring(0, line.length() - 1) + (last == '0' ? '1' : '0');
    }

    @Test
    void anAlteredDayIsNamedWithItsLine() {
        for (int day = 1; day <= ledger.days.size(); day++) {
            int line = day;
            String date = ledger.days.get(day - 1).date();
            List<Message> root = after("days.tsv", lines -> {
                String[] fields = lines.get(line).split("\t");
                fields[3] = withOtherHash(fields[3]);
                lines.set(line, String.join("\t", fields));
            });
            assertSays(List.of("LEDGER_DAY_ROOT"), root);
            assertEquals(date, root.get(0).arguments().get("day"));
            assertEquals(line + 1L, root.get(0).arguments().get("line"));
            List<Message> head = after("days.tsv", lines -> lines.set(line, withOtherHash(lines.get(line))));
            assertSays(List.of("LEDGER_DAY_DIFFERS"), head);
            assertEquals(date, head.get(0).arguments().get("day"));
            assertSays(
                    List.of("LEDGER_DAY_DIFFERS"),
                    after("days.tsv", lines -> lines.set(line, lines.get(line).replaceFirst("2026", "2025"))));
        }
    }

    @Test
    void aDayThatIsMissingOrTooMuchIsNamed() {
        for (int day = 1; day <= ledger.days.size(); day++) {
            int line = day;
            List<Message> missing = after("days.tsv", lines -> lines.remove(line));
            assertSays(List.of("LEDGER_DAY_MISSING"), missing);
            assertEquals(
                    ledger.days.get(day - 1).date(), missing.get(0).arguments().get("day"));
            assertSays(
                    List.of("LEDGER_DAY_STRANGER"), after("days.tsv", lines -> lines.add(line + 1, lines.get(line))));
            assertSays(List.of("LEDGER_DAY_LINE"), after("days.tsv", lines -> lines.add(line, "")));
        }
        String later = "2099-01-01\t900\t901\t" + ledger.head().hash() + "\t"
                + ledger.head().hash();
        assertSays(List.of("LEDGER_DAY_STRANGER"), after("days.tsv", lines -> lines.add(later)));
        String sooner = "1999-01-01\t1\t1\t" + ledger.head().hash() + "\t"
                + ledger.head().hash();
        assertTrue(!after("days.tsv", lines -> lines.add(1, sooner)).isEmpty());
        assertTrue(!after("days.tsv", lines -> Collections.swap(lines, 1, 2)).isEmpty());
    }

    @Test
    void anAlteredLeafIsNamedWithItsRetailer() {
        List<GrantsLeaf> leaves = ledger.runs.get(run);
        for (int leaf = 1; leaf <= leaves.size(); leaf++) {
            int line = leaf;
            List<Message> said = after(runFile, lines -> lines.set(line, withOtherSalt(lines.get(line))));
            assertSays(List.of("LEDGER_LEAF_ALTERED"), said);
            assertEquals(
                    leaves.get(leaf - 1).retailer(), said.get(0).arguments().get("retailer"));
            assertEquals(line + 1L, said.get(0).arguments().get("line"));
            assertEquals(runFile, said.get(0).arguments().get("file"));
            assertSays(
                    List.of("LEDGER_LEAF_ALTERED"),
                    after(runFile, lines -> lines.set(line, withOtherHash(lines.get(line)))));
        }
        assertSays(
                List.of("LEDGER_LEAF_ALTERED", "LEDGER_LEAF_ALTERED"),
                after(runFile, lines -> List.of(1, 3).forEach(at -> lines.set(at, withOtherSalt(lines.get(at))))));
    }

    private static String withOtherSalt(String line) {
        String[] fields = line.split("\t", -1);
        fields[3] = withOtherHash(fields[3]);
        return String.join("\t", fields);
    }

    @Test
    void aLeafThatWasAlteredTogetherWithItsHashShowsInTheRoot() {
        GrantsLeaf leaf = ledger.runs.get(run).get(1);
        GrantsLeaf other = new GrantsLeaf(
                run,
                leaf.cycle(),
                leaf.retailer(),
                leaf.salt(),
                List.of(new GrantsLeaf.Line(1, "FE-01", 999, 999, "NONE")));
        List<Message> said = after(runFile, lines -> lines.set(2, other.text() + "\t" + other.hash(HASHING)));
        assertSays(List.of("LEDGER_RUN_ROOT"), said);
        assertEquals(run, said.get(0).arguments().get("run"));
        assertEquals(
                (long) ledger.positionOfRun.get(run), said.get(0).arguments().get("position"));
    }

    @Test
    void leavesLeftOutAddedOrMovedShowInTheRoot() {
        assertSays(List.of("LEDGER_RUN_ROOT"), after(runFile, lines -> lines.remove(2)));
        assertSays(List.of("LEDGER_RUN_ROOT"), after(runFile, lines -> lines.remove(lines.size() - 1)));
        assertSays(List.of("LEDGER_RUN_ROOT"), after(runFile, lines -> Collections.swap(lines, 1, 2)));
        assertSays(
                List.of("LEDGER_RUN_ROOT", "LEDGER_LEAF_TWICE"),
                after(runFile, lines -> lines.add(lines.get(lines.size() - 1))));
        assertSays(List.of("LEDGER_LEAF_LINE"), after(runFile, lines -> lines.add("")));
    }

    @Test
    void aRetailerWithTwoLeavesIsFoundAlsoWhereTheRootCoversBoth() {
        SampleLedger made = SampleLedger.of(3, 1);
        GrantsLeaf one = new GrantsLeaf(7, "c", "retailer:" + "ab".repeat(20), "00".repeat(16), List.of());
        GrantsLeaf two = new GrantsLeaf(7, "c", one.retailer(), "11".repeat(16), List.of());
        made.runs.put(7L, List.of(one, two));
        Hash root = new MerkleTree(List.of(one.hash(HASHING), two.hash(HASHING)), HASHING).root();
        made.add(9, "system", Entry.RUN_FINISHED, "cycle:c", "{\"grants_root\":\"" + root + "\",\"run\":7}");
        assertSays(
                List.of("LEDGER_LEAF_TWICE"),
                SampleLedger.verify(made.files(), made.head()).findings());
    }

    @Test
    void aLeafOfAnotherRunOrCycleIsNamedAlsoWhereTheRootCoversIt() {
        SampleLedger made = SampleLedger.of(3, 1);
        GrantsLeaf one = new GrantsLeaf(7, "c", "retailer:" + "ab".repeat(20), "00".repeat(16), List.of());
        GrantsLeaf two = new GrantsLeaf(8, "c", "retailer:" + "cd".repeat(20), "11".repeat(16), List.of());
        GrantsLeaf three = new GrantsLeaf(7, "d", "retailer:" + "ef".repeat(20), "22".repeat(16), List.of());
        made.runs.put(7L, List.of(one, two, three));
        List<Hash> leaves =
                made.runs.get(7L).stream().map(leaf -> leaf.hash(HASHING)).toList();
        Hash root = new MerkleTree(leaves, HASHING).root();
        made.add(9, "system", Entry.RUN_FINISHED, "cycle:c", "{\"grants_root\":\"" + root + "\",\"run\":7}");
        assertSays(
                List.of("LEDGER_LEAF_OTHER", "LEDGER_LEAF_OTHER"),
                SampleLedger.verify(made.files(), made.head()).findings());
    }

    @Test
    void aRunWithoutItsFileAndAFileWithoutItsRunAreNamed() {
        SortedMap<String, byte[]> without = ledger.files();
        without.remove(runFile);
        List<Message> missing = SampleLedger.verify(without).findings();
        assertSays(List.of("LEDGER_RUN_MISSING"), missing);
        assertEquals(runFile, missing.get(0).arguments().get("file"));
        SortedMap<String, byte[]> more = ledger.files();
        more.put("runs/777.tsv", more.get(runFile));
        assertSays(List.of("LEDGER_RUN_STRANGER"), SampleLedger.verify(more).findings());
        SortedMap<String, byte[]> renamed = ledger.files();
        renamed.put("runs/777.tsv", renamed.remove(runFile));
        assertSays(
                List.of("LEDGER_RUN_MISSING", "LEDGER_RUN_STRANGER"),
                SampleLedger.verify(renamed).findings());
        SortedMap<String, byte[]> exchanged = ledger.files();
        exchanged.put("runs/1.tsv", exchanged.put("runs/2.tsv", exchanged.get("runs/1.tsv")));
        assertTrue(!SampleLedger.verify(exchanged).holds());
    }

    @Test
    void entriesThatSayOfARunWhatCannotBeAreNamed() {
        String root = "ab".repeat(32);
        for (String content : List.of(
                "",
                "[]",
                "{\"grants_root\":\"" + root + "\"}",
                "{\"grants_root\":\"" + root + "\",\"run\":0}",
                "{\"grants_root\":\"" + root + "\",\"run\":1.5}",
                "{\"grants_root\":\"" + root + "\",\"run\":\"1\"}",
                "{\"grants_root\":\"" + root + "\",\"run\":99999999999999999999}",
                "{\"grants_root\":\"" + root.toUpperCase() + "\",\"run\":1}",
                "{\"grants_root\":null,\"run\":1}",
                "{\"grants_root\":\"" + root + "\",\"grants_root\":\"" + root + "\",\"run\":1}",
                "{\"grants_root\":\"" + root + "\",\"run\":1}{}",
                "[".repeat(100_000))) {
            SampleLedger made = SampleLedger.of(3, 1);
            made.add(9, "system", Entry.RUN_FINISHED, "cycle:c", content);
            assertSays(
                    List.of("LEDGER_RUN_UNREADABLE"),
                    SampleLedger.verify(made.files(), made.head()).findings());
        }
        SampleLedger beforeRoots = SampleLedger.of(3, 1);
        beforeRoots.add(9, "system", Entry.RUN_FINISHED, "cycle:c", "{\"run\":1}");
        assertSays(List.of(), SampleLedger.verify(beforeRoots.files()).findings());
    }

    @Test
    void aSecondEntryOfARunIsNamed() {
        SampleLedger made = SampleLedger.of(30, 1);
        Entry first = made.entry(made.positionOfRun.get(1L));
        made.add(999, first.actor(), first.kind(), first.subject(), first.content());
        assertSays(
                List.of("LEDGER_RUN_TWICE"), SampleLedger.verify(made.files()).findings());
    }

    @Test
    void anotherHeadIsNamed() {
        assertSays(
                List.of("LEDGER_HEAD_DIFFERS"), after("head.txt", lines -> lines.set(0, withOtherHash(lines.get(0)))));
        assertSays(
                List.of("LEDGER_HEAD_DIFFERS"),
                after("head.txt", lines -> lines.set(0, ledger.headAt(20).text())));
        assertSays(List.of("LEDGER_HEAD_LINE"), after("head.txt", lines -> lines.add("")));
        assertSays(List.of("LEDGER_HEAD_LINE"), after("head.txt", List::clear));
        Head beyond = new Head(SampleLedger.GENESIS, 61, ledger.head().hash());
        assertSays(List.of("LEDGER_CUT_OFF"), after("head.txt", lines -> lines.set(0, beyond.text())));
    }

    @Test
    void filesOfAnotherLedgerAreNamed() {
        SampleLedger other = ledger.rewritten(Hash.parse("ab".repeat(32)).orElseThrow(), 60, (at, entry) -> entry);
        for (String file : List.of("days.tsv", runFile)) {
            SortedMap<String, byte[]> files = ledger.files();
            files.put(file, other.files().get(file));
            Message said = SampleLedger.verify(files).findings().get(0);
            assertEquals("LEDGER_FIRST_LINE", said.code());
            assertEquals(file, said.arguments().get("file"));
        }
    }

    @Test
    void filesThatAreMissingOrStrangeAreNamed() {
        for (String file : List.of("ledger.tsv", "days.tsv", "head.txt")) {
            SortedMap<String, byte[]> files = ledger.files();
            files.remove(file);
            List<Message> said = SampleLedger.verify(files).findings();
            assertSays(List.of("FILE_MISSING"), said);
            assertEquals(file, said.get(0).arguments().get("file"));
        }
        for (String name : List.of(
                "readme.txt", ".DS_Store", "runs/01.tsv", "runs/1.TSV", "runs/0.tsv", "runs/1/2.tsv", "Ledger.tsv")) {
            SortedMap<String, byte[]> files = ledger.files();
            files.put(name, new byte[0]);
            assertSays(List.of("LEDGER_STRANGER"), SampleLedger.verify(files).findings());
        }
        assertSays(
                List.of("FILE_MISSING", "FILE_MISSING", "FILE_MISSING"),
                SampleLedger.verify(new java.util.TreeMap<>()).findings());
    }

    @Test
    void whereMuchIsWrongTheFirstTwentyAreNamedAndTheRestCounted() {
        SortedMap<String, byte[]> files = ledger.files();
        for (int i = 0; i < 50; i++) {
            files.put("x" + i, new byte[0]);
        }
        List<Message> said = SampleLedger.verify(files).findings();
        assertEquals(21, said.size());
        assertEquals(Message.of("LEDGER_MORE", "count", 30L), said.get(20));
    }
}
