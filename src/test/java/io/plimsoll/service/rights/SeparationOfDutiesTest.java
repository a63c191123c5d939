package io.plimsoll.service.rights;

import static io.plimsoll.service.assisted.MissedCycle.WEDNESDAY_MORNING;
import static io.plimsoll.service.assisted.MissedCycle.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.TestClock;
import io.plimsoll.service.assisted.MissedCycle;
import io.plimsoll.service.leads.SomeLeads;
import io.plimsoll.service.policies.SomePolicies;
import io.plimsoll.service.quotas.SomeTerritory;
import io.plimsoll.service.quotas.SomeTerritory.Territory;
import io.plimsoll.service.quotas.SomeTerritory.Wanted;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.TestRuns;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who may not do what another does. Every act is tried in the state in which it is possible, by everybody whose act it is not,
 * with a form and as a program; nothing of it is stored. Right afterwards, of the same row, it is done by the person whose act
 * it is: so it was the person who was refused, and not the state.
 */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class SeparationOfDutiesTest {

    /** All that an act could change; what looking and signing in write stands elsewhere. */
    private static final String TABLES =
            "demand_order, demand_line, order_receipt, assisted_order, assisted_step, cycle,"
                    + " cycle_step, cycle_sku, cycle_retailer, supply, supply_correction, policy_version, policy_table, policy_step,"
                    + " run_request, allocation_run, grant_line, grant_total, came_back, agreed_total, retailer, retailer_change, sku,"
                    + " complaint, visit, stock_check, receiver, upload, raised_lead, lead_subject, lead_step, lead_attachment,"
                    + " violation, replay, audit, waiting_work, rebalancing, rebalancing_line";

    /** How somebody does something. */
    enum Way {
        FORM,
        PROGRAM
    }

    @Inject
    Fixtures fixtures;

    @Inject
    TestClock clock;

    @Inject
    TestRuns runs;

    @Inject
    SomeTerritory territories;

    @Inject
    DataSource database;

    @AfterEach
    void putTheClockBack() {
        clock.putBack();
        MissedCycle.forgetSignIns(fixtures);
    }

    /**
     * What somebody does.
     *
     * @param seen the version that is changed; null where there is none
     * @param body for programs; null where there is none
     * @param files that the form sends
     */
    private record Act(
            String method,
            String address,
            String seen,
            Object body,
            String page,
            Map<String, ?> fields,
            Map<String, String> files) {

        static Act post(String address, Object body, String page, Map<String, ?> fields) {
            return new Act("POST", address, null, body, page, fields, Map.of());
        }

        static Act change(String address, String seen, Object body, String page, Map<String, ?> fields) {
            return new Act("PUT", address, seen, body, page, fields, Map.of());
        }

        Act withVersion(String version) {
            return new Act(method, address, version, body, page, fields, Map.of());
        }

        Act withFiles(Map<String, String> given) {
            return new Act(method, address, seen, body, page, fields, given);
        }
    }

    private Response does(Way way, Somebody who, Act act) {
        if (way == Way.PROGRAM) {
            RequestSpecification request = MissedCycle.as(who);
            if (act.seen() != null) {
                request.header("If-Match", act.seen());
            }
            if (act.body() != null) {
                request.body(act.body());
            }
            return request.request(act.method(), act.address());
        }
        MissedCycle.forgetSignIns(fixtures);
        Browser browser = Browser.of(who);
        Map<String, Object> fields = new HashMap<>(act.fields());
        fields.put("once", Forms.random());
        if (act.files().isEmpty()) {
            return browser.post("/password", act.page(), fields);
        }
        String csrf = Browser.csrf(browser.get("/password").asString());
        RequestSpecification request = browser.request().multiPart("csrf", csrf);
        fields.forEach((name, value) -> request.multiPart(name, value.toString()));
        act.files().forEach((file, content) -> request.multiPart("files", file, content.getBytes(), "text/csv"));
        return request.post(act.page());
    }

    private void refused(Way way, Act act, int status, Somebody... people) {
        Map<String, String> before = stored();
        for (Somebody each : people) {
            assertEquals(status, does(way, each, act).statusCode(), () -> each.name() + ": " + act);
        }
        assertEquals(before, stored(), () -> "something was left by " + act);
    }

    private void done(Way way, Act act, Somebody lawful) {
        Map<String, String> before = stored();
        Response response = does(way, lawful, act);
        assertTrue(
                List.of(200, 201, 303).contains(response.statusCode()),
                () -> lawful.name() + " " + act + ": " + response.statusCode());
        assertTrue(!before.equals(stored()), () -> "nothing was done by " + act);
    }

    private Map<String, String> stored() {
        Map<String, String> sums = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("CHECKSUM TABLE " + TABLES)) {
            while (rows.next()) {
                sums.put(rows.getString(1), rows.getString(2));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        sums.put(
                "journal",
                fixtures.value("SELECT COUNT(*) FROM journal WHERE kind NOT IN ('SIGNED_IN', 'RETAILER_READ')"));
        return sums;
    }

    private Somebody auditor() {
        return fixtures.person(Role.AUDITOR);
    }

    private Somebody admin() {
        return fixtures.person(Role.ADMIN);
    }

    private Act order(MissedCycle missed) {
        return Act.post(
                "/api/cycles/" + missed.cycle + "/orders",
                Map.of("lines", List.of(Map.of("sku", missed.sku, "demand", 7))),
                "/order/" + missed.cycle,
                Map.of("act", "submit", "sku", missed.sku, "demand", "7", "version", "0"));
    }

    private Act changedOrder(MissedCycle missed) {
        return Act.change(
                "/api/cycles/" + missed.cycle + "/orders/" + missed.licence,
                "\"1\"",
                Map.of("lines", List.of(Map.of("sku", missed.sku, "demand", 9))),
                "/order/" + missed.cycle,
                Map.of("act", "submit", "sku", missed.sku, "demand", "9", "version", "1"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void nobodyOfTheStaffOrdersForARetailerNorChangesHisOrder(Way way) {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        Somebody[] staff = {missed.manager, missed.market, missed.desk, missed.planner, auditor(), admin()};
        refused(way, order(missed), 403, staff);
        done(way, order(missed), missed.retailer);
        refused(way, changedOrder(missed), 403, staff);
        if (way == Way.PROGRAM) { // A form is always one's own.
            refused(way, changedOrder(missed), 403, new MissedCycle(fixtures, clock).retailer);
            fixtures.execute("UPDATE cycle SET state = 'SECOND_WINDOW' WHERE cycle = ?", missed.cycle);
        }
        done(way, changedOrder(missed), missed.retailer);
        assertEquals(List.of(missed.sku + " 9"), missed.demanded());
    }

    private Act collection(MissedCycle missed) {
        return Act.post(
                missed.list(),
                missed.stated(),
                "/assisted-orders/collect/" + missed.cycle + "/" + missed.licence,
                Map.of(
                        "act",
                        "store",
                        "visitedAt",
                        "2096-11-06T19:00",
                        "place",
                        "12 Harbour Road",
                        "sku",
                        missed.sku,
                        "demand",
                        "4",
                        "atMost",
                        ""));
    }

    private static Act confirmation(long id) {
        return Act.post(
                of(id) + "/confirmation",
                Map.of("confirms", true),
                "/assisted-orders/" + id + "/confirmation",
                Map.of("confirms", "true"));
    }

    private static Act signature(long id) {
        return Act.post(
                of(id) + "/signature",
                Map.of("signs", true),
                "/assisted-orders/" + id + "/signature",
                Map.of("signs", "true"));
    }

    private static Act entry(long id) {
        return Act.post(of(id) + "/entry", null, "/assisted-orders/" + id + "/entry", Map.of());
    }

    private static long assisted(MissedCycle missed) {
        return Long.parseLong(missed.fixtures.value("SELECT id FROM assisted_order WHERE cycle = ?", missed.cycle));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aMissedOrderIsCollectedConfirmedVerifiedAndEnteredByThoseWhoseStepItIs(Way way) {
        MissedCycle elsewhere = new MissedCycle(fixtures, clock);
        MissedCycle missed = new MissedCycle(fixtures, clock);
        Somebody auditor = auditor();
        Somebody admin = admin();
        refused(
                way,
                collection(missed),
                403,
                missed.retailer,
                missed.market,
                missed.desk,
                missed.planner,
                auditor,
                admin,
                elsewhere.manager);
        done(way, collection(missed), missed.manager);
        long id = assisted(missed);
        refused(
                way,
                confirmation(id),
                403,
                missed.market,
                missed.desk,
                missed.planner,
                auditor,
                admin,
                elsewhere.retailer);
        // Whoever collected it may type the retailer's code, and has none of his own.
        refused(way, confirmation(id), 422, missed.manager);
        done(way, confirmation(id), missed.retailer);
        refused(
                way,
                signature(id),
                403,
                missed.retailer,
                missed.manager,
                missed.desk,
                missed.planner,
                auditor,
                admin,
                elsewhere.market);
        done(way, signature(id), missed.market);
        clock.set(WEDNESDAY_MORNING);
        refused(way, entry(id), 403, missed.retailer, missed.manager, missed.market, missed.planner, auditor, admin);
        done(way, entry(id), missed.desk);
        assertEquals("ENTERED ASSISTED", missed.demand());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void nobodyHoldsTwoOfCollectVerifyAndEnterWhateverHeHasBecomeSince(Way way) {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        done(way, collection(missed), missed.manager);
        long id = assisted(missed);
        done(way, confirmation(id), missed.retailer);

        fixtures.execute("UPDATE person SET role = 'MARKET_MANAGER', manager = NULL WHERE id = ?", missed.manager.id());
        fixtures.execute(
                "INSERT INTO person_territory (person_id, territory) VALUES (?, ?)",
                missed.manager.id(),
                "T-" + missed.run);
        refused(way, signature(id), 409, missed.manager);
        done(way, signature(id), missed.market);

        clock.set(WEDNESDAY_MORNING);
        for (Somebody each : List.of(missed.manager, missed.market, missed.retailer)) {
            fixtures.execute("DELETE FROM person_territory WHERE person_id = ?", each.id());
            fixtures.execute("UPDATE person SET role = 'ORDER_DESK', retailer = NULL WHERE id = ?", each.id());
        }
        refused(way, entry(id), 409, missed.manager, missed.market, missed.retailer);
        done(way, entry(id), missed.desk);
    }

    private static Act step(long lead, String step, Map<String, Object> given) {
        return Act.post("/api/leads/" + lead + "/" + step, given, "/leads/" + lead + "/" + step, given);
    }

    private static final Map<String, Object> VERIFIED =
            Map.of("result", "VERIFIED", "words", "It was so", "prohibition", "ASSIGNED_ORDERS");

    private static final Map<String, Object> FOUND = Map.of("result", "VERIFIED", "words", "It was so");

    @ParameterizedTest
    @EnumSource(Way.class)
    void onlyAnAuditorClosesALeadAndNeverOneOnHimself(Way way) {
        SomeLeads some = new SomeLeads(fixtures);
        Somebody subject = some.otherAuditor;
        long lead = some.raise(some.planner, "licence", some.licence, "person", subject.name());
        Act assignment = step(lead, "assignment", Map.of("assignee", some.market.name()));
        Somebody[] staff = {some.retailer, some.manager, some.market, some.desk, some.planner, admin()};
        refused(way, assignment, 403, staff);
        refused(way, assignment, 404, subject);
        done(way, assignment, some.auditor);

        Act proposal = step(lead, "proposal", FOUND);
        refused(way, proposal, 403, some.retailer, admin());
        refused(way, proposal, 404, some.manager, some.desk, subject);
        // They see it, and it is not theirs to check.
        refused(way, proposal, 409, some.planner, some.auditor);
        done(way, proposal, some.market);

        Act closing = step(lead, "closing", VERIFIED);
        refused(way, closing, 403, staff);
        refused(way, closing, 404, subject);
        done(way, closing, some.auditor);
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM violation WHERE of_lead = ?", lead));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whoeverIsNamedLaterDoesNothingMoreAboutItAlthoughHeRaisedOrCheckedIt(Way way) {
        SomeLeads some = new SomeLeads(fixtures);
        long lead = some.raise(some.otherAuditor, "licence", some.licence);
        some.assign(lead, some.market);
        for (Somebody named : List.of(some.otherAuditor, some.market)) {
            done(way, step(lead, "subjects", Map.of("person", named.name())), some.auditor);
        }
        refused(way, step(lead, "closing", VERIFIED), 404, some.otherAuditor);
        refused(way, step(lead, "proposal", FOUND), 404, some.otherAuditor, some.market);
        refused(way, step(lead, "comments", Map.of("words", "It was not me")), 404, some.otherAuditor, some.market);
        done(way, step(lead, "closing", VERIFIED), some.auditor);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void allStaffRaiseLeadsAndARetailerComplains(Way way) {
        SomeLeads some = new SomeLeads(fixtures);
        Map<String, Object> words = Map.of("words", "Heard in the shop", "severity", "WARNING");
        Act lead = Act.post("/api/leads", words, "/leads/new", words);
        refused(way, lead, 403, some.retailer, admin());
        for (Somebody each : List.of(some.manager, some.market, some.desk, some.planner, some.auditor)) {
            done(way, lead, each);
        }
        Act complaint = Act.post(
                "/api/retailers/" + some.licence + "/complaints",
                Map.of("words", "I was told what to order"),
                "/retailers/" + some.licence + "/new-complaint",
                Map.of("words", "I was told what to order"));
        refused(
                way,
                complaint,
                403,
                some.manager,
                some.market,
                some.desk,
                some.planner,
                some.auditor,
                admin(),
                new SomeLeads(fixtures).retailer);
        done(way, complaint, some.retailer);
    }

    private static Act decision(String digest, String decision) {
        Map<String, Object> given = decision.equals("APPROVED")
                ? Map.of("decision", decision, "effectiveFrom", "9995-02")
                : Map.of("decision", decision, "reason", "Too early");
        return Act.post("/api/policies/" + digest + "/approval", given, "/policies/" + digest + "/approval", given);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aPolicyIsDraftedByAPlannerAndDecidedAboutByAnother(Way way) {
        SomeLeads some = new SomeLeads(fixtures);
        Somebody[] staff = {some.retailer, some.manager, some.market, some.desk, some.auditor, admin()};
        Map<String, String> tables = SomePolicies.tables();
        Act draft = Act.post("/api/policies", Map.of("tables", tables), "/policies", Map.of())
                .withFiles(tables);
        refused(way, draft, 403, staff);
        done(way, draft, some.planner);
        String digest = fixtures.value("SELECT digest FROM policy_version WHERE imported_by = ?", some.planner.id());
        Somebody another = fixtures.person(Role.PLANNER);
        for (String decision : List.of("REFUSED", "APPROVED")) {
            refused(way, decision(digest, decision), 403, staff);
            refused(way, decision(digest, decision), 403, some.planner);
            done(way, decision(digest, decision), another);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void onlyAPlannerRunsAnAllocationAndAnAuditorOnlyReplaysIt(Way way) {
        SomeLeads some = new SomeLeads(fixtures);
        Somebody admin = admin();
        String cycle = runs.closed();
        Somebody retailer =
                fixtures.retailer(fixtures.value("SELECT licence FROM cycle_retailer WHERE cycle = ? LIMIT 1", cycle));
        Somebody market = fixtures.marketManager(fixtures.value(
                "SELECT territory FROM retailer WHERE territory IS NOT NULL AND licence IN"
                        + " (SELECT licence FROM cycle_retailer WHERE cycle = ?) LIMIT 1",
                cycle));
        Act run = Act.post("/api/cycles/" + cycle + "/runs", Map.of(), "/cycles/" + cycle + "/run", Map.of());
        refused(way, run, 403, retailer, some.manager, market, some.desk, some.auditor, admin);
        done(way, run, some.planner);
        runs.work();

        String number = fixtures.value("SELECT id FROM allocation_run WHERE cycle = ? AND in_force", cycle);
        String replays = "/cycles/" + cycle + "/runs/" + number + "/replays";
        Act replay = Act.post("/api" + replays, Map.of(), replays, Map.of());
        refused(way, replay, 403, retailer, some.manager, market, some.desk, admin);
        done(way, replay, some.auditor);
        // A second run, of what came in the end, is as little an auditor's.
        runs.correct(some.planner, cycle, runs.shortSku(cycle), 3);
        Map<String, Object> reason = Map.of("reason", "Half of it came.");
        Act again = Act.post("/api/cycles/" + cycle + "/runs", reason, "/cycles/" + cycle + "/run", reason);
        refused(way, again, 403, some.auditor);
        done(way, again, some.planner);
        runs.work();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatThereIsAndWhenIsThePlannersAndNoAuditorChangesIt(Way way) {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        Somebody[] others = {missed.retailer, missed.manager, missed.market, missed.desk, auditor(), admin()};
        String supply = "/cycles/" + missed.cycle + "/supply/" + missed.sku;
        String seen =
                fixtures.value("SELECT version FROM supply WHERE cycle = ? AND sku = ?", missed.cycle, missed.sku);
        Act correction = Act.change(
                "/api" + supply,
                "\"" + seen + "\"",
                Map.of("supply", 600, "reason", "The second lorry did not come."),
                supply,
                Map.of("supply", "600", "reason", "The second lorry did not come.", "version", seen));
        refused(way, correction, 403, others);
        done(way, correction, missed.planner);

        Map<String, Object> closed = Map.of("state", "CLOSED", "reason", "for a test");
        String steps = "/cycles/" + missed.cycle + "/steps";
        refused(way, Act.post("/api" + steps, closed, steps, closed), 403, others);
        done(way, Act.post("/api" + steps, closed, steps, closed), missed.planner);
    }

    /** The totals that came with a file, which is how they come in until they are agreed here. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void noTotalIsStoredButByAPlanner(Way way) {
        SomeLeads some = new SomeLeads(fixtures);
        String shop = "UP-" + some.run;
        String table = "retailer,manager,size_class,market_type,status,agreed_total,granted_in_period,interval\n" + shop
                + "," + some.managerKey + ",SMALL,URBAN,ACTIVE,40,7,1\n";
        Response sent = MissedCycle.as(some.planner)
                .queryParam("file", "retailers.csv")
                .contentType("text/csv")
                .body(table)
                .post("/api/uploads");
        sent.then().statusCode(201);
        String version = sent.path("upload.version").toString();
        String upload = "/uploads/" + sent.path("upload.id") + "/store";
        Act storing = Act.post("/api" + upload, null, upload, Map.of("version", version))
                .withVersion("\"" + version + "\"");
        refused(way, storing, 403, some.retailer, some.manager, some.market, some.desk, some.auditor, admin());
        done(way, storing, some.planner);
        assertEquals("40", fixtures.value("SELECT cartons FROM agreed_total WHERE licence = ?", shop));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatCameBackIsRecordedByTheOrderDeskOrAPlanner(Way way) {
        SomeLeads some = new SomeLeads(fixtures);
        String cycle = "CB-" + some.run;
        delivered(cycle, some);
        String address = "/cycles/" + cycle + "/came-back";
        Act cameBack = Act.post(
                "/api" + address,
                Map.of(
                        "rows",
                        List.of(Map.of("licence", some.licence, "sku", cycle, "kind", "RETURNED", "cartons", 2))),
                address,
                Map.of("licence", some.licence, "sku", cycle, "kind", "RETURNED", "cartons", "2"));
        refused(way, cameBack, 403, some.retailer, some.manager, some.market, some.auditor, admin());
        done(way, cameBack, some.desk);
        done(way, cameBack, some.planner);
    }

    /** Five cartons of one Sku, which bears the name of the cycle. */
    private void delivered(String cycle, SomeLeads some) {
        fixtures.execute("INSERT INTO sku (sku, brand, tier, status) VALUES (?, 'Wood', 'TIER_2', 'NORMAL')", cycle);
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state) VALUES (?, 's', '5990-01', ?,"
                        + " 1000000000, 'DELIVERED')",
                cycle,
                Math.floorMod(cycle.hashCode(), 1_000_000_000));
        fixtures.execute(
                "INSERT INTO demand_order (cycle, licence, state, channel) VALUES (?, ?, 'DELIVERED', 'SELF')",
                cycle,
                some.licence);
        long run = fixtures.execute(
                "INSERT INTO allocation_run (cycle, made_at, in_force, record) VALUES (?, UTC_TIMESTAMP(6), TRUE, '{}')",
                cycle);
        fixtures.execute(
                "INSERT INTO grant_line (run, licence, line_rank, sku, demand, granted, binding)"
                        + " VALUES (?, ?, 1, ?, 9, 5, 'SUPPLY')",
                run,
                some.licence,
                cycle);
        fixtures.execute(
                "INSERT INTO grant_total (run, licence, cycle, granted) VALUES (?, ?, ?, 5)", run, some.licence, cycle);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aTotalIsProposedAgreedAndApprovedByThoseWhoseStepItIs(Way way) {
        Territory some = territories.make(List.of(new Wanted("kiosk", 40, 60, true), new Wanted("other", 40, 40)));
        try {
            String shop = some.shop("kiosk");
            Somebody retailer = some.retailers().get(shop);
            Somebody neighbour = some.retailers().get(some.shop("other"));
            Somebody desk = fixtures.person(Role.ORDER_DESK);
            Map<String, Object> proposed = Map.of("total", 52, "reason", "SEASON", "evidence", "a visit");
            Act proposal = Act.post(
                    "/api/retailers/" + shop + "/total-proposals",
                    proposed,
                    "/retailers/" + shop + "/new-total",
                    proposed);
            refused(
                    way,
                    proposal,
                    403,
                    retailer,
                    neighbour,
                    some.marketManager(),
                    some.planner(),
                    desk,
                    auditor(),
                    admin());
            refused(
                    way,
                    proposal,
                    403,
                    fixtures.manager("M-else-" + Forms.random().substring(0, 8)));
            done(way, proposal, some.customerManager());
            String id = fixtures.value("SELECT id FROM agreed_total WHERE licence = ? AND is_open", shop);
            String at = "/total-proposals/" + id;
            Map<String, Object> agreed = Map.of("agrees", true, "total", 52);
            Act answer = Act.post("/api" + at + "/answer", agreed, at + "/answer", agreed);
            refused(
                    way,
                    answer,
                    403,
                    neighbour,
                    some.customerManager(),
                    some.marketManager(),
                    some.planner(),
                    desk,
                    auditor(),
                    admin());
            done(way, answer, retailer);
            Act approval = approval(at, "0");
            refused(way, approval, 403, retailer, some.customerManager(), desk, auditor(), admin());
            refused(way, approval, 403, fixtures.marketManager("T-elsewhere"));
            refused(way, approval, 409, some.planner());
            done(way, approval, some.marketManager());
            refused(way, approval, 409, some.marketManager());
            done(way, approval, some.planner());
        } finally {
            territories.putAway(some);
        }
    }

    private static Act approval(String at, String version) {
        return Act.post(
                        "/api" + at + "/approval",
                        Map.of("approves", true),
                        at + "/approval",
                        Map.of("approves", "true", "version", version))
                .withVersion("\"" + version + "\"");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aRebalancingIsWorkedOutAgreedAndApprovedByThoseWhoseStepItIs(Way way) {
        Territory some = territories.make(List.of(new Wanted("much", 100, 70, true), new Wanted("little", 50, 70)));
        try {
            Somebody much = some.retailers().get(some.shop("much"));
            Somebody little = some.retailers().get(some.shop("little"));
            Somebody desk = fixtures.person(Role.ORDER_DESK);
            Somebody otherManager = fixtures.manager("M-else-" + Forms.random().substring(0, 8));
            Act opening = Act.post("/api/rebalancings", null, "/rebalancings", Map.of());
            refused(way, opening, 403, much, some.marketManager(), some.planner(), desk, auditor(), admin());
            done(way, opening, some.customerManager());
            String at =
                    "/rebalancings/" + fixtures.value("SELECT id FROM rebalancing WHERE manager = ?", some.manager());
            Act lines = Act.change(
                    "/api" + at + "/lines",
                    "\"0\"",
                    Map.of("lines", List.of(line(some.shop("much"), 85), line(some.shop("little"), 65))),
                    at + "/lines",
                    Map.of(
                            "version", "0",
                            "licence", List.of(some.shop("much"), some.shop("little")),
                            "total", List.of("85", "65"),
                            "reason", List.of("DEMAND", "DEMAND"),
                            "evidence", List.of("seen", "seen")));
            refused(
                    way,
                    lines,
                    403,
                    much,
                    some.marketManager(),
                    some.planner(),
                    desk,
                    auditor(),
                    admin(),
                    otherManager);
            done(way, lines, some.customerManager());
            MissedCycle.as(some.customerManager())
                    .header("If-Match", "\"1\"")
                    .post("/api" + at + "/questions")
                    .then()
                    .statusCode(200);
            answer(way, at, much, some.shop("much"), 85, little, some, desk);
            answer(way, at, little, some.shop("little"), 65, much, some, desk);
            Act approval = approval(at, "4");
            refused(way, approval, 403, much, some.customerManager(), desk, auditor(), admin());
            refused(way, approval, 403, fixtures.marketManager("T-elsewhere"));
            refused(way, approval, 409, some.planner());
            done(way, approval, some.marketManager());
            done(way, approval(at, "5"), some.planner());
        } finally {
            territories.putAway(some);
        }
    }

    private void answer(
            Way way,
            String at,
            Somebody retailer,
            String shop,
            int total,
            Somebody other,
            Territory some,
            Somebody desk) {
        Map<String, Object> agreed = Map.of("agrees", true, "total", total);
        String own = at + "/lines/" + shop + "/answer";
        Act answer = Act.post("/api" + own, agreed, own, agreed);
        refused(
                way,
                answer,
                403,
                other,
                some.customerManager(),
                some.marketManager(),
                some.planner(),
                desk,
                auditor(),
                admin());
        done(way, answer, retailer);
    }

    private static Map<String, Object> line(String licence, int total) {
        return Map.of("licence", licence, "totalAfter", total, "reason", "DEMAND", "evidence", "seen");
    }
}
