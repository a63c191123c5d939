package io.plimsoll.proof;

import io.plimsoll.ledger.Chain;
import io.plimsoll.ledger.Days;
import io.plimsoll.ledger.Entry;
import io.plimsoll.ledger.GrantsLeaf;
import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Hashing;
import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.LedgerLine;
import io.plimsoll.ledger.Malformed;
import io.plimsoll.ledger.MerkleRoot;
import io.plimsoll.ledger.MerkleTree;
import io.plimsoll.ledger.Proof;
import io.plimsoll.ledger.Sealed;
import io.plimsoll.ledger.SealedDay;
import io.plimsoll.ledger.SealedLeaf;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** A ledger of so many entries over some days, with a run now and then, made by chance with a seed. */
final class SampleLedger {

    static final Hash GENESIS = Hash.parse("5eed".repeat(16)).orElseThrow();

    final List<Sealed> entries = new ArrayList<>();
    final List<SealedDay> days = new ArrayList<>();
    final Map<Long, List<GrantsLeaf>> runs = new LinkedHashMap<>();
    final Map<Long, Integer> positionOfRun = new LinkedHashMap<>();
    final Chain chain;

    private final Hashing hashing = new Hashing();
    private final Days open = new Days(hashing);
    private final Random random;

    private Instant now = Instant.parse("2026-11-27T20:00:00.000001Z");

    private SampleLedger(Head begin, long seed) {
        chain = new Chain(begin);
        random = new Random(seed);
    }

    static SampleLedger of(int entries, long seed) {
        SampleLedger ledger = new SampleLedger(Head.of(GENESIS), seed);
        for (int i = 1; i <= entries; i++) {
            ledger.addSomething(i, entries);
        }
        return ledger;
    }

    private void addSomething(int i, int entries) {
        now = now.plus(Duration.ofHours(96).dividedBy(entries).plusNanos(random.nextInt(1_000_000) * 1000L));
        if (i % 11 == 5) {
            run(i / 11 + 1, 1 + random.nextInt(9));
        } else {
            String content = "{\"licence\":\"L" + random.nextInt(1000) + "\",\"name\":\"店 𠀀\\n"
                    + "x".repeat(random.nextInt(30)) + "\"}";
            add(
                    3L * i - random.nextInt(5) % 3,
                    "person:" + hex(40),
                    "RETAILER_CHANGED",
                    "retailer:" + hex(40),
                    content);
        }
    }

    /** Seals an entry. */
    void add(long number, String actor, String kind, String subject, String content) {
        add(new Entry(number, Moments.text(now), actor, kind, subject, content));
    }

    private void add(Entry entry) {
        Sealed sealed = chain.seal(entry);
        entries.add(sealed);
        open.add(entry.date(), sealed.position(), sealed.leaf(), sealed.hash()).ifPresent(days::add);
    }

    /** The same as far as a position; runs too. */
    SampleLedger cutOffAfter(int position) {
        SampleLedger made = rewritten(GENESIS, position, (at, entry) -> entry);
        positionOfRun.forEach((run, at) -> {
            if (at > position) {
                made.runs.remove(run);
            }
        });
        return made;
    }

    /** The same ledger made anew, hashes, days, head and all, by somebody who would rather have other entries in it. */
    SampleLedger rewritten(Hash genesis, int last, BiFunction<Integer, Entry, Entry> change) {
        SampleLedger made = new SampleLedger(Head.of(genesis), 1);
        for (int position = 1; position <= last; position++) {
            made.add(change.apply(position, entry(position)));
        }
        made.runs.putAll(runs);
        made.positionOfRun.putAll(positionOfRun);
        return made;
    }

