package io.plimsoll.bench;

import io.plimsoll.mysql.EmbeddedMysql;
import io.plimsoll.mysql.Tuning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * How long a page of a long list takes: 60,000 shops with a year behind each, paged, sorted, filtered and searched, over HTTP,
 * one page after the other; how long the indicators of all of them take to derive; and how long a customer manager waits for a
 * proposal over his 150 shops.
 */
public final class ListsBench {

    private static final Path WORK = Path.of("target/bench/lists").toAbsolutePath();
    private static final int WARM_UPS = 25;
    private static final int REQUESTS = 100;
    private static final int PROPOSAL_WARM_UPS = 5;
    private static final int PROPOSALS = 40;
    private static final Random RANDOM = new Random(20261129);

    private static final List<String> SORTS = List.of(
            "concern", "-concern", "misfit", "-misfit", "fit", "-fit", "starved", "surge", "atCeiling", "fill", "-fill", "skus", "missing", "demand");
    private static final List<String> WATCHES = List.of(
            "TOTAL_TOO_SMALL", "TOTAL_TOO_LARGE", "STARVED", "SURGE", "AT_CEILING", "UNMET", "INCOMPLETE");
    private static final List<String> REGISTER_SORTS =
            List.of("licence", "-licence", "name", "-name", "manager", "-manager", "territory", "-territory");
    private static final List<String> CLASSES = List.of("LARGE", "MEDIUM", "SMALL");
    private static final List<String> MARKETS = List.of("URBAN", "RURAL");

    private final EmbeddedMysql server;
    private final OrderService service;

    private ListsBench(EmbeddedMysql server, OrderService service) {
        this.server = server;
        this.service = service;
    }

    /** Takes no arguments. */
    public static void main(String[] none) throws Exception {
        Files.createDirectories(WORK);
        Path data = Files.createTempDirectory(WORK, "data");
        System.out.printf(
                "JDK %s, %d processors, %,d shops%n", Runtime.version(), Runtime.getRuntime().availableProcessors(), ListShops.SHOPS);
        try (EmbeddedMysql server = EmbeddedMysql.start(data, Tuning.DURABLE);
                OrderService service = OrderService.start(server, data, WORK.resolve("said.txt"))) {
            long begin = System.nanoTime();
            ListShops.into(server);
            System.out.printf("seeded in %.0f s%n", (System.nanoTime() - begin) / 1e9);
            derive(server);
            new ListsBench(server, service).pages();
        }
    }

    private static void derive(EmbeddedMysql server) throws Exception {
        try (Connection owner = DriverManager.getConnection(
                        server.jdbcUrl(EmbeddedMysql.DATABASE), server.owner().user(), server.owner().password());
                Statement statement = owner.createStatement()) {
            for (int round = 1; round <= 2; round++) {
                ListShops.due(owner);
                long begin = System.nanoTime();
                while (!isDerived(statement)) {
                    Thread.sleep(100);
                }
                System.out.printf("indicators of all shops derived in %.1f s, waiting included%n", (System.nanoTime() - begin) / 1e9);
            }
            // As after some hours of work; else the plans rest on tables that were empty a minute ago.
            for (String table : List.of("retailer", "shop_indicator", "shop_cycle", "earlier_month", "cycle_share", "cycle_mix")) {
                statement.execute("ANALYZE TABLE " + table);
            }
        }
    }

    private static boolean isDerived(Statement statement) throws Exception {
        try (ResultSet row = statement.executeQuery(
                "SELECT COUNT(*) FROM figures_due WHERE cycle = '' AND derived_at IS NOT NULL AND NOT EXISTS"
                        + " (SELECT 1 FROM waiting_work WHERE kind = 'SHOPS')")) {
            row.next();
            return row.getInt(1) == 1;
        }
    }

    private void pages() throws Exception {
        int port = service.port();
        PageReader planner = new PageReader(port);
        planner.signIn(ListShops.PLANNER, ListShops.PASSWORD);
        PageReader manager = new PageReader(port);
        manager.signIn(ListShops.MANAGER, ListShops.PASSWORD);
        proposals(manager);
        measure(planner, "a page without a list, to compare with", () -> "/password");
        double[] shops = all(planner, "/shops", SORTS, () -> "watch=" + any(WATCHES));
        double[] retailers = all(planner, "/retailers", REGISTER_SORTS, () -> "incomplete=true");
        PageReader.print("/shops, all of it", shops);
        PageReader.print("/retailers, all of it", retailers);
        measure(manager, "/shops of a customer manager", () -> "/shops?sort=" + any(SORTS));
        measure(manager, "/ of a customer manager", () -> "/");
        PageReader market = new PageReader(port);
        market.signIn(ListShops.MARKET_MANAGER, ListShops.PASSWORD);
        measure(market, "/shops of a market manager", () -> "/shops?sort=" + any(SORTS));
        PageReader auditor = new PageReader(port);
        auditor.signIn(ListShops.AUDITOR, ListShops.PASSWORD);
        measure(auditor, "/shops of an auditor, journalled", () -> "/shops?page=" + page(100));
        measure(planner, "a retailer's page", () -> "/retailers/" + ListShops.licence(RANDOM.nextInt(ListShops.SHOPS)));
        measure(planner, "/indicators", () -> "/indicators?by=" + any(List.of("MONTH", "CYCLE", "MANAGER", "TERRITORY", "TIER")));
        measure(planner, "/key-accounts", () -> "/key-accounts");
    }

