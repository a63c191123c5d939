package io.plimsoll.bench;

import io.plimsoll.ledger.Chain;
import io.plimsoll.ledger.Days;
import io.plimsoll.ledger.Entry;
import io.plimsoll.ledger.GrantsLeaf;
import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Hashing;
import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.MerkleRoot;
import io.plimsoll.ledger.Sealed;
import io.plimsoll.ledger.SealedDay;
import io.plimsoll.ledger.SealedLeaf;
import io.plimsoll.proof.ExportWriter;
import io.plimsoll.proof.Moments;
import io.plimsoll.text.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A year of a city company: 15,020 retailers who order every week, two entries for each order, and 52 runs with 30 lines a
 * retailer (domain.md, section 7). What sealing costs an entry, and how long
 * {@code verify-ledger} takes over an export of it in a small heap, as a whole process, beside {@code sha256sum} over
 * the same files.
 */
public final class LedgerBench {

    private static final Path HOUSE = Path.of("").toAbsolutePath();
    private static final Path WORK = HOUSE.resolve("target/bench/ledger");
    private static final String HEAP = "-Xmx32m";
    private static final int RETAILERS = 15_020;
    private static final int RUNS = 52;
    private static final int ENTRIES = RETAILERS * RUNS * 2;
    private static final int LINES = 30;
    private static final int ROUNDS = 5;
    private static final Hash GENESIS = Hash.parse("5eed".repeat(16)).orElseThrow();
    private static final long YEAR_MICROS = 365L * 24 * 3600 * 1_000_000;

    private LedgerBench() {}

