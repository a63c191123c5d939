package io.plimsoll.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long an auditor waits for his pages, in the demo of a city company (15,020 shops, domain.md, section 7): one after the
 * other as he signs in and reads, over HTTP, as a browser would ask for them.
 */
public final class AuditorBench {

    private static final Path WORK = Path.of("target/bench/auditor").toAbsolutePath();
    private static final int SHOPS = 15_020;
    private static final int WARM_UPS = 150;
    private static final int REQUESTS = 400;
    private static final Random RANDOM = new Random(20261129);

    private final PageReader reader;

    private AuditorBench(int port) {
        reader = new PageReader(port);
    }

    /** Takes no arguments. */
    public static void main(String[] none) throws Exception {
        Files.createDirectories(WORK);
        Path data = Files.createTempDirectory(WORK, "data");
        int port = freePort();
        ProcessBuilder command = new ProcessBuilder(
                        "sh", "deploy/plimsoll", "serve", "--port", Integer.toString(port), "--data", data.toString(), "--demo")
                .redirectErrorStream(true)
                .redirectOutput(WORK.resolve("said.txt").toFile());
        command.environment().put("PLIMSOLL_DEMO_RETAILERS", Integer.toString(SHOPS));
        Process service = command.start();
        try {
            AuditorBench auditor = new AuditorBench(port);
            while (!auditor.reader.answers()) {
                if (!service.isAlive()) {
                    throw new IllegalStateException("ended, see " + WORK.resolve("said.txt"));
                }
                Thread.sleep(100);
            }
            System.out.printf("JDK %s, %d processors, %,d shops%n", Runtime.version(), Runtime.getRuntime().availableProcessors(), SHOPS);
            auditor.signIn(data.resolve("demo-sign-ins.csv"));
            int findings = auditor.findings();
            System.out.printf("findings: %,d%n", findings);
            auditor.measure("the page of a finding", () -> "/findings/audit/1/" + (1 + RANDOM.nextInt(findings)));
            auditor.measure("the overview of findings", () -> "/findings");
            auditor.measure("findings of one severity, a page of them", () -> "/findings?severity=CRITICAL&page=" + (1 + RANDOM.nextInt(5)));
            auditor.measure("the list of leads", () -> "/leads");
            auditor.measure("the ledger", () -> "/ledger");
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private void signIn(Path signIns) throws IOException, InterruptedException {
        String[] auditor = Files.readAllLines(signIns).stream()
                .map(line -> line.split(","))
                .filter(cells -> cells[0].equals("AUDITOR"))
                .findFirst()
                .orElseThrow();
        reader.signIn(auditor[1], auditor[2]);
    }

    /** How many findings the audit of the demo has; waits until it is judged. */
    private int findings() throws IOException, InterruptedException {
        Pattern total = Pattern.compile("<h1>[^<]*<span class=\"fine\">([0-9,]+)</span>");
        while (true) {
            Matcher found = total.matcher(reader.get("/findings").body());
            if (found.find() && !found.group(1).equals("0")) {
                return Integer.parseInt(found.group(1).replace(",", ""));
            }
            Thread.sleep(500);
        }
    }

    private void measure(String what, Supplier<String> address) throws IOException, InterruptedException {
        reader.measure(what, WARM_UPS, REQUESTS, address);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