    private double[] all(PageReader reader, String list, List<String> sorts, Supplier<String> ofItsOwn) throws Exception {
        double[] all = new double[6 * REQUESTS];
        int at = 0;
        for (Asked asked : List.of(
                new Asked("paged", () -> list + "?page=" + page(1_200)),
                new Asked("sorted", () -> list + "?sort=" + any(sorts) + "&page=" + page(50)),
                new Asked("sorted, deep", () -> list + "?sort=" + any(sorts) + "&page=" + page(1_200)),
                new Asked("filtered", () -> list + "?sizeClass=" + any(CLASSES) + "&marketType=" + any(MARKETS) + "&"
                        + (RANDOM.nextBoolean() ? "manager=" + ListShops.manager(RANDOM.nextInt(ListShops.MANAGERS))
                                : "territory=" + ListShops.territory(RANDOM.nextInt(ListShops.TERRITORIES)))
                        + "&sort=" + any(sorts)),
                new Asked("filtered widely and sorted", () -> list + "?sizeClass=" + any(CLASSES) + "&" + ofItsOwn.get()
                        + "&sort=" + any(sorts) + "&page=" + page(20)),
                new Asked("searched", () -> list + "?search="
                        + (RANDOM.nextBoolean()
                                ? PageReader.encoded(ListShops.word(RANDOM.nextInt(100)))
                                : "L62" + "%03d".formatted(RANDOM.nextInt(60)))))) {
            double[] millis = measure(reader, list + ", " + asked.what(), asked.address());
            System.arraycopy(millis, 0, all, at, REQUESTS);
            at += REQUESTS;
        }
        return all;
    }

    /** From the press of the button until the page with the lines is there: read, computed, stored, journalled, and shown. */
    private static void proposals(PageReader manager) throws Exception {
        String csrf = PageReader.hidden(manager.get("/rebalancings").body(), "csrf");
        String batch = manager.post("/rebalancings", "csrf=" + PageReader.encoded(csrf))
                .headers()
                .firstValue("location")
                .orElseThrow();
        String page = manager.get(batch).body();
        double[] millis = new double[PROPOSALS];
        for (int i = -PROPOSAL_WARM_UPS; i < PROPOSALS; i++) {
            String form = "csrf=" + PageReader.encoded(csrf) + "&version=" + PageReader.hidden(page, "version");
            long begin = System.nanoTime();
            int status = manager.post(batch + "/computation", form).statusCode();
            page = manager.get(batch).body();
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
            if (status != 303 || !page.contains("balance-line")) {
                throw new IllegalStateException("nothing was proposed: " + status);
            }
            if (i == -PROPOSAL_WARM_UPS) {
                System.out.printf("the first proposal %.0f ms%n", (System.nanoTime() - begin) / 1e6);
            }
        }
        PageReader.print("a proposal for 150 shops, until the page is there", millis);
    }

    private record Asked(String what, Supplier<String> address) {}

    private double[] measure(PageReader reader, String what, Supplier<String> address) throws Exception {
        for (int i = 0; i < WARM_UPS; i++) {
            reader.get(address.get());
        }
        Duration database = cpu(ProcessHandle.of(server.pid()).orElseThrow());
        Duration pages = cpu(service.handle());
        double[] millis = reader.measure(what, 0, REQUESTS, address);
        System.out.printf(
                "%52s processors: database %.0f + service %.0f ms a page%n",
                "",
                each(cpu(ProcessHandle.of(server.pid()).orElseThrow()).minus(database)),
                each(cpu(service.handle()).minus(pages)));
        return millis;
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double each(Duration time) {
        return time.toNanos() / 1e6 / REQUESTS;
    }

    private static String any(List<String> values) {
        return values.get(RANDOM.nextInt(values.size()));
    }

    private static int page(int last) {
        return 1 + RANDOM.nextInt(last);
    }
}
