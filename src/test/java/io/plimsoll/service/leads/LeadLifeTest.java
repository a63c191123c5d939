package io.plimsoll.service.leads;

import static io.plimsoll.service.leads.SomeLeads.as;
import static io.plimsoll.service.leads.SomeLeads.body;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.TestClock;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the first word to the reason it is closed with, and whatever cannot be done on the way. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class LeadLifeTest {

    @Inject
    Fixtures fixtures;

    @Inject
    TestClock clock;

    @Inject
    EscalationSchedule schedule;

    @AfterEach
    void putTheClockBack() {
        clock.putBack();
    }

    private List<String> acts(long lead) {
        return fixtures.values("SELECT kind FROM journal WHERE subject = ? ORDER BY number", "lead:" + lead);
    }

    /** Or whoever is looked into could bury a lead by naming the one who would close it. */
    @Test
    void theLastAuditorWhoCouldCloseALeadCannotBeNamedInIt() {
        SomeLeads some = new SomeLeads(fixtures);
        List<String> others = fixtures.values(
                "SELECT id FROM person WHERE role = 'AUDITOR' AND active AND id <> ?", some.auditor.id());
        others.forEach(each -> fixtures.execute("UPDATE person SET active = FALSE WHERE id = ?", each));
        try {
            long lead = some.raise(some.market, "words", "He looks away.");
            some.assign(lead, some.market);
            some.post(some.market, lead, "subjects", "person", some.auditor.name())
                    .then()
                    .statusCode(422)
                    .body("fields[0].field", equalTo("person"));
            as(some.auditor).get("/api/leads/" + lead).then().statusCode(200);
            fixtures.person(Role.AUDITOR);
            some.post(some.market, lead, "subjects", "person", some.auditor.name())
                    .then()
                    .statusCode(201);
            as(some.auditor).get("/api/leads/" + lead).then().statusCode(404);
        } finally {
            others.forEach(each -> fixtures.execute("UPDATE person SET active = TRUE WHERE id = ?", each));
        }
    }

    @Test
    void aFindingIsCopiedAndTheShopItSpeaksOfIsNamed() {
        SomeLeads some = new SomeLeads(fixtures);
        long run = some.finding("CRITICAL");
        long lead =
                some.raise(some.planner, "run", run, "position", 1, "words", null, "severity", "INFO", "rule", "D5");
        as(some.auditor)
                .get("/api/leads/" + lead)
                .then()
                .statusCode(200)
                .body("source", equalTo("FINDING"))
                .body("severity", equalTo("CRITICAL"))
                .body("rule", equalTo("R2"))
                .body("finding.code", equalTo("ABOVE_CEILING_BEFORE"))
                .body("finding.evidence", containsString("grantedInPeriod=40"))
                .body("subjects.key", contains(some.licence))
                .body("state", equalTo("OPEN"))
                .body(
                        "due",
                        equalTo(LocalDate.now(ZoneId.of("Asia/Shanghai"))
                                .plusDays(14)
                                .toString()));
        assertEquals(List.of("LEAD_RAISED", "LEAD_SUBJECT_NAMED"), acts(lead));
    }

    @Test
    void aFindingThatIsNotThereOrNotForOnesEyesIsRefusedAlike() {
        SomeLeads some = new SomeLeads(fixtures);
        long run = some.finding("WARNING");
        Map<String, Object> there = body("run", run, "position", 1);
        String missing = as(some.manager)
                .body(body("run", run, "position", 2))
                .post("/api/leads")
                .then()
                .statusCode(422)
                .extract()
                .asString();
        assertEquals(
                missing,
                as(some.manager)
                        .body(there)
                        .post("/api/leads")
                        .then()
                        .statusCode(422)
                        .extract()
                        .asString());
        as(some.planner).body(there).post("/api/leads").then().statusCode(201);
    }

    @Test
    void whatSomebodyRaisesMustSayWhatAndNameWhatThereIs() {
        SomeLeads some = new SomeLeads(fixtures);
        as(some.manager)
                .body(body("words", " ", "rule", "X9", "cycle", "NONE", "person", "nobody at all", "sku", "NONE"))
                .post("/api/leads")
                .then()
                .statusCode(422)
                .body("fields.field", hasItem("words"))
                .body("fields.field", hasItem("rule"))
                .body("fields.field", hasItem("cycle"))
                .body("fields.field", hasItem("person"))
                .body("fields.field", hasItem("sku"));
        SomeLeads others = new SomeLeads(fixtures);
        as(some.manager)
                .body(body("words", "Another's shop", "licence", others.licence))
                .post("/api/leads")
                .then()
                .statusCode(422);
        as(some.manager)
                .body(body("words", "On myself", "person", some.manager.name()))
                .post("/api/leads")
                .then()
                .statusCode(422);
    }

    @Test
    void itIsAssignedCheckedReportedAndClosedEachStepInTheJournal() {
        SomeLeads some = new SomeLeads(fixtures);
        long lead = some.raise(some.desk, "licence", some.licence, "rule", "D5");
        some.assign(lead, some.market);
        some.post(some.market, lead, "comments", "words", "到店看过").then().statusCode(201);
        some.post(some.market, lead, "proposal", "result", "VERIFIED", "words", "一部手机下了三家的单")
                .then()
                .statusCode(200)
                .body("state", equalTo("PROPOSED"))
                .body("proposed", equalTo("VERIFIED"));
        some.post(some.auditor, lead, "closing", "result", "VERIFIED", "words", "证据充分", "prohibition", "PROXY_ORDERING")
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("result", equalTo("VERIFIED"))
                .body("violation.prohibition", equalTo("PROXY_ORDERING"))
                .body("steps.step", contains("RAISED", "NAMED", "ASSIGNED", "COMMENTED", "PROPOSED", "CLOSED"));
        assertEquals(
                List.of(
                        "LEAD_RAISED",
                        "LEAD_SUBJECT_NAMED",
                        "LEAD_ASSIGNED",
                        "LEAD_COMMENTED",
                        "LEAD_PROPOSED",
                        "LEAD_CLOSED",
                        "VIOLATION_CONFIRMED"),
                acts(lead));
        assertFalse(
                fixtures.values("SELECT CONVERT(content USING utf8mb4) FROM journal WHERE subject = ?", "lead:" + lead)
                        .toString()
                        .contains("手机"),
                "the journal holds no words of people");
        as(some.auditor).get("/api/violations").then().body("items.lead", hasItem((int) lead));
        some.post(some.auditor, lead, "comments", "words", "x").then().statusCode(409);
        some.post(some.auditor, lead, "subjects", "sku", "x").then().statusCode(409);
        some.post(some.auditor, lead, "assignment", "assignee", some.desk.name())
                .then()
                .statusCode(409);
        some.post(some.market, lead, "proposal", "result", "REFUTED", "words", "x")
                .then()
                .statusCode(409);
        some.post(some.auditor, lead, "closing", "result", "REFUTED", "words", "x")
                .then()
                .statusCode(409);
    }

    @Test
    void whoIsNotToCheckItProposesNothingAndOnlyAnAuditorAssignsAndCloses() {
        SomeLeads some = new SomeLeads(fixtures);
        long lead = some.raise(some.planner);
        some.assign(lead, some.desk);
        some.post(some.planner, lead, "proposal", "result", "REFUTED", "words", "no")
                .then()
                .statusCode(409);
        some.post(some.auditor, lead, "proposal", "result", "REFUTED", "words", "no")
                .then()
                .statusCode(409);
        for (Somebody each : List.of(some.planner, some.desk, some.manager, some.market, some.retailer)) {
            some.post(each, lead, "closing", "result", "REFUTED", "words", "no")
                    .then()
                    .statusCode(403);
            some.post(each, lead, "assignment", "assignee", some.desk.name())
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void aClosingNeedsAReasonAndAVerifiedOneWhatWasViolated() {
        SomeLeads some = new SomeLeads(fixtures);
        long lead = some.raise(some.planner);
        some.post(some.auditor, lead, "closing").then().statusCode(422).body("fields.field", hasItem("result"));
        some.post(some.auditor, lead, "closing", "result", "VERIFIED", "words", "so")
                .then()
                .statusCode(422)
                .body("fields.field", contains("prohibition"));
        some.post(some.auditor, lead, "closing", "result", "VERIFIED", "words", "so", "prohibition", "NONE")
                .then()
                .statusCode(422);
        some.post(some.auditor, lead, "closing", "result", "REFUTED", "words", "so", "prohibition", "HINTS")
                .then()
                .statusCode(422);
        some.post(some.auditor, lead, "closing", "result", "REFUTED", "words", " ")
                .then()
                .statusCode(422)
                .body("fields.field", contains("words"));
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM violation WHERE of_lead = ?", lead));
    }

    @Test
    void aProhibitionThatNoLongerHoldsIsNotViolatedToday() {
        SomeLeads some = new SomeLeads(fixtures);
        fixtures.execute(
                "INSERT INTO prohibition VALUES (?, '2019-01-01', '2020-01-01', 'x', '旧', 'x', '旧', 'R23')",
                "OLD_" + some.run);
        fixtures.execute(
                "INSERT INTO prohibition VALUES (?, '2019-01-01', NULL, 'x', '旧', 'x', '旧', 'R23'),"
                        + " (?, '2020-01-01', NULL, 'y', '新', 'y', '新', 'R23')",
                "NEW_" + some.run,
                "NEW_" + some.run);
        as(some.auditor)
                .get("/api/prohibitions")
                .then()
                .body("findAll { it.code == 'NEW_" + some.run + "' }[0].validTo", equalTo("2020-01-01"))
                .body("findAll { it.code == 'NEW_" + some.run + "' }[1].validTo", nullValue());
        long lead = some.raise(some.planner);
        some.post(some.auditor, lead, "closing", "result", "VERIFIED", "words", "so", "prohibition", "OLD_" + some.run)
                .then()
                .statusCode(422);
        as(some.retailer).get("/api/prohibitions").then().statusCode(200).body("code", hasItem("PUNITIVE_CUT"));
    }

    @Test
    void twoClosingsAtOnceMakeOne() throws Exception {
        SomeLeads some = new SomeLeads(fixtures);
        long lead = some.raise(some.planner);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> closings = List.of(
                    () -> some.post(
                                    some.auditor,
                                    lead,
                                    "closing",
                                    "result",
                                    "VERIFIED",
                                    "words",
                                    "so",
                                    "prohibition",
                                    "HINTS")
                            .statusCode(),
                    () -> some.post(some.otherAuditor, lead, "closing", "result", "REFUTED", "words", "not so")
                            .statusCode());
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> each : both.invokeAll(closings)) {
                answers.add(each.get());
            }
            assertEquals(List.of(200, 409), answers.stream().sorted().toList());
        } finally {
            both.shutdown();
        }
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM lead_step WHERE of_lead = ? AND step = 'CLOSED'", lead));
        assertEquals(1, acts(lead).stream().filter("LEAD_CLOSED"::equals).count());
    }

    @Test
    void theSubjectIsNeverMadeToCheckItNorSomebodyWhoLooksAfterOtherShops() {
        SomeLeads some = new SomeLeads(fixtures);
        long lead = some.raise(some.planner, "licence", some.licence, "person", some.manager.name());
        SomeLeads others = new SomeLeads(fixtures);
        for (Somebody each : List.of(some.manager, others.manager, others.market, some.retailer)) {
            some.post(some.auditor, lead, "assignment", "assignee", each.name())
                    .then()
                    .statusCode(422)
                    .body("fields.field", contains("assignee"));
        }
        some.post(some.auditor, lead, "assignment", "assignee", some.market.name(), "due", "2020-01-01")
                .then()
                .statusCode(422)
                .body("fields.field", contains("due"));
        fixtures.execute("UPDATE person SET active = FALSE WHERE id = ?", some.desk.id());
        some.post(some.auditor, lead, "assignment", "assignee", some.desk.name())
                .then()
                .statusCode(422);
        some.assign(lead, some.market);
    }

    @Test
    void whatIsImportantAndOverdueGoesToTheAuditorsOnce() {
        SomeLeads some = new SomeLeads(fixtures);
        long critical = some.raise(some.planner, "severity", "CRITICAL");
        long warning = some.raise(some.planner, "severity", "WARNING");
        some.assign(critical, some.desk);
        some.assign(warning, some.desk);
        schedule.beat();
        as(some.auditor).get("/api/leads/" + critical).then().body("escalatedAt", nullValue());
        clock.pass(Duration.ofDays(16));
        schedule.beat();
        schedule.beat();
        as(some.auditor)
                .get("/api/leads/" + critical)
                .then()
                .body("escalatedAt", notNullValue())
                .body("assignee", nullValue())
                .body("overdue", equalTo(true));
        as(some.auditor).get("/api/leads/" + warning).then().body("escalatedAt", nullValue());
        assertEquals(1, acts(critical).stream().filter("LEAD_ESCALATED"::equals).count());
        as(some.desk).get("/api/leads/" + critical).then().statusCode(404);
        as(some.auditor)
                .get("/api/leads?escalated=true&size=500")
                .then()
                .body("items.id", hasItem((int) critical))
                .body("items.id", not(hasItem((int) warning)));
        some.assign(critical, some.desk);
        clock.pass(Duration.ofDays(16));
        schedule.beat();
        assertEquals(1, acts(critical).stream().filter("LEAD_ESCALATED"::equals).count());
    }

    @Test
    void whatIsImportantAndCannotBeVerifiedGoesToTheAuditorsToo() {
        SomeLeads some = new SomeLeads(fixtures);
        long lead = some.raise(some.planner, "severity", "CRITICAL");
        some.assign(lead, some.desk);
        some.post(some.desk, lead, "proposal", "result", "UNVERIFIABLE", "words", "No records are left.")
                .then()
                .statusCode(200)
                .body("escalatedAt", notNullValue())
                .body("state", equalTo("PROPOSED"));
        assertTrue(acts(lead).contains("LEAD_ESCALATED"));
        long lesser = some.raise(some.planner, "severity", "WARNING");
        some.assign(lesser, some.desk);
        some.post(some.desk, lesser, "proposal", "result", "UNVERIFIABLE", "words", "No records are left.")
                .then()
                .statusCode(200)
                .body("escalatedAt", nullValue());
    }

    @Test
    void whatWasWrittenStaysAsItIs() {
        SomeLeads some = new SomeLeads(fixtures);
        some.raise(some.planner, "licence", some.licence);
        for (String table : List.of("lead_step", "lead_subject", "lead_attachment", "violation", "prohibition")) {
            assertThrows(IllegalStateException.class, () -> fixtures.execute("DELETE FROM " + table), table);
        }
    }

    @Test
    void aSecondPostUnderTheSameKeyRaisesNothingMore() {
        SomeLeads some = new SomeLeads(fixtures);
        for (int i = 0; i < 2; i++) {
            given().header("Authorization", "Bearer " + some.planner.token())
                    .header("Idempotency-Key", some.run)
                    .contentType("application/json")
                    .body(body("words", "Once " + some.run))
                    .post("/api/leads")
                    .then()
                    .statusCode(201);
        }
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM raised_lead WHERE words = ?", "Once " + some.run));
    }

    @Test
    void ratesCountWhatCameOfThem() {
        SomeLeads some = new SomeLeads(fixtures);
        Somebody raiser = fixtures.person(Role.ORDER_DESK);
        String[] results = {"VERIFIED", "VERIFIED", "REFUTED", null, "UNVERIFIABLE"};
        for (String result : results) {
            long lead = some.raise(raiser);
            if (result != null) {
                some.post(
                                some.auditor,
                                lead,
                                "closing",
                                "result",
                                result,
                                "words",
                                "so",
                                "prohibition",
                                result.equals("VERIFIED") ? "HINTS" : null)
                        .then()
                        .statusCode(200);
            }
        }
        String mine = "byPerson.find { it.name == '" + raiser.name() + "' }.leads.";
        as(some.auditor)
                .get("/api/leads/rates")
                .then()
                .statusCode(200)
                .body(mine + "raised", equalTo(5))
                .body(mine + "closed", equalTo(4))
                .body(mine + "verified", equalTo(2))
                .body(mine + "unverifiable", equalTo(1))
                .body(mine + "verifiedRate", equalTo(50.0f))
                .body("bySource.find { it.kind == 'ORDER_DESK' }.leads.raised", notNullValue());
        String csv = as(some.auditor)
                .get("/api/leads/rates/file?by=person")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("rates-by-person.csv"))
                .extract()
                .asString();
        assertTrue(csv.contains(raiser.name() + "," + raiser.name() + ",ORDER_DESK,5,1,2,1,1,4,50.0"), csv);
        byte[] xlsx = as(some.auditor)
                .get("/api/leads/rates/file?by=source&format=xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertEquals(AttachmentKind.XLSX, AttachmentKind.of(xlsx).orElseThrow());
        as(some.auditor).get("/api/leads/rates/file?by=moon").then().statusCode(422);
    }
}
