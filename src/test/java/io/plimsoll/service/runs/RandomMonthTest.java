package io.plimsoll.service.runs;

import static io.plimsoll.service.runs.TestRuns.as;
import static io.plimsoll.service.runs.TestRuns.start;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.TestClock;
import io.plimsoll.service.cycles.TestCycles;
import io.plimsoll.service.law.Law;
import io.plimsoll.service.master.GrantedInPeriod;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.MonthModel.Granted;
import io.plimsoll.service.runs.MonthModel.Line;
import io.plimsoll.service.runs.MonthModel.Order;
import io.plimsoll.service.runs.MonthModel.Supply;
import io.plimsoll.service.runs.MonthModel.Week;
import io.plimsoll.service.web.Forms;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Months in which anything happens in any order: orders, edits, stale edits, double submits, refusals, closings, runs that
 * break and are repeated, runs that supersede, goods that come back. After every step nothing is granted past a ceiling, all
 * demand is as it was acknowledged, and what was granted in the month is what the records add up to.
 */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class RandomMonthTest {

    private static final int SHOPS = 12;
    private static final int SKUS = 8;
    private static final int WEEKS = 4;
    private static final int STEPS_A_WEEK = 13;
    private static final int STEPS_LATE = 4;
    private static final Duration WEEK = Duration.ofDays(7);

    @Inject
    Fixtures fixtures;

    @Inject
    TestCycles cycles;

    @Inject
    TestClock clock;

    @Inject
    Policies policies;

    @Inject
    RunWorker worker;

    @Inject
    Runs runs;

    @Inject
    Law law;

    @Inject
    GrantedInPeriod granted;

    private Random random;
    private Somebody planner;
    private MonthModel month;
    private String digest;
    private final Map<String, Somebody> keepers = new HashMap<>();

    /** What was submitted, by the key of the request. */
    private final Map<String, Draft> sent = new HashMap<>();

    /** What was done last, for whoever has to find out what broke. */
    private String done;

    private int step;
    private long seed;

    @AfterEach
    void theClockIsRightAgain() {
        clock.putBack();
        cycles.alone();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverHappensNoCeilingIsPassedAndNoDemandAltered(long seedOfMonth) throws Exception {
        seed = seedOfMonth;
        random = new Random(seed);
        planner = fixtures.person(Role.PLANNER);
        begin();
        for (int number = 1; number <= WEEKS; number++) {
            open(number);
            steps(STEPS_A_WEEK);
            passTo(week(), "SECOND_WINDOW", TestCycles.CLOSES);
            steps(STEPS_LATE);
            passTo(week(), "CLOSED", TestCycles.SECOND_CLOSES);
            steps(STEPS_LATE);
        }
        while (month.weeks.stream().anyMatch(each -> !each.isAllocated())) {
            run();
            check();
        }
        correctSupply(week());
        supersede(week());
        check();
        steps(STEPS_A_WEEK);
        cameBack();
        check();
        assertTrue(month.weeks.stream().anyMatch(each -> !each.cameBack.isEmpty()), "nothing ever came back");
    }

    private void begin() throws BadInput {
        cycles.alone();
        List<Retailer> shops = new ArrayList<>();
        String manager = "M" + TestRuns.random();
        for (int i = 0; i < SHOPS; i++) {
            shops.add(shop("L" + TestRuns.random() + i, manager, i));
        }
        shops.sort(Comparator.comparing(Retailer::key));
        List<Sku> skus = new ArrayList<>();
        for (int i = 0; i < SKUS; i++) {
            SupplyStatus status = SupplyStatus.values()[i % SupplyStatus.values().length];
            BrandTier tier = BrandTier.values()[i % BrandTier.values().length];
            String key = "S" + TestRuns.random();
            fixtures.execute(
                    "INSERT INTO sku (sku, name, brand, tier, status) VALUES (?, ?, 'Pine', ?, ?)",
                    key,
                    key,
                    tier.name(),
                    status.name());
            skus.add(new Sku(key, "Pine", tier, status, OptionalLong.empty(), Optional.empty()));
        }
        skus.sort(Comparator.comparing(Sku::key));
        PolicyVersion policy = policy(skus);
        policies.store(policy, Optional.empty());
        fixtures.execute(
                "INSERT INTO policy_step (digest, number, step, by_person, at) VALUES (?, 1, 'APPROVED', ?, UTC_TIMESTAMP(6))",
                policy.digest(),
                planner.id());
        month = new MonthModel(TestCycles.period(), policy.releasePolicy(), shops, skus);
        digest = policy.digest();
    }

    private Retailer shop(String licence, String manager, int number) {
        SizeClass sizeClass = SizeClass.values()[number % 3];
        MarketType marketType = MarketType.values()[number % 2];
        RetailerStatus status = number == SHOPS - 1 ? RetailerStatus.SUSPENDED : RetailerStatus.ACTIVE;
        int interval = number % 4 == 0 ? 2 : 1;
        int total = 5 + random.nextInt(200);
        fixtures.execute(
                "INSERT INTO retailer (licence, manager, market_type, size_class, status, order_interval)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                licence,
                manager,
                marketType.name(),
                sizeClass.name(),
                status.name(),
                interval);
        fixtures.execute(
                "INSERT INTO agreed_total (licence, period, cartons, state, proposed_at, agreed_at, approved_at)"
                        + " VALUES (?, '2001-01', ?, 'APPROVED', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))",
                licence,
                total);
        keepers.put(licence, fixtures.retailer(licence));
        return new Retailer(licence, manager, sizeClass, marketType, status, total, 0, interval);
    }

    private static PolicyVersion policy(List<Sku> skus) throws BadInput {
        StringBuilder bySku = new StringBuilder("size_class,market_type,sku,ceiling\n");
        skus.stream()
                .filter(sku -> sku.status() == SupplyStatus.SCARCE)
                .forEach(sku -> bySku.append(
                        "LARGE,*,%1$s,9.5\nMEDIUM,*,%1$s,4\nMEDIUM,RURAL,%1$s,\nSMALL,*,%1$s,0\nSMALL,URBAN,%1$s,3\n"
                                .formatted(sku.key())));
        Map<String, byte[]> files = new HashMap<>();
        files.put("policy/floats.csv", bytes("size_class,percent\nLARGE,10\nMEDIUM,8\nSMALL,15\n"));
        files.put("policy/weights.csv", bytes("size_class,weight\nLARGE,4\nMEDIUM,2\nSMALL,1\n"));
        files.put(
                "policy/tier_ceilings.csv",
                bytes(
                        "size_class,market_type,tier,ceiling\nSMALL,*,TIER_1,7\nMEDIUM,URBAN,TIER_2,12\nLARGE,*,TIER_3,20.5\n"));
        files.put("policy/sku_ceilings.csv", bytes(bySku.toString()));
        files.put("policy/balance.csv", bytes("tier,rho\nTIER_4,0.95\nTIER_5,0.9\n"));
        files.put("policy/pacing.csv", bytes("burst,reserve,exempt\n0.3,0.5,20\n"));
        return PolicyVersion.of(files).named("month");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Week week() {
        return month.weeks.get(month.weeks.size() - 1);
    }

    private static Instant of(Week week, Instant ofFirst) {
        return ofFirst.plus(WEEK.multipliedBy(week.number - 1L));
    }

    private void open(int number) {
        Week week = new Week("H-" + TestRuns.random(), number);
        month.weeks.add(week);
        Map<String, Object> plan = TestCycles.plan(week.name);
        plan.put("seed", "seed");
        plan.put("period", month.period);
        plan.put("number", number);
        plan.put("policy", digest);
        plan.put("opensAt", of(week, TestCycles.OPENS).toString());
        plan.put("closesAt", of(week, TestCycles.CLOSES).toString());
        plan.put("secondClosesAt", of(week, TestCycles.SECOND_CLOSES).toString());
        clock.set(of(week, TestCycles.OPENS).minusSeconds(60));
        as(planner).body(plan).post("/api/cycles").then().statusCode(201);
        for (Sku sku : month.skus) {
            Supply supply = supply();
            as(planner)
                    .header("If-None-Match", "*")
                    .body(body(supply))
                    .put("/api/cycles/" + week.name + "/supply/" + sku.key())
                    .then()
                    .statusCode(200);
            week.supply.put(sku.key(), supply);
        }
        TestCycles.step(planner, week.name, "PUBLISHED").then().statusCode(201);
        week.state = "PUBLISHED";
        passTo(week, "OPEN", TestCycles.OPENS);
    }

    private Supply supply() {
        Long cartons = random.nextInt(6) == 0 ? null : (long) random.nextInt(150);
        BigDecimal forecast = random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(2000), 1);
        return new Supply(cartons, forecast);
    }

    private static Map<String, Object> body(Supply supply) {
        Map<String, Object> body = new HashMap<>();
        body.put("supply", supply.cartons());
        body.put("unlimited", supply.cartons() == null);
        body.put("forecast", supply.forecast());
        return body;
    }

    private void passTo(Week week, String state, Instant ofFirst) {
        done = week.name + " becomes " + state;
        clock.set(of(week, ofFirst).plusSeconds(60));
        if (random.nextBoolean()) {
            // The time alone decides what is taken, whether or not the schedule has come by yet.
            week.state = state;
            anyOrder(week);
        }
        cycles.goOn(clock.instant());
        week.state = state;
        if (state.equals("CLOSED")) {
            month.freeze(week);
        }
        check();
    }

    private void steps(int howMany) {
        for (int i = 0; i < howMany; i++) {
            anything();
            check();
        }
    }

    private void anything() {
        switch (random.nextInt(16)) {
            case 0 -> refused(week());
            case 1 -> correctSupply(any(month.weeks));
            case 2, 3 -> run();
            case 4 -> supersede(any(month.weeks));
            case 5 -> cameBack();
            case 6 -> {
                if (random.nextInt(3) == 0) {
                    deliver(any(month.weeks));
                } else {
                    anyOrder(any(month.weeks));
                }
            }
            default -> anyOrder(week());
        }
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String anyShop() {
        return any(month.shops).key();
    }

    /** A new order, an edit, a stale edit, the same sent twice, or a second order, as it comes. */
    private void anyOrder(Week week) {
        String shop = anyShop();
        Order before = week.orders.get(shop);
        if (before == null) {
            submit(week, shop, Forms.random(), 201);
            return;
        }
        switch (random.nextInt(5)) {
            case 0 -> submit(week, shop, Forms.random(), 409);
            case 1 -> {
                done = shop + " edits a version that he has not seen";
                change(week, shop, before.version() + 1, draft()).then().statusCode(week.takesOrders() ? 412 : 409);
            }
            case 2 -> again(week, shop, before);
            default -> {
                done = shop + " edits";
                Draft draft = draft();
                Response answer = change(week, shop, before.version(), draft);
                assertEquals(week.takesOrders() ? 200 : 409, answer.statusCode(), done);
                if (answer.statusCode() == 200) {
                    acknowledged(week, shop, draft, before.key(), before.receipt(), answer);
                }
            }
        }
    }

    private record Draft(List<Line> lines, Integer atMost) {

        Map<String, Object> body() {
            Map<String, Object> body = new HashMap<>();
            body.put(
                    "lines",
                    lines.stream()
                            .map(line -> Map.of("sku", line.sku(), "demand", line.demand()))
                            .toList());
            body.put("atMost", atMost);
            return body;
        }
    }

    private Draft draft() {
        List<String> skus = new ArrayList<>(month.skus.stream().map(Sku::key).toList());
        List<Line> lines = new ArrayList<>();
        int howMany = random.nextInt(SKUS + 1);
        while (lines.size() < howMany) {
            String sku = skus.remove(random.nextInt(skus.size()));
            int demand = random.nextInt(20) == 0 ? 1_000_000 : random.nextInt(60);
            lines.add(new Line(lines.size() + 1, sku, demand));
        }
        return new Draft(lines, random.nextInt(4) == 0 ? random.nextInt(60) : null);
    }

    private void submit(Week week, String shop, String key, int expected) {
        done = shop + " submits to " + week.name;
        Draft draft = draft();
        Response answer = post(week, shop, key, draft.body());
        assertEquals(week.takesOrders() ? expected : 409, answer.statusCode(), done);
        if (answer.statusCode() == 201) {
            acknowledged(week, shop, draft, key, answer.jsonPath().getLong("number"), answer);
            sent.put(key, draft);
        }
    }

    /** Long after, too: the answer is what was once said. */
    private void again(Week week, String shop, Order before) {
        done = shop + " sends the same once more";
        post(week, shop, before.key(), draft().body()).then().statusCode(422);
        Response answer = post(week, shop, before.key(), sent.get(before.key()).body());
        assertEquals(201, answer.statusCode(), done);
        assertEquals(before.receipt(), answer.jsonPath().getLong("number"), done);
    }

    private void acknowledged(Week week, String shop, Draft draft, String key, long receipt, Response answer) {
        long version = answer.jsonPath().getLong("version");
        week.orders.put(shop, new Order(version, draft.lines(), draft.atMost(), key, receipt));
    }

    private Response post(Week week, String shop, String key, Map<String, Object> body) {
        return given().header("Authorization", "Bearer " + keepers.get(shop).token())
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/cycles/" + week.name + "/orders");
    }

    private Response change(Week week, String shop, long seen, Draft draft) {
        return as(keepers.get(shop))
                .header("If-Match", "\"" + seen + "\"")
                .body(draft.body())
                .put("/api/cycles/" + week.name + "/orders/" + shop);
    }

    private void refused(Week week) {
        String shop = anyShop();
        String other = month.shops.get((indexOf(shop) + 1) % SHOPS).key();
        done = "something is refused";
        switch (random.nextInt(4)) {
            case 0 ->
                as(planner)
                        .body(draft().body())
                        .post("/api/cycles/" + week.name + "/orders")
                        .then()
                        .statusCode(403);
            case 1 ->
                as(keepers.get(shop))
                        .header("If-Match", "\"1\"")
                        .body(draft().body())
                        .put("/api/cycles/" + week.name + "/orders/" + other)
                        .then()
                        .statusCode(403);
            case 2 -> {
                Draft wrong = new Draft(List.of(new Line(1, "nowhere", -1)), null);
                post(week, shop, Forms.random(), wrong.body()).then().statusCode(week.takesOrders() ? 422 : 409);
            }
            default -> start(keepers.get(shop), week.name, "x").then().statusCode(403);
        }
    }

    private int indexOf(String shop) {
        return month.shops.stream().map(Retailer::key).toList().indexOf(shop);
    }

    private void correctSupply(Week week) {
        String sku = any(month.skus).key();
        done = "supply of " + sku + " is corrected in " + week.name;
        Supply supply = supply();
        Map<String, Object> body = body(supply);
        body.put("reason", "A lorry came late.");
        String version = fixtures.value("SELECT version FROM supply WHERE cycle = ? AND sku = ?", week.name, sku);
        Response answer = as(planner)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put("/api/cycles/" + week.name + "/supply/" + sku);
        boolean isOpenToIt = week.takesOrders() || week.state.equals("ALLOCATED");
        assertEquals(isOpenToIt ? 200 : 409, answer.statusCode(), done);
        if (isOpenToIt) {
            week.supply.put(sku, supply);
        }
    }

    /** The first cycle that waits for a run gets one, which may break a few times before; or a later one is refused. */
    private void run() {
        List<Week> waiting = month.weeks.stream()
                .filter(each -> each.isFrozen() && !each.isAllocated())
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        Week week = waiting.get(0);
        if (waiting.size() > 1) {
            done = "a run out of turn";
            start(planner, waiting.get(1).name, null).then().statusCode(409);
        }
        begin(week, null);
        week.state = "ALLOCATING";
        month.freeze(week);
        while (random.nextInt(3) == 0) {
            breakDown(week, null);
            check();
        }
        finish(week);
        week.state = "ALLOCATED";
    }

    private void begin(Week week, String reason) {
        done = "a run of " + week.name;
        start(planner, week.name, reason).then().statusCode(201);
        if (random.nextBoolean()) {
            // Asked for twice, it is one.
            start(planner, week.name, reason).then().statusCode(201);
        }
    }

    /** A run stops somewhere: for a reason of its own, or because the database was away. */
    private void breakDown(Week week, String reason) {
        RunRequest request = runs.waiting(week.name).orElseThrow();
        RunPart part = RunPart.values()[1 + random.nextInt(RunPart.WRITING.ordinal())];
        boolean isPassing = random.nextBoolean();
        done = "a run of " + week.name + " breaks at " + part + (isPassing ? ", passing" : "");
        worker.attempt(request, new Breaking(part, isPassing));
        if (!isPassing) {
            start(planner, week.name, reason).then().statusCode(201);
            if (reason == null) {
                month.freeze(week);
            }
        }
    }

    /** Fails as soon as a part begins; in the last one, when all is written but the end. */
    private record Breaking(RunPart part, boolean isPassing) implements RunProgress.Listener {

        @Override
        public void begins(RunPart begun) {
            if (begun == part && part != RunPart.WRITING) {
                fail();
            }
        }

        @Override
        public void wrote(int lines, int of) {
            if (part == RunPart.WRITING && lines == of) {
                fail();
            }
        }

        private void fail() {
            throw isPassing
                    ? new IllegalStateException(new SQLTransientConnectionException("away"))
                    : new IllegalStateException("broken");
        }
    }

    private void finish(Week week) {
        done = "a run of " + week.name + " is finished";
        worker.goOn();
        long run =
                Long.parseLong(fixtures.value("SELECT id FROM allocation_run WHERE cycle = ? AND in_force", week.name));
        SortedMap<String, SortedMap<String, Integer>> cartons = new TreeMap<>();
        fixtures.values("SELECT CONCAT_WS('|', licence, sku, granted) FROM grant_line WHERE run = ?", run)
                .forEach(row -> {
                    String[] cells = row.split("\\|");
                    cartons.computeIfAbsent(cells[0], none -> new TreeMap<>())
                            .put(cells[1], Integer.parseInt(cells[2]));
                });
        Granted result = new Granted(run, cartons, new TreeMap<>(week.supply));
        week.runs.add(result);
        assertEquals(List.of(), month.passed(week, result, law.rules()), this::where);
    }

    private void supersede(Week week) {
        if (!week.isAllocated()) {
            return;
        }
        boolean isBuiltUpon = month.weeks.stream()
                .anyMatch(later ->
                        later.number > week.number && (later.isAllocated() || later.state.equals("ALLOCATING")));
        if (week.state.equals("DELIVERED") || isBuiltUpon || !isCorrected(week) || !week.cameBack.isEmpty()) {
            done = "a run of " + week.name + " is not superseded";
            start(planner, week.name, "A lorry less.").then().statusCode(409);
            return;
        }
        begin(week, "A lorry less.");
        if (random.nextInt(3) == 0) {
            breakDown(week, "A lorry less.");
            check();
        }
        finish(week);
    }

    private boolean isCorrected(Week week) {
        return month.skus.stream()
                .anyMatch(sku -> !same(
                        week.supply.get(sku.key()), week.inForce().supply().get(sku.key())));
    }

    private static boolean same(Supply one, Supply other) {
        boolean isSameForecast = one.forecast() == null
                ? other.forecast() == null
                : other.forecast() != null && one.forecast().compareTo(other.forecast()) == 0;
        return isSameForecast && Objects.equals(one.cartons(), other.cartons());
    }

    private void cameBack() {
        Week week = any(month.weeks);
        List<String> shops = month.shops.stream()
                .map(Retailer::key)
                .filter(each -> week.granted(each) > 0)
                .toList();
        if (shops.isEmpty()) {
            return;
        }
        String shop = any(shops);
        SortedMap<String, Integer> back = week.cameBack.getOrDefault(shop, new TreeMap<>());
        SortedMap<String, Integer> left = new TreeMap<>(week.inForce().cartons().get(shop));
        left.replaceAll((sku, cartons) -> cartons - back.getOrDefault(sku, 0));
        left.values().removeIf(cartons -> cartons == 0);
        String sku = any(List.copyOf(left.keySet()));
        int cartons = 1 + random.nextInt(left.get(sku));
        done = cartons + " of " + sku + " come back from " + shop;
        comesBack(week, shop, sku, left.get(sku) + 1).then().statusCode(422);
        comesBack(week, shop, sku, cartons).then().statusCode(201);
        back.merge(sku, cartons, Integer::sum);
        week.cameBack.put(shop, back);
    }

    private Response comesBack(Week week, String shop, String sku, int cartons) {
        Map<String, Object> row = Map.of(
                "licence",
                shop,
                "sku",
                sku,
                "kind",
                random.nextBoolean() ? "RETURNED" : "PAYMENT_FAILED",
                "cartons",
                cartons);
        return as(planner).body(Map.of("rows", List.of(row))).post("/api/cycles/" + week.name + "/came-back");
    }

    private void deliver(Week week) {
        done = week.name + " is delivered";
        // What was corrected since would never be shared any more.
        boolean isReady = week.state.equals("ALLOCATED") && !isCorrected(week);
        TestCycles.step(planner, week.name, "DELIVERED").then().statusCode(isReady ? 201 : 409);
        if (isReady) {
            week.state = "DELIVERED";
        }
    }

    private String where() {
        return "seed " + seed + ", step " + step + ": " + done;
    }

    /** What has to hold after every step. */
    private void check() {
        step++;
        demandIsAsItWasAcknowledged();
        grantsAreAsTheirRunsMadeThemAndOnDemandOnly();
        whatWasGrantedIsWhatTheRecordsAddUpTo();
    }

    private void demandIsAsItWasAcknowledged() {
        List<String> lines = new ArrayList<>();
        List<String> orders = new ArrayList<>();
        for (Week week : month.weeks) {
            week.orders.forEach((shop, order) -> {
                order.lines()
                        .forEach(line -> lines.add(
                                String.join("|", week.name, shop, "" + line.rank(), line.sku(), "" + line.demand())));
                orders.add(String.join(
                        "|", week.name, shop, week.stateOf(shop), "" + order.atMost(), "" + order.receipt()));
            });
        }
        assertSame(
                lines,
                "SELECT CONCAT_WS('|', l.cycle, l.licence, l.line_rank, l.sku, l.demand) FROM demand_line l"
                        + " JOIN cycle c ON c.cycle = l.cycle WHERE c.period = ?");
        assertSame(
                orders,
                "SELECT CONCAT_WS('|', o.cycle, o.licence,"
                        + " IF(o.state IN ('RETURNED', 'PAYMENT_FAILED'), 'ALL BACK', o.state), COALESCE(o.at_most, 'null'),"
                        + " (SELECT MIN(r.number) FROM order_receipt r WHERE r.cycle = o.cycle AND r.licence = o.licence))"
                        + " FROM demand_order o JOIN cycle c ON c.cycle = o.cycle"
                        + " WHERE c.period = ? AND o.state <> 'NO_DEMAND'");
    }

    /** Of every run that ever was, those that were superseded too. */
    private void grantsAreAsTheirRunsMadeThemAndOnDemandOnly() {
        List<String> grants = new ArrayList<>();
        for (Week week : month.weeks) {
            for (Granted run : week.runs) {
                boolean isInForce = run == week.inForce();
                week.orders.forEach((shop, order) -> order.lines()
                        .forEach(line -> grants.add(String.join(
                                "|",
                                "" + run.run(),
                                isInForce ? "in force" : "superseded",
                                shop,
                                "" + line.rank(),
                                line.sku(),
                                "" + line.demand(),
                                "" + run.cartons().get(shop).get(line.sku())))));
            }
        }
        assertSame(
                grants,
                "SELECT CONCAT_WS('|', a.id, IF(a.in_force, 'in force', 'superseded'), g.licence, g.line_rank, g.sku,"
                        + " g.demand, g.granted) FROM grant_line g JOIN allocation_run a ON a.id = g.run"
                        + " JOIN cycle c ON c.cycle = a.cycle WHERE c.period = ?");
    }

    private void whatWasGrantedIsWhatTheRecordsAddUpTo() {
        SortedMap<String, Long> all = granted.ofAll(month.period);
        List<String> before = new ArrayList<>();
        for (Retailer shop : month.shops) {
            long sum = month.granted(shop.key(), WEEKS + 1);
            assertEquals(sum, granted.of(shop.key(), month.period), this::where);
            assertEquals(sum, all.getOrDefault(shop.key(), 0L), this::where);
            month.weeks.stream()
                    .filter(Week::isFrozen)
                    .forEach(week -> before.add(
                            String.join("|", week.name, shop.key(), "" + week.grantedBefore.get(shop.key()))));
        }
        assertSame(
                before,
                "SELECT CONCAT_WS('|', f.cycle, f.licence, f.granted_in_period) FROM cycle_retailer f"
                        + " JOIN cycle c ON c.cycle = f.cycle JOIN retailer r ON r.licence = f.licence"
                        + " WHERE c.period = ? AND r.manager = '"
                        + month.shops.get(0).manager() + "'");
    }

    private void assertSame(List<String> expected, String rows) {
        List<String> found = new ArrayList<>(fixtures.values(rows, month.period));
        found.sort(null);
        List<String> sorted = new ArrayList<>(expected);
        sorted.sort(null);
        assertEquals(String.join("\n", sorted), String.join("\n", found), this::where);
    }
}