    Entry entry(int position) {
        try {
            return LedgerLine.parse(entries.get(position - 1).line().getBytes(StandardCharsets.UTF_8))
                    .entry();
        } catch (Malformed cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    private void run(long run, int retailers) {
        List<GrantsLeaf> leaves = new ArrayList<>();
        String cycle = "2026-11-w" + run;
        for (int i = 0; i < retailers; i++) {
            leaves.add(new GrantsLeaf(run, cycle, "retailer:" + hex(40), hex(32), lines()));
        }
        runs.put(run, leaves);
        MerkleRoot root = new MerkleRoot(hashing);
        leaves.forEach(leaf -> root.add(leaf.hash(hashing)));
        String content = "{\"grants_root\":\"" + root.root() + "\",\"lines\":7,\"reason\":null,\"run\":" + run + "}";
        positionOfRun.put(run, entries.size() + 1);
        add(1000 + run, "system", Entry.RUN_FINISHED, "cycle:" + cycle, content);
    }

    private List<GrantsLeaf.Line> lines() {
        List<GrantsLeaf.Line> lines = new ArrayList<>();
        for (int rank = 1; rank <= random.nextInt(4); rank++) {
            int demand = random.nextInt(20);
            int granted = Math.min(demand, random.nextInt(20));
            lines.add(new GrantsLeaf.Line(
                    rank, "FE-0" + rank, demand, granted, granted == demand ? "NONE" : "SKU_CEILING"));
        }
        return lines;
    }

    private String hex(int digits) {
        StringBuilder hex = new StringBuilder();
        while (hex.length() < digits) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }

    Hash genesis() {
        return chain.head().genesis();
    }

    Head head() {
        return chain.head();
    }

    /** The head as it was at a position. */
    Head headAt(int position) {
        return position == 0
                ? Head.of(GENESIS)
                : new Head(GENESIS, position, entries.get(position - 1).hash());
    }

    void write(ExportWriter export) throws IOException {
        for (Sealed entry : entries) {
            export.entry(entry.line());
        }
        for (SealedDay day : days) {
            export.day(day);
        }
        for (Map.Entry<Long, List<GrantsLeaf>> run : runs.entrySet()) {
            export.run(run.getKey());
            for (GrantsLeaf leaf : run.getValue()) {
                export.leaf(SealedLeaf.of(leaf, hashing));
            }
        }
        export.head(head());
    }

    Path toFolder(Path folder) throws IOException {
        try (ExportWriter export = ExportWriter.toFolder(folder, genesis())) {
            write(export);
        }
        return folder;
    }

    void toZip(OutputStream out) throws IOException {
        try (ExportWriter export = ExportWriter.toZip(out, genesis())) {
            write(export);
        }
    }

    /** The proof of a retailer's leaf, which reaches a head that was taken at a position. */
    Proof proof(long run, int index, int reaches) throws Malformed {
        List<GrantsLeaf> leaves = runs.get(run);
        MerkleTree tree =
                new MerkleTree(leaves.stream().map(leaf -> leaf.hash(hashing)).toList(), hashing);
        int position = positionOfRun.get(run);
        LedgerLine entry = LedgerLine.parse(entries.get(position - 1).line().getBytes(StandardCharsets.UTF_8));
        List<Hash> after =
                entries.subList(position, reaches).stream().map(Sealed::leaf).toList();
        return new Proof(
                GENESIS,
                leaves.get(index),
                tree.path(index),
                entry,
                headAt(position - 1).hash(),
                after,
                day(position));
    }

    private Optional<Proof.Day> day(int position) {
        return days.stream()
                .filter(day -> day.first() <= position && position <= day.last())
                .findFirst()
                .map(day -> {
                    List<Hash> leaves = entries.subList((int) day.first() - 1, (int) day.last()).stream()
                            .map(Sealed::leaf)
                            .toList();
                    return Proof.Day.of(day, new MerkleTree(leaves, hashing).path(position - (int) day.first()));
                });
    }

    /** The files as they are written, by name. */
    SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(
                "ledger.tsv",
                file(
                        "plimsoll-ledger 1 " + genesis(),
                        entries.stream().map(Sealed::line).toList()));
        files.put(
                "days.tsv",
                file(
                        "plimsoll-days 1 " + genesis(),
                        days.stream().map(SealedDay::text).toList()));
        runs.forEach((run, leaves) -> files.put(
                "runs/" + run + ".tsv",
                file(
                        "plimsoll-run 1 " + genesis() + " " + run,
                        leaves.stream()
                                .map(leaf -> leaf.text() + "\t" + leaf.hash(hashing))
                                .toList())));
        files.put("head.txt", file(head().text(), List.of()));
        return files;
    }

    private static byte[] file(String first, Collection<String> lines) {
        StringBuilder text = new StringBuilder(first).append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What verification says of these files. */
    static LedgerVerification verify(Map<String, byte[]> files, Head... anchors) {
        SortedMap<String, ExportSource.Opening> sources = new TreeMap<>();
        files.forEach((name, content) -> sources.put(name, () -> new ByteArrayInputStream(content)));
        try {
            return LedgerVerification.of(
                    ExportSource.of(sources), List.of(anchors), io.plimsoll.files.ReadProgress.SILENT);
        } catch (IOException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }
}
