package io.plimsoll.bench;

import io.plimsoll.bench.OrderShops.Shop;
import io.plimsoll.mysql.EmbeddedMysql;
import io.plimsoll.mysql.Tuning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How fast orders of 30 lines come in: over HTTP to the packaged service, with all its checks, beside bare JDBC that writes
 * the same rows to the same server, with the same number of clients and one commit an order. In turn, and then the time an
 * order takes while half as many come in as the service can take.
 */
public final class OrdersBench {

    private static final Path WORK = Path.of("target/bench/orders").toAbsolutePath();
    private static final int ROUNDS = 7;
    private static final int WARM_UPS = 16;

    /** Connections that are held ready for orders that come in by the clock, whether or not earlier ones are answered. */
    private static final int BY_THE_CLOCK = 64;

    private final OrderShops shops;
    private final OrderService service;
    private final EmbeddedMysql server;

    private OrdersBench(OrderShops shops, OrderService service, EmbeddedMysql server) {
        this.shops = shops;
        this.service = service;
        this.server = server;
    }

    /** Takes the number of clients, 8 where it is missing. */
    public static void main(String[] arguments) throws Exception {
        int clients = arguments.length == 0 ? 8 : Integer.parseInt(arguments[0]);
        Files.createDirectories(WORK);
        Path data = Files.createTempDirectory(WORK, "data");
        System.out.printf("JDK %s, %d processors%n", Runtime.version(), Runtime.getRuntime().availableProcessors());
        try (EmbeddedMysql server = EmbeddedMysql.start(data, Tuning.DURABLE);
                OrderService service = OrderService.start(server, data, WORK.resolve("said.txt"));
                OrderShops shops = OrderShops.in(server)) {
            OrdersBench bench = new OrdersBench(shops, service, server);
            double rate = bench.inTurn(clients);
            bench.byTheClock(rate / 2);
        }
    }

    /** Returns orders a second over HTTP. */
    private double inTurn(int clients) throws Exception {
        double[] bare = new double[ROUNDS];
        double[] http = new double[ROUNDS];
        double[] ratio = new double[ROUNDS];
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            Used before = Used.now(server, service);
            double bareRate = perSecond(clients, () -> new BareClient(server));
            Used between = Used.now(server, service);
            double httpRate = perSecond(clients, () -> new KeepAliveClient(service.port()));
            Used after = Used.now(server, service);
            if (round >= 0) {
                bare[round] = bareRate;
                http[round] = httpRate;
                ratio[round] = 100 * httpRate / bareRate;
            }
            System.out.printf(
                    "%s bare %.0f/s, HTTP %.0f/s; processor time of an order: bare %s, HTTP %s%n",
                    round < 0 ? "warming up:" : "           ",
                    bareRate,
                    httpRate,
                    between.since(before),
                    after.since(between));
        }
        System.out.printf("%d clients, %d orders of %d lines a round, %d rounds%n", clients, OrderShops.SHOPS, Tasks.LINES_A_RETAILER, ROUNDS);
        System.out.println("bare JDBC         " + new Medians(bare).say("%.0f/s"));
        System.out.println("HTTP              " + new Medians(http).say("%.0f/s"));
        System.out.println("HTTP, of bare     " + new Medians(ratio).say("%.0f %%"));
        return new Medians(http).median();
    }

    /** Processor time that was used up, which says more than seconds where others are at work on the same machine. */
    private record Used(Duration database, Duration service, Duration clients) {

        static Used now(EmbeddedMysql server, OrderService service) {
            return new Used(
                    of(ProcessHandle.of(server.pid()).orElseThrow()), of(service.handle()), of(ProcessHandle.current()));
        }

        private static Duration of(ProcessHandle process) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }

        String since(Used earlier) {
            return String.format(
                    Locale.ROOT,
                    "database %.2f + service %.2f + clients %.2f ms",
                    perOrder(database.minus(earlier.database)),
                    perOrder(service.minus(earlier.service)),
                    perOrder(clients.minus(earlier.clients)));
        }

        private static double perOrder(Duration time) {
            return time.toNanos() / 1e6 / OrderShops.SHOPS;
        }
    }

    /** Sends the orders of one client. */
    interface Client extends AutoCloseable {
        void send(Shop shop) throws Exception;
    }

    /** Makes clients. */
    @FunctionalInterface
    private interface Clients {
        Client next() throws Exception;
    }

    private double perSecond(int howMany, Clients clients) throws Exception {
        shops.forget();
        AtomicInteger next = new AtomicInteger();
        double seconds = together(howMany, clients, client -> {
            for (int shop = next.getAndIncrement(); shop < OrderShops.SHOPS; shop = next.getAndIncrement()) {
                client.send(shops.get(shop));
            }
        });
        shops.requireAllThere();
        return OrderShops.SHOPS / seconds;
    }

    private void byTheClock(double rate) throws Exception {
        double[] half = new double[ROUNDS];
        double[] most = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            shops.forget();
            double[] millis = new double[OrderShops.SHOPS];
            AtomicInteger next = new AtomicInteger();
            AtomicReference<Long> begin = new AtomicReference<>();
            together(BY_THE_CLOCK, () -> new KeepAliveClient(service.port()), client -> {
                begin.compareAndSet(null, System.nanoTime());
                for (int shop = next.getAndIncrement(); shop < millis.length; shop = next.getAndIncrement()) {
                    long due = begin.get() + (long) (shop * 1e9 / rate);
                    sleepUntil(due);
                    client.send(shops.get(shop));
                    millis[shop] = (System.nanoTime() - due) / 1e6;
                }
            });
            shops.requireAllThere();
            Arrays.sort(millis);
            half[round] = millis[millis.length / 2];
            most[round] = millis[millis.length * 99 / 100];
        }
        System.out.printf(Locale.ROOT, "at %.0f/s, by the clock, from when an order was due to its answer%n", rate);
        System.out.println("half of the orders within   " + new Medians(half).say("%.1f ms"));
        System.out.println("99 % of them within         " + new Medians(most).say("%.1f ms"));
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        if (left > 0) {
            Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
        }
    }

    /** What a client does. */
    @FunctionalInterface
    private interface Work {
        void with(Client client) throws Exception;
    }

    /** Seconds from when all clients are connected until all are done. */
    private static double together(int howMany, Clients clients, Work work) throws Exception {
        CountDownLatch connected = new CountDownLatch(howMany);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Exception> failure = new AtomicReference<>();
        Thread[] threads = new Thread[howMany];
        for (int i = 0; i < howMany; i++) {
            threads[i] = new Thread(() -> {
                try (Client client = clients.next()) {
                    connected.countDown();
                    begun.await();
                    work.with(client);
                } catch (Exception failed) {
                    failure.compareAndSet(null, failed);
                    connected.countDown();
                }
            });
            threads[i].start();
        }
        connected.await();
        long begin = System.nanoTime();
        begun.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (failure.get() != null) {
            throw failure.get();
        }
        return seconds;
    }
}