    /** Takes no arguments. */
    public static void main(String[] none) throws IOException, InterruptedException {
        System.out.printf("JDK %s, %d processors%n", Runtime.version(), Runtime.getRuntime().availableProcessors());
        seal();
        clear();
        Files.createDirectories(WORK);
        Path folder = WORK.resolve("export");
        Path zip = WORK.resolve("export.zip");
        Head head;
        try (ExportWriter export = ExportWriter.toFolder(folder, GENESIS)) {
            head = write(export);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip));
                ExportWriter export = ExportWriter.toZip(out, GENESIS)) {
            write(export);
        }
        System.out.printf(
                Locale.ROOT,
                "%,d entries, %d runs of %,d retailers: %,d MB, as a zip %,d MB%n",
                ENTRIES, RUNS, RETAILERS, size(folder) >> 20, Files.size(zip) >> 20);
        verify(folder, zip, head);
    }

    private static void seal() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 1; i <= 100_000; i++) {
            entries.add(entry(i, "{}"));
        }
        // What the machine does besides doesn't count.
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        double[] micros = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            Chain chain = new Chain(Head.of(GENESIS));
            long begin = processor.getCurrentThreadCpuTime();
            entries.forEach(chain::seal);
            if (round >= 0) {
                micros[round] = (processor.getCurrentThreadCpuTime() - begin) / 1e3 / entries.size();
            }
        }
        System.out.println("sealing an entry       " + new Medians(micros).say("%.2f us") + " of a processor");
    }

    private static Entry entry(int i, String content) {
        long micros = i * (YEAR_MICROS / ENTRIES);
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plusNanos(micros * 1000);
        boolean isPlain = content.equals("{}");
        String some = isPlain
                ? "{\"agreed_total\":{\"after\":" + i % 300 + ",\"before\":" + i % 299 + "},\"licence\":\"L" + i % 60_000
                        + "\",\"phone\":{\"after\":\"hidden:" + digits(i, 40) + "\"},\"version\":" + i % 12 + "}"
                : content;
        String subject = isPlain ? "retailer:" + digits(i * 31L, 40) : "cycle:2026-w" + i;
        String kind = isPlain ? "RETAILER_CHANGED" : Entry.RUN_FINISHED;
        return new Entry(i, Moments.text(at), "person:" + digits(i * 17L, 40), kind, subject, some);
    }

    /** As many hexadecimal digits, the same for the same number. */
    private static String digits(long number, int count) {
        return Sha256.of(Long.toString(number)).substring(0, count);
    }

    private static Head write(ExportWriter export) throws IOException {
        Hashing hashing = new Hashing();
        Chain chain = new Chain(Head.of(GENESIS));
        Days days = new Days(hashing);
        List<SealedDay> closed = new ArrayList<>();
        List<Integer> runs = IntStream.rangeClosed(1, RUNS)
                .mapToObj(week -> week * (ENTRIES / RUNS))
                .toList();
        for (int i = 1; i <= ENTRIES; i++) {
            String content = runs.contains(i) ? "{\"grants_root\":\"" + root(i) + "\",\"run\":" + i + "}" : "{}";
            Entry entry = entry(i, content);
            Sealed sealed = chain.seal(entry);
            export.entry(sealed.line());
            days.add(entry.date(), i, sealed.leaf(), sealed.hash()).ifPresent(closed::add);
        }
        for (SealedDay day : closed) {
            export.day(day);
        }
        for (int run : runs) {
            export.run(run);
            for (int retailer = 0; retailer < RETAILERS; retailer++) {
                export.leaf(SealedLeaf.of(leaf(run, retailer), hashing));
            }
        }
        export.head(chain.head());
        return chain.head();
    }

    private static Hash root(int run) {
        Hashing hashing = new Hashing();
        MerkleRoot root = new MerkleRoot(hashing);
        for (int retailer = 0; retailer < RETAILERS; retailer++) {
            root.add(leaf(run, retailer).hash(hashing));
        }
        return root.root();
    }

    private static GrantsLeaf leaf(int run, int retailer) {
        List<GrantsLeaf.Line> lines = new ArrayList<>();
        for (int rank = 1; rank <= LINES; rank++) {
            lines.add(new GrantsLeaf.Line(rank, "SKU-" + (retailer + rank) % 200, rank, rank / 2, "SUPPLY"));
        }
        String some = digits(retailer * 1_000_003L + run, 64);
        return new GrantsLeaf(run, "2026-w" + run, "retailer:" + some.substring(0, 40), some.substring(32), lines);
    }

    private static void verify(Path folder, Path zip, Head head) throws IOException, InterruptedException {
        double[] sums = new double[ROUNDS];
        double[] folders = new double[ROUNDS];
        double[] zips = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            double sum = run(sha256sum(folder));
            double ofFolder = run(verification(folder, head));
            double ofZip = run(verification(zip, head));
            if (round >= 0) { // the one before warms the disk's cache
                sums[round] = sum;
                folders[round] = ofFolder;
                zips[round] = ofZip;
                ratios[round] = ofFolder / sum;
            }
        }
        System.out.println("sha256sum, one process " + new Medians(sums).say("%.2f s"));
        System.out.println("verify-ledger, folder  " + new Medians(folders).say("%.2f s") + " with " + HEAP
                + ", times sha256sum " + new Medians(ratios).say("%.1f"));
        System.out.println("verify-ledger, zip     " + new Medians(zips).say("%.2f s") + " with " + HEAP);
    }

    private static List<String> sha256sum(Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of("sha256sum"));
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(command::add);
        }
        return command;
    }

    private static List<String> verification(Path export, Head head) {
        return List.of("sh", "deploy/plimsoll", "verify-ledger", export.toString(), "--anchor", head.text());
    }

    private static double run(List<String> command) throws IOException, InterruptedException {
        Path said = WORK.resolve("said.txt");
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(HOUSE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        process.environment().putAll(Map.of("JAVA_OPTS", HEAP));
        long begin = System.nanoTime();
        int exit = process.start().waitFor();
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (exit != 0) {
            throw new IllegalStateException(command + " ended with " + exit + ": " + Files.readString(said));
        }
        return seconds;
    }

    private static long size(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private static void clear() throws IOException {
        if (Files.exists(WORK)) {
            try (Stream<Path> all = Files.walk(WORK)) {
                for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
