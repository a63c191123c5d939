package io.plimsoll.service.assisted;

import static io.plimsoll.service.assisted.MissedCycle.WEDNESDAY_MORNING;
import static io.plimsoll.service.assisted.MissedCycle.as;
import static io.plimsoll.service.assisted.MissedCycle.of;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.TestClock;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An assisted order takes four people and every step, and gives way to the retailer's own (R16). */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class AssistedOrdersTest {

    @Inject
    Fixtures fixtures;

    @Inject
    TestClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.putBack();
        MissedCycle.forgetSignIns(fixtures);
    }

    @Test
    void fromTheVisitToTheEntryItTakesFourPeopleAndIsDemandOnlyInTheEnd() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        long id = missed.collected();
        missed.confirm(id, true).then().statusCode(200).body("confirmed", equalTo(true));
        missed.sign(id).then().statusCode(200).body("state", equalTo("VERIFIED"));
        assertNull(missed.demand());
        clock.set(WEDNESDAY_MORNING);
        missed.enter(id).then().statusCode(200).body("state", equalTo("ENTERED"));
        assertEquals("ENTERED ASSISTED", missed.demand());
        assertEquals(List.of(missed.otherSku + " 4", missed.sku + " 8"), missed.demanded());
        assertEquals(
                fixtures.value("SELECT digest FROM assisted_step WHERE assisted_order = ? AND step = 'COLLECTED'", id),
                fixtures.value("SELECT digest FROM order_receipt WHERE cycle = ?", missed.cycle),
                "what was entered is what was collected");
        as(missed.desk)
                .get(of(id))
                .then()
                .body("steps.step", equalTo(List.of("COLLECTED", "CONFIRMED", "VERIFIED", "ENTERED")))
                .body(
                        "steps.by",
                        equalTo(List.of(
                                missed.manager.name(),
                                missed.retailer.name(),
                                missed.market.name(),
                                missed.desk.name())))
                .body("steps[0].place", equalTo("12 Harbour Road"))
                .body("steps[1].manner", equalTo("SIGNED_IN"));
        assertEquals(
                List.of(
                        "ASSISTED_ORDER_COLLECTED",
                        "ASSISTED_ORDER_CONFIRMED",
                        "ASSISTED_ORDER_VERIFIED",
                        "ORDER_SUBMITTED",
                        "ASSISTED_ORDER_ENTERED"),
                missed.acts());
        missed.step("CLOSED");
        assertEquals("ENTERED ASSISTED", missed.demand());
        assertEquals("ENTERED", missed.state(id));
    }

    @Test
    void theJournalDoesNotSayWhereTheShopIsNorWhyItWasRefused() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        missed.refuse(missed.collected()).then().statusCode(200);
        String said = String.join(
                "\n",
                fixtures.values("SELECT CONVERT(content USING utf8mb4) FROM journal WHERE kind LIKE 'ASSISTED%'"));
        assertTrue(!said.contains("Harbour") && !said.contains("was closed"), said);
    }

    @Test
    void noStepIsSkipped() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        long id = missed.collected();
        clock.set(WEDNESDAY_MORNING);
        missed.sign(id).then().statusCode(409).body("detail", containsString("not confirmed"));
        missed.enter(id).then().statusCode(409).body("detail", containsString("“collected”"));
        missed.confirm(id, true).then().statusCode(200);
        missed.enter(id).then().statusCode(409);
        missed.sign(id).then().statusCode(200);
        missed.confirm(id, false).then().statusCode(409).body("detail", containsString("“signed”"));
        missed.refuse(id).then().statusCode(409);
        missed.enter(id).then().statusCode(200);
        missed.refuse(id).then().statusCode(409);
        assertEquals("ENTERED", missed.state(id));
    }

    @Test
    void whoeverSendsAStepAgainIsAnsweredAndNothingIsDoneTwice() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        String key = Forms.random();
        for (int i = 0; i < 2; i++) {
            as(missed.manager, key)
                    .body(missed.stated())
                    .post(missed.list())
                    .then()
                    .statusCode(201);
        }
        long id = Long.parseLong(fixtures.value("SELECT id FROM assisted_order WHERE cycle = ?", missed.cycle));
        for (int i = 0; i < 2; i++) {
            missed.confirm(id, true).then().statusCode(200);
        }
        for (int i = 0; i < 2; i++) {
            missed.sign(id).then().statusCode(200);
        }
        clock.set(WEDNESDAY_MORNING);
        for (int i = 0; i < 2; i++) {
            missed.enter(id).then().statusCode(200);
        }
        assertEquals("4", fixtures.value("SELECT COUNT(*) FROM assisted_step WHERE assisted_order = ?", id));
    }

    @Test
    void nobodyOfElsewhereTakesAStep() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        MissedCycle other = new MissedCycle(fixtures, clock);
        other.fixtures.execute("UPDATE cycle SET state = 'SECOND_WINDOW' WHERE cycle = ?", missed.cycle);
        as(other.manager).body(missed.stated()).post(missed.list()).then().statusCode(403);
        long id = missed.collected();
        Map<String, Object> yes = Map.of("confirms", true);
        as(other.retailer).body(yes).post(of(id) + "/confirmation").then().statusCode(403);
        as(other.manager)
                .body(Map.of("code", "1"))
                .post(of(id) + "/confirmation")
                .then()
                .statusCode(403);
        as(other.market)
                .body(Map.of("signs", true))
                .post(of(id) + "/signature")
                .then()
                .statusCode(403);
        as(other.manager).get(of(id)).then().statusCode(403);
        as(other.market).get(missed.list()).then().body("total", equalTo(0));
        for (Somebody reads : new Somebody[] {fixtures.person(Role.AUDITOR), fixtures.person(Role.PLANNER)}) {
            as(reads).get(of(id)).then().statusCode(200);
            as(reads).post(of(id) + "/entry").then().statusCode(403);
        }
    }

    @Test
    void nobodyTakesTwoStepsWhateverHeHasBecomeSince() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        long id = missed.collected();
        missed.confirm(id, true).then().statusCode(200);
        fixtures.execute("UPDATE person SET role = 'MARKET_MANAGER', manager = NULL WHERE id = ?", missed.manager.id());
        fixtures.execute(
                "INSERT INTO person_territory (person_id, territory) VALUES (?, ?)",
                missed.manager.id(),
                "T-" + missed.run);
        as(missed.manager)
                .body(Map.of("signs", true))
                .post(of(id) + "/signature")
                .then()
                .statusCode(409)
                .body("detail", containsString("three people"));
        missed.sign(id).then().statusCode(200);
        clock.set(WEDNESDAY_MORNING);
        for (Somebody each : new Somebody[] {missed.manager, missed.market}) {
            fixtures.execute("UPDATE person SET role = 'ORDER_DESK' WHERE id = ?", each.id());
            as(each).post(of(id) + "/entry").then().statusCode(409);
        }
        fixtures.execute("UPDATE person SET role = 'ORDER_DESK', retailer = NULL WHERE id = ?", missed.retailer.id());
        as(missed.retailer).post(of(id) + "/entry").then().statusCode(409);
        missed.enter(id).then().statusCode(200);
    }

    @Test
    void itIsEnteredOnTheNextBusinessDayAndNotOnTheSameNorAfterTheWindow() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        long id = missed.signed();
        missed.enter(id).then().statusCode(409).body("detail", containsString("2096-11-07"));
        clock.set(MissedCycle.SECOND_CLOSES);
        missed.enter(id).then().statusCode(409).body("detail", containsString("no more orders"));
        assertNull(missed.demand());
        clock.set(WEDNESDAY_MORNING);
        missed.enter(id).then().statusCode(200);
    }

    @Test
    void aDayWithoutBusinessIsNotTheNextOne() {
        MissedCycle missed = new MissedCycle(fixtures, clock, Instant.parse("2096-11-12T02:00:00Z"));
        clock.set(Instant.parse("2096-11-09T11:00:00Z")); // a Friday evening
        long id = missed.signed();
        clock.set(Instant.parse("2096-11-10T01:00:00Z"));
        missed.enter(id).then().statusCode(409).body("detail", containsString("2096-11-12"));
        clock.set(Instant.parse("2096-11-12T00:30:00Z"));
        missed.enter(id).then().statusCode(200);
    }

    @Test
    void whatCouldNotBeEnteredInTimeIsNotCollected() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        clock.set(WEDNESDAY_MORNING);
        missed.collect(missed.stated()).then().statusCode(409).body("detail", containsString("2096-11-08"));
    }

    @Test
    void theVisitLiesAfterTheRetailersWindowAndNotInTheFuture() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        for (String wrong : List.of("2096-11-06T09:59:00Z", "2096-11-06T11:31:00Z")) {
            Map<String, Object> stated = missed.stated();
            stated.put("visitedAt", wrong);
            missed.collect(stated).then().statusCode(422).body("fields.field", hasItem("visitedAt"));
        }
        for (String needed : List.of("visitedAt", "place", "licence", "lines")) {
            Map<String, Object> stated = missed.stated();
            stated.remove(needed);
            missed.collect(stated).then().statusCode(422).body("fields.field", hasItem(needed));
        }
        fixtures.execute("UPDATE cycle SET state = 'OPEN' WHERE cycle = ?", missed.cycle);
        clock.set(MissedCycle.CLOSES.minusSeconds(60));
        missed.collect(missed.stated()).then().statusCode(409).body("detail", containsString("still open"));
    }

    @Test
    void anyQuantityIsAsGoodAndNoneToo() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        Map<String, Object> stated = missed.stated();
        stated.put("lines", List.of());
        stated.put("atMost", null);
        missed.collect(stated).then().statusCode(201).body("lines", empty());
    }

    @Test
    void theLinesAreThoseOfTheCycleAndNobodyChangesThem() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        Map<String, Object> stated = missed.stated();
        stated.put("lines", List.of(Map.of("sku", "none", "demand", 1), Map.of("sku", missed.sku, "demand", -1)));
        missed.collect(stated)
                .then()
                .statusCode(422)
                .body("fields.field", equalTo(List.of("lines[0].sku", "lines[1].demand")));
        long id = missed.collected();
        as(missed.manager).body(missed.stated()).put(of(id)).then().statusCode(405);
        as(missed.manager).delete(of(id)).then().statusCode(405);
        assertThrows(IllegalStateException.class, () -> fixtures.execute("UPDATE assisted_step SET content = ''"));
        assertThrows(IllegalStateException.class, () -> fixtures.execute("DELETE FROM assisted_step"));
    }

    @Test
    void whatIsRefusedHasItsReasonAndAnotherMayBeCollected() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        long first = missed.collected();
        missed.collect(missed.stated()).then().statusCode(409).body("detail", containsString("already"));
        as(missed.market)
                .body(Map.of("signs", false))
                .post(of(first) + "/signature")
                .then()
                .statusCode(422)
                .body("fields.field", hasItem("reason"));
        missed.refuse(first).then().statusCode(200).body("steps.reason", hasItem("The shop was closed."));
        long second = missed.collected();
        missed.confirm(second, false).then().statusCode(200).body("state", equalTo("REFUSED"));
        missed.sign(second).then().statusCode(409);
        missed.collected();
    }

    @Test
    void whoHasOrderedHimselfNeedsNobody() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        missed.orderHimself().then().statusCode(201);
        missed.collect(missed.stated()).then().statusCode(409).body("detail", containsString("has an order"));
    }

    @Test
    void hisOwnOrderWinsBeforeTheEntryAndAfterIt() {
        MissedCycle before = new MissedCycle(fixtures, clock);
        long signed = before.signed();
        before.orderHimself().then().statusCode(201);
        assertEquals("OVERTAKEN", before.state(signed));
        clock.set(WEDNESDAY_MORNING);
        before.enter(signed).then().statusCode(409).body("detail", containsString("own order"));
        assertEquals("SUBMITTED SELF", before.demand());

        MissedCycle after = new MissedCycle(fixtures, clock);
        long entered = after.signed();
        clock.set(WEDNESDAY_MORNING);
        after.enter(entered).then().statusCode(200);
        after.orderHimself().then().statusCode(201);
        assertEquals("OVERTAKEN", after.state(entered));
        assertEquals("SUBMITTED SELF", after.demand());
        assertEquals(List.of(after.otherSku + " 1", after.sku + " 2"), after.demanded());
        assertTrue(after.acts().contains("ASSISTED_ORDER_OVERTAKEN"));
        assertEquals(
                "2", fixtures.value("SELECT COUNT(*) FROM order_receipt WHERE cycle = ?", after.cycle), "both stay");
    }

    @Test
    void ofAnEntryAndAnOwnOrderAtOnceTheOwnOneIsLeft() throws Exception {
        for (int round = 0; round < 12; round++) {
            MissedCycle missed = new MissedCycle(fixtures, clock);
            long id = missed.signed();
            clock.set(WEDNESDAY_MORNING);
            List<Integer> answers = atOnce(List.of(
                    () -> missed.orderHimself().statusCode(),
                    () -> missed.enter(id).statusCode()));
            assertEquals(201, answers.get(0));
            assertTrue(List.of(200, 409).contains(answers.get(1)), answers.toString());
            assertEquals("OVERTAKEN", missed.state(id));
            assertEquals("SUBMITTED SELF", missed.demand());
            assertEquals(List.of(missed.otherSku + " 1", missed.sku + " 2"), missed.demanded());
        }
    }

    @Test
    void ofACollectionAndAnOwnOrderAtOnceTheOwnOneIsLeft() throws Exception {
        for (int round = 0; round < 8; round++) {
            MissedCycle missed = new MissedCycle(fixtures, clock);
            List<Integer> answers = atOnce(List.of(
                    () -> missed.orderHimself().statusCode(),
                    () -> missed.collect(missed.stated()).statusCode()));
            assertEquals(201, answers.get(0));
            assertEquals("SUBMITTED SELF", missed.demand());
            String state = fixtures.value("SELECT state FROM assisted_order WHERE cycle = ?", missed.cycle);
            assertEquals(answers.get(1) == 201 ? "OVERTAKEN" : null, state);
        }
    }

    @Test
    void ofTwoDesksAndTwoManagersAtOnceOneIsFirst() throws Exception {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        List<Integer> collected = new ArrayList<>(atOnce(List.of(
                () -> missed.collect(missed.stated()).statusCode(),
                () -> missed.collect(missed.stated()).statusCode(),
                () -> missed.collect(missed.stated()).statusCode())));
        collected.sort(null);
        assertEquals(List.of(201, 409, 409), collected);
        long id = Long.parseLong(fixtures.value("SELECT id FROM assisted_order WHERE cycle = ?", missed.cycle));
        missed.confirm(id, true);
        missed.sign(id);
        clock.set(WEDNESDAY_MORNING);
        List<Callable<Integer>> desks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Somebody desk = fixtures.person(Role.ORDER_DESK);
            desks.add(() -> as(desk).post(of(id) + "/entry").statusCode());
        }
        List<Integer> entered = new ArrayList<>(atOnce(desks));
        entered.sort(null);
        assertEquals(List.of(200, 409, 409, 409, 409, 409), entered);
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM order_receipt WHERE cycle = ?", missed.cycle));
    }

    private static List<Integer> atOnce(List<Callable<Integer>> requests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(requests.size());
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> each : threads.invokeAll(requests)) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void forASuspendedShopNothingIsCollectedSignedOrEntered() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        suspend(missed, "SUSPENDED");
        missed.collect(missed.stated()).then().statusCode(409).body("detail", containsString("suspended"));
        suspend(missed, "ACTIVE");
        long id = missed.collected();
        missed.confirm(id, true).then().statusCode(200);
        suspend(missed, "SUSPENDED");
        missed.sign(id).then().statusCode(409);
        suspend(missed, "ACTIVE");
        missed.sign(id).then().statusCode(200);
        suspend(missed, "SUSPENDED");
        clock.set(WEDNESDAY_MORNING);
        missed.enter(id).then().statusCode(409);
    }

    private void suspend(MissedCycle missed, String status) {
        fixtures.execute("UPDATE retailer SET status = ? WHERE licence = ?", status, missed.licence);
    }

    @Test
    void whatWasNotEnteredWhenTheCycleIsClosedOrCancelledLapsesAndIsNoDemand() {
        for (String end : List.of("CLOSED", "CANCELLED")) {
            MissedCycle missed = new MissedCycle(fixtures, clock);
            long id = missed.signed();
            missed.step(end);
            assertEquals("LAPSED", missed.state(id));
            assertEquals(end.equals("CLOSED") ? "NO_DEMAND -" : null, missed.demand());
            clock.set(WEDNESDAY_MORNING);
            missed.enter(id).then().statusCode(409);
            as(missed.retailer)
                    .get(of(id))
                    .then()
                    .statusCode(200)
                    .body("steps.step", hasItem("LAPSED"))
                    .body("steps.by", hasItem((Object) null));
        }
    }

    @Test
    void whoMissedIsSeenByThoseWhoLookAfterTheShopWhileItCanStillBeHelped() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        String address = missed.list() + "/missed";
        fixtures.execute("UPDATE cycle SET state = 'OPEN' WHERE cycle = ?", missed.cycle);
        clock.set(MissedCycle.CLOSES.minusSeconds(60));
        as(missed.manager).get(address).then().body("total", equalTo(0));
        clock.set(MissedCycle.TUESDAY_EVENING);
        for (Somebody each : new Somebody[] {missed.manager, missed.market}) {
            as(each).get(address).then().body("items.licence", equalTo(List.of(missed.licence)));
        }
        as(missed.desk)
                .queryParam("search", missed.run)
                .get(address)
                .then()
                .body("items.licence", equalTo(List.of(missed.licence)));
        as(missed.manager).queryParam("search", "%").get(address).then().body("total", equalTo(0));
        as(fixtures.manager("M-other-" + missed.run)).get(address).then().body("total", equalTo(0));
        missed.shop("B-" + missed.run);
        suspendOther(missed);
        long id = missed.collected();
        as(missed.manager).get(address).then().body("items.licence", not(hasItem(missed.licence)));
        missed.refuse(id);
        as(missed.manager)
                .get(address)
                .then()
                .body("items.licence", equalTo(List.of(missed.licence)))
                .body("items[0].refused", equalTo((int) id));
        as(missed.market)
                .queryParam("state", "REFUSED")
                .get(missed.list())
                .then()
                .body("items.id", equalTo(List.of((int) id)))
                .body("items.cartons", equalTo(List.of(12)));
        as(missed.market)
                .queryParam("state", "MISSED")
                .get(missed.list())
                .then()
                .statusCode(422);
        as(missed.retailer).get(missed.list()).then().body("total", equalTo(1));
        missed.orderHimself();
        as(missed.manager).get(address).then().body("total", equalTo(0));
    }

    private void suspendOther(MissedCycle missed) {
        fixtures.execute("UPDATE retailer SET status = 'SUSPENDED' WHERE licence = ?", "B-" + missed.run);
    }

    @Test
    void anAuditorsReadingIsAnAct() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        long id = missed.collected();
        as(fixtures.person(Role.AUDITOR)).get(of(id)).then().statusCode(200);
        assertTrue(missed.acts().contains("RETAILER_READ"));
    }
}
