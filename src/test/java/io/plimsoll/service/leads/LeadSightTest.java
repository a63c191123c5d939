package io.plimsoll.service.leads;

import static io.plimsoll.service.leads.SomeLeads.as;
import static io.plimsoll.service.leads.SomeLeads.body;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.ledger.Seals;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who sees a lead; and that whom it is about never learns of it, whatever he asks and whatever else he is. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class LeadSightTest {

    private static final long NOWHERE = 987_654_321_987L;

    @Inject
    Fixtures fixtures;

    @Inject
    Seals seals;

    /** The same answer, but for what belongs to the request itself: tokens of forms and the way back. */
    private static void assertSameAnswer(Response expected, Response answered, long lead, String what) {
        assertEquals(expected.statusCode(), answered.statusCode(), what);
        assertEquals(plain(expected, NOWHERE), plain(answered, lead), what);
    }

    @Test
    void anAuditorWhomItIsAboutDoesNotFindItsActsInTheLedgerEither() {
        SomeLeads some = new SomeLeads(fixtures);
        long lead = some.raise(some.market, "words", "He looks away.", "person", some.auditor.name());
        seals.all();
        Browser his = Browser.of(some.auditor);
        Browser others = Browser.of(fixtures.person(Role.AUDITOR));
        List<String> numbers = fixtures.values("SELECT number FROM journal WHERE subject = ?", "lead:" + lead);
        assertFalse(numbers.isEmpty());
        for (String number : numbers) {
            his.get("/ledger/entries/" + number).then().statusCode(404);
            others.get("/ledger/entries/" + number).then().statusCode(200);
        }
    }

    private static String plain(Response answer, long id) {
        return answer.asString()
                .replaceAll("(/|%2F)" + id + "(?![0-9])", "/ID")
                .replaceAll("name=\"(csrf|once)\" value=\"[^\"]*\"", "");
    }

    /** Everything that can be asked of a lead by its number, as pages and as programs do. */
    private void assertDoesNotExistFor(Somebody somebody, long lead, long attachment) {
        for (String address : List.of("/api/leads/%d", "/api/leads/%d/case-file.pdf")) {
            assertSameAnswer(
                    as(somebody).get(address.formatted(NOWHERE)),
                    as(somebody).get(address.formatted(lead)),
                    lead,
                    address);
        }
        assertSameAnswer(
                as(somebody).get("/api/leads/attachments/" + NOWHERE),
                as(somebody).get("/api/leads/attachments/" + attachment),
                attachment,
                "attachment");
        for (String step : List.of("comments", "proposal", "assignment", "closing")) {
            Map<String, Object> sent = body("words", "x");
            if (!step.equals("comments")) {
                sent.put(
                        step.equals("assignment") ? "assignee" : "result", step.equals("assignment") ? "x" : "REFUTED");
            }
            assertSameAnswer(
                    as(somebody).body(sent).post("/api/leads/" + NOWHERE + "/" + step),
                    as(somebody).body(sent).post("/api/leads/" + lead + "/" + step),
                    lead,
                    step);
        }
        Browser browser = Browser.of(somebody);
        for (String address : List.of("/leads/%d", "/leads/%d/case-file", "/leads/%d/case-file.pdf")) {
            assertSameAnswer(
                    browser.get(address.formatted(NOWHERE)), browser.get(address.formatted(lead)), lead, address);
        }
        assertSameAnswer(
                browser.get("/leads/attachments/" + NOWHERE),
                browser.get("/leads/attachments/" + attachment),
                attachment,
                "attachment on a page");
        for (String step : List.of("comments", "subjects", "proposal", "assignment", "closing")) {
            Map<String, String> form = Map.of("once", "1", "words", "x", "result", "REFUTED", "sku", "x");
            assertSameAnswer(
                    browser.post("/leads", "/leads/" + NOWHERE + "/" + step, form),
                    browser.post("/leads", "/leads/" + lead + "/" + step, form),
                    lead,
                    step + " on a page");
        }
    }

    private long withAttachment(SomeLeads some, long lead) {
        some.attach(some.auditor, lead, "note.txt", "some words".getBytes())
                .then()
                .statusCode(201);
        return Long.parseLong(fixtures.value("SELECT MAX(id) FROM lead_attachment WHERE of_lead = ?", lead));
    }

    @Test
    void whoRaisedItWhoChecksItAndAuditorsSeeItAndNobodyElse() {
        SomeLeads some = new SomeLeads(fixtures);
        long lead = some.raise(some.desk, "licence", some.licence);
        long attachment = withAttachment(some, lead);
        some.assign(lead, some.market);
        for (Somebody each : List.of(some.desk, some.market, some.auditor, some.otherAuditor)) {
            as(each).get("/api/leads/" + lead).then().statusCode(200);
            as(each).get("/api/leads?size=500").then().body("items.id", hasItem((int) lead));
            as(each).get("/api/leads/attachments/" + attachment).then().statusCode(200);
        }
        for (Somebody each : List.of(some.manager, some.planner, fixtures.person(Role.ORDER_DESK))) {
            as(each).get("/api/leads?size=500").then().body("items.id", not(hasItem((int) lead)));
            assertDoesNotExistFor(each, lead, attachment);
        }
        as(some.retailer).get("/api/leads/" + lead).then().statusCode(403);
        as(some.retailer).get("/api/leads").then().statusCode(403);
        as(fixtures.person(Role.ADMIN)).get("/api/leads/" + lead).then().statusCode(403);
    }

    @Test
    void aCustomerManagerWhomItIsAboutLosesSightOfWhatHeRaisedHimself() {
        SomeLeads some = new SomeLeads(fixtures);
        long lead = some.raise(some.manager, "licence", some.licence);
        long attachment = withAttachment(some, lead);
        as(some.manager).get("/api/leads/" + lead).then().statusCode(200);
        some.post(some.auditor, lead, "subjects", "person", some.manager.name())
                .then()
                .statusCode(201);
        assertDoesNotExistFor(some.manager, lead, attachment);
        as(some.manager).get("/api/leads").then().body("total", equalTo(0));
        Browser browser = Browser.of(some.manager);
        browser.get("/leads?search=" + some.run).then().body(not(containsString("/leads/" + lead)));
    }

    @Test
    void whoChecksItAndIsNamedLosesSightAtOnceAndChecksItNoMore() {
        SomeLeads some = new SomeLeads(fixtures);
        long lead = some.raise(some.planner, "licence", some.licence);
        long attachment = withAttachment(some, lead);
        some.assign(lead, some.manager);
        as(some.manager).get("/api/leads?mine=true").then().body("total", equalTo(1));
        Browser home = Browser.of(some.manager);
        home.get("/").then().body(containsString("/leads?mine=true"));
        some.post(some.auditor, lead, "subjects", "person", some.manager.name())
                .then()
                .statusCode(201)
                .body("state", equalTo("OPEN"));
        assertDoesNotExistFor(some.manager, lead, attachment);
        home.get("/").then().body(not(containsString("/leads?mine=true")));
    }

    @Test
    void anAuditorWhomItIsAboutSeesNothingOfItAnywhereAndCannotCloseIt() {
        SomeLeads some = new SomeLeads(fixtures);
        Somebody subject = some.otherAuditor;
        long before = total(subject, "/api/leads");
        long lead = some.raise(some.planner, "person", subject.name(), "licence", some.licence, "severity", "CRITICAL");
        long attachment = withAttachment(some, lead);
        as(some.auditor).get("/api/leads?search=" + some.run).then().body("total", equalTo(1));
        as(subject).get("/api/leads?search=" + some.run).then().body("total", equalTo(0));
        assertDoesNotExistFor(subject, lead, attachment);
        String file = as(subject).get("/api/leads/file").asString();
        assertFalse(file.contains(some.run));
        Browser browser = Browser.of(subject);
        browser.get("/leads?size=500").then().body(not(containsString("\"/leads/" + lead + "\"")));
        browser.get("/leads/rates").then().statusCode(200).body(not(containsString(some.planner.name())));

        some.post(some.auditor, lead, "closing", "result", "VERIFIED", "words", "so", "prohibition", "HINTS")
                .then()
                .statusCode(200);
        as(subject).get("/api/violations?size=500").then().body("items.lead", not(hasItem((int) lead)));
        as(some.auditor).get("/api/violations?size=500").then().body("items.lead", hasItem((int) lead));
        as(subject).get("/api/journal?subjectKind=LEAD&subject=" + lead).then().body("items.size()", equalTo(0));
        as(some.auditor)
                .get("/api/journal?subjectKind=LEAD&subject=" + lead)
                .then()
                .body("items.kind", hasItem("LEAD_CLOSED"));
        String number = fixtures.value("SELECT MIN(number) FROM journal WHERE subject = ?", "lead:" + lead);
        as(subject).get("/api/journal/" + number).then().statusCode(404);
        browser.get("/journal/" + number).then().statusCode(404);
        browser.get("/journal?kind=LEAD_RAISED&subjectKind=LEAD")
                .then()
                .body(not(containsString("/journal/" + number + "\"")));
        as(some.auditor).get("/api/journal/" + number).then().statusCode(200);
        assertEquals(before, total(subject, "/api/leads"));
    }

    private static long total(Somebody somebody, String address) {
        return as(somebody).get(address).then().extract().jsonPath().getLong("total");
    }

    @Test
    void nobodyNamesHimselfAndTheJournalDoesNotSayByReferenceWhomItIsAbout() {
        SomeLeads some = new SomeLeads(fixtures);
        long lead = some.raise(some.planner);
        some.post(some.auditor, lead, "subjects", "person", some.auditor.name())
                .then()
                .statusCode(422);
        some.post(some.planner, lead, "subjects", "person", some.desk.name())
                .then()
                .statusCode(403);
        some.post(some.auditor, lead, "subjects").then().statusCode(422);
        some.post(some.auditor, lead, "subjects", "person", some.market.name(), "licence", some.licence)
                .then()
                .statusCode(422);
        Browser.of(some.market);
        some.post(some.auditor, lead, "subjects", "person", some.market.name())
                .then()
                .statusCode(201);
        some.post(some.auditor, lead, "subjects", "person", some.market.name())
                .then()
                .statusCode(201);
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM lead_subject WHERE of_lead = ?", lead));
        String reference = fixtures.value(
                "SELECT reference FROM reference WHERE kind = 'PERSON' AND subject_key = ?",
                Long.toString(some.market.id()));
        assertFalse(
                fixtures.values("SELECT CONVERT(content USING utf8mb4) FROM journal WHERE subject = ?", "lead:" + lead)
                        .toString()
                        .contains(reference));
    }

    @Test
    void aComplaintRaisesALeadAndTheRetailerSeesHowItGoesAndNoMore() {
        SomeLeads some = new SomeLeads(fixtures);
        long complaint = some.complain(false);
        long lead = some.leadOfComplaint(complaint);
        String mine = "items.find { it.id == " + complaint + " }.";
        as(some.retailer).get("/api/complaints").then().body(mine + "stage", equalTo("RECEIVED"));
        as(some.manager)
                .get("/api/retailers/" + some.licence + "/complaints")
                .then()
                .body("total", equalTo(1));
        some.assign(lead, some.market);
        some.post(some.market, lead, "comments", "words", "内部备注不给零售户看").then().statusCode(201);
        as(some.retailer).get("/api/complaints").then().body(mine + "stage", equalTo("LOOKED_INTO"));
        some.post(some.auditor, lead, "closing", "result", "REFUTED", "words", "内部理由")
                .then()
                .statusCode(422)
                .body("fields.field", hasItem("answer"));
        some.post(some.auditor, lead, "closing", "result", "REFUTED", "words", "内部理由", "answer", "经核查未发现此情况。")
                .then()
                .statusCode(200);
        Browser browser = Browser.of(some.retailer);
        String page = browser.get("/complaints")
                .then()
                .statusCode(200)
                .body(containsString("经核查未发现此情况。"))
                .extract()
                .asString();
        for (String hidden : List.of("内部", some.market.name(), some.auditor.name(), "/leads/" + lead)) {
            assertFalse(page.contains(hidden), hidden);
        }
        browser.get("/").then().body(containsString("/complaints#c" + complaint));
        SomeLeads others = new SomeLeads(fixtures);
        as(others.retailer).get("/api/complaints").then().body("total", equalTo(0));
    }

    @Test
    void whomAComplaintIsAboutIsNotToldOfIt() {
        SomeLeads some = new SomeLeads(fixtures);
        long complaint = some.complain(true);
        long lead = some.leadOfComplaint(complaint);
        String list = "/api/retailers/" + some.licence + "/complaints";
        as(some.manager).get(list).then().body("total", equalTo(0)).body("items.size()", equalTo(0));
        as(some.market).get(list).then().body("total", equalTo(1));
        Browser manager = Browser.of(some.manager);
        manager.get("/")
                .then()
                .statusCode(200)
                .body(not(containsString(some.run + "</p>")))
                .body(not(containsString("被告知订哪些品牌")));
        manager.get("/retailers/" + some.licence)
                .then()
                .statusCode(200)
                .body(not(containsString("被告知订哪些品牌")))
                .body(not(containsString("Complaint made")));
        as(some.auditor).get("/api/leads/" + lead).then().body("subjects.key", hasItem(some.manager.name()));
        some.post(some.auditor, lead, "assignment", "assignee", some.manager.name())
                .then()
                .statusCode(422);
        some.post(some.auditor, lead, "subjects", "licence", some.licence)
                .then()
                .statusCode(422);
        // Whom an auditor names later is no longer told either.
        some.post(some.auditor, lead, "subjects", "person", some.market.name())
                .then()
                .statusCode(201);
        as(some.market).get(list).then().body("total", equalTo(0));
        as(some.retailer).get(list).then().body("total", equalTo(1));
    }

    @Test
    void aManagerWithoutAnAccountIsKnownOnceHeHasOne() {
        SomeLeads some = new SomeLeads(fixtures);
        fixtures.execute("UPDATE person SET manager = NULL WHERE id = ?", some.manager.id());
        long complaint = some.complain(true);
        Somebody later = fixtures.manager(some.managerKey);
        as(later).get("/api/retailers/" + some.licence + "/complaints").then().body("total", equalTo(0));
        long lead = some.leadOfComplaint(complaint);
        some.post(some.auditor, lead, "assignment", "assignee", later.name())
                .then()
                .statusCode(422);
    }

    @Test
    void anAuditorsReadingOfARetailersDataIsJournalled() {
        SomeLeads some = new SomeLeads(fixtures);
        long lead = some.raise(some.planner, "licence", some.licence);
        as(some.auditor).get("/api/leads/" + lead).then().statusCode(200);
        String reference = fixtures.value(
                "SELECT reference FROM reference WHERE kind = 'RETAILER' AND subject_key = ?", some.licence);
        assertEquals(
                "1",
                fixtures.value("SELECT COUNT(*) FROM journal WHERE kind = 'RETAILER_READ' AND subject = ?", reference));
    }

    @Test
    void whatIsAttachedComesBackByteByByteAsSomethingToKeep() {
        SomeLeads some = new SomeLeads(fixtures);
        long lead = some.raise(some.planner);
        byte[] content = "%PDF-1.4 anything".getBytes();
        some.attach(some.planner, lead, "证据.pdf", content).then().statusCode(201);
        String id = fixtures.value("SELECT id FROM lead_attachment WHERE of_lead = ?", lead);
        for (Response answer : List.of(
                as(some.planner).get("/api/leads/attachments/" + id),
                Browser.of(some.planner).get("/leads/attachments/" + id))) {
            answer.then()
                    .statusCode(200)
                    .header("Content-Type", equalTo("application/pdf"))
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("Content-Disposition", containsString("attachment"))
                    .header("Content-Security-Policy", containsString("default-src 'none'"));
            assertArrayEquals(content, answer.asByteArray());
        }
    }
}
