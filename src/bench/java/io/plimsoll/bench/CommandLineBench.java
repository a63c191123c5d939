package io.plimsoll.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The command line as its user meets it: whole processes, from the command to the files. Each round runs, one after the
 * other, the CSV library alone, a run without findings and a run with them, so that what slows the machine down slows
 * all three; ratios are taken round by round.
 */
public final class CommandLineBench {

    private static final Path HOUSE = Path.of("").toAbsolutePath();
    private static final Path WORK = HOUSE.resolve("target/bench");
    private static final String HEAP = "-Xmx2g";
    private static final int ROUNDS = 7;
    private static final long SEED = 20261124;

    private CommandLineBench() {}

    private record Size(String name, int retailers, int skus, int rounds) {}

    /** Runs all sizes, or those that are named: county, city, province. */
    public static void main(String[] names) throws IOException, InterruptedException {
        List<Size> sizes = List.of(
                new Size("county", 2_500, 120, ROUNDS),
                new Size("city", 15_500, 200, ROUNDS),
                new Size("province", 310_000, 200, 5));
        System.out.printf("JDK %s, %d processors, heap %s%n", Runtime.version(), processors(), HEAP);
        for (Size size : sizes) {
            if (names.length == 0 || List.of(names).contains(size.name())) {
                Path grouped = generate(size);
                measure(size, "grouped by retailer", grouped);
                measure(size, "shuffled", shuffled(grouped));
            }
        }
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static Path generate(Size size) throws IOException, InterruptedException {
        Path out = WORK.resolve(size.name());
        if (!Files.exists(out)) {
            Files.createDirectories(WORK);
            run(Map.of(), plimsoll("generate", out.toString(),
                    "--retailers", Integer.toString(size.retailers()),
                    "--skus", Integer.toString(size.skus()),
                    "--seed", Long.toString(SEED),
                    "--short", "30", "--tight", "30"));
        }
        try (Stream<Path> cycles = Files.list(out)) {
            return cycles.filter(Files::isDirectory).sorted().findFirst().orElseThrow();
        }
    }

    /** The same cycle with its orders in no order at all. */
    private static Path shuffled(Path cycle) throws IOException {
        Path copy = cycle.getParent().resolveSibling(cycle.getParent().getFileName() + "-shuffled");
        if (Files.exists(copy)) {
            return copy;
        }
        try (Stream<Path> files = Files.walk(cycle)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(cycle.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(cycle.resolve("orders.csv")));
        Collections.shuffle(lines.subList(1, lines.size()), new Random(SEED));
        Files.write(copy.resolve("orders.csv"), lines);
        return copy;
    }

    private static void measure(Size size, String order, Path cycle) throws IOException, InterruptedException {
        Path out = WORK.resolve("out");
        double[] csv = new double[size.rounds()];
        double[] unjudged = new double[size.rounds()];
        double[] judged = new double[size.rounds()];
        double[] toCsv = new double[size.rounds()];
        double[] toUnjudged = new double[size.rounds()];
        for (int round = -1; round < size.rounds(); round++) {
            double csvSeconds = run(Map.of(), csvOnly(cycle, out.resolve("csv")));
            double unjudgedSeconds = run(
                    Map.of("PLIMSOLL_BENCH_CLASSES", "target/test-classes",
                            "PLIMSOLL_BENCH_CLASS", RunUnjudged.class.getName()),
                    plimsoll(cycle.toString(), out.resolve("unjudged").toString()));
            double judgedSeconds = run(Map.of(), plimsoll(
                    "allocate", cycle.toString(), "--out", out.resolve("judged").toString(), "--force"));
            if (round >= 0) { // the one before warms the disk's cache
                csv[round] = csvSeconds;
                unjudged[round] = unjudgedSeconds;
                judged[round] = judgedSeconds;
                toCsv[round] = unjudgedSeconds / csvSeconds;
                toUnjudged[round] = judgedSeconds / unjudgedSeconds;
            }
        }
        long lines;
        try (Stream<String> rows = Files.lines(cycle.resolve("orders.csv"))) {
            lines = rows.count() - 1;
        }
        System.out.printf(Locale.ROOT, "%n%s, %s: %,d lines, %d rounds%n", size.name(), order, lines, size.rounds());
        System.out.println("  CSV library alone        " + new Medians(csv).say("%.2f s"));
        System.out.println("  run without findings     " + new Medians(unjudged).say("%.2f s")
                + ", times the CSV library " + new Medians(toCsv).say("%.2f"));
        System.out.println("  run with findings        " + new Medians(judged).say("%.2f s")
                + ", times the run without " + new Medians(toUnjudged).say("%.2f"));
    }

    private static List<String> plimsoll(String... arguments) {
        List<String> command = new ArrayList<>(List.of("sh", "deploy/plimsoll"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> csvOnly(Path cycle, Path out) {
        String fastCsv = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("fastcsv"))
                .findFirst()
                .orElseThrow();
        String classes = "target/test-classes" + File.pathSeparator + fastCsv;
        return List.of("java", HEAP, "-cp", classes, CsvOnly.class.getName(), cycle.toString(), out.toString());
    }

    /** How many seconds a process takes from its start to its end. */
    private static double run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(HOUSE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(WORK.resolve("said.txt").toFile()));
        process.environment().put("JAVA_OPTS", HEAP);
        process.environment().putAll(environment);
        long begin = System.nanoTime();
        int exit = process.start().waitFor();
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (exit != 0) {
            throw new IllegalStateException(command + " ended with " + exit + ", see target/bench/said.txt");
        }
        return seconds;
    }
}
