package io.plimsoll.service.leads;

import static io.plimsoll.service.leads.SomeLeads.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.TestClock;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Leads from page to page, without scripts: each finds his own forms and no others. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class LeadPagesTest {

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

    private static Map<String, String> form(String... namesAndValues) {
        Map<String, String> form = new HashMap<>(Map.of("once", Forms.random()));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return form;
    }

    @Test
    void fromAFindingToAViolationByForms() {
        SomeLeads some = new SomeLeads(fixtures);
        long run = some.finding("WARNING");
        Browser planner = Browser.of(some.planner);
        String page = "/leads/new?run=" + run + "&position=1";
        planner.get(page).then().statusCode(200).body(containsString("had been granted 40 cartons before this cycle"));
        String address = planner.post(
                        page, "/leads/new", form("run", Long.toString(run), "position", "1", "words", "Look <here>"))
                .then()
                .statusCode(303)
                .header("Location", startsWith("/leads/"))
                .extract()
                .header("Location");
        planner.get(address)
                .then()
                .body(containsString("Look &lt;here&gt;"))
                .body(containsString("Ceiling of the month"))
                .body(containsString("A retailer that had already been granted more than its ceiling"))
                .body(containsString(address + "/comments"))
                .body(not(containsString(address + "/closing")))
                .body(not(containsString(address + "/assignment")))
                .body(not(containsString(address + "/proposal")));

        Browser auditor = Browser.of(some.auditor);
        auditor.get("/").then().body(containsString("/leads?state=OPEN"));
        auditor.post(address, address + "/assignment", form("assignee", some.manager.name(), "due", "not a day"))
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-assignment-due\""));
        auditor.post(address, address + "/assignment", form("assignee", some.manager.name(), "due", ""))
                .then()
                .statusCode(303);
        Browser manager = Browser.of(some.manager);
        manager.get("/").then().body(containsString("/leads?mine=true"));
        manager.post(address, address + "/proposal", form("words", "It was so"))
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-proposal-result\""))
                .body(containsString("It was so"));
        manager.post(address, address + "/proposal", form("result", "VERIFIED", "words", "It was so"))
                .then()
                .statusCode(303);
        auditor.post(address, address + "/closing", form("result", "VERIFIED", "words", "Proved"))
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-closing-prohibition\""));
        Map<String, String> closing = form("result", "VERIFIED", "words", "Proved", "prohibition", "ASSIGNED_ORDERS");
        for (int i = 0; i < 2; i++) {
            auditor.post("/leads", address + "/closing", closing).then().statusCode(303);
        }
        auditor.post("/leads", address + "/closing", form("result", "REFUTED", "words", "No"))
                .then()
                .statusCode(409)
                .body(containsString("closed already: Verified"));
        auditor.get(address)
                .then()
                .body(containsString("Staff may not assign orders or supply"))
                .body(not(containsString(address + "/comments")));
        auditor.get("/leads/violations?size=500").then().body(containsString(address));
        assertEquals(
                "1",
                fixtures.value(
                        "SELECT COUNT(*) FROM violation WHERE of_lead = ?", address.substring("/leads/".length())));
    }

    @Test
    void theListIsFilteredByWhateverTheAddressSays() {
        SomeLeads some = new SomeLeads(fixtures);
        long one = some.raise(some.planner, "severity", "CRITICAL", "rule", "R21", "licence", some.licence);
        long two = some.raise(some.planner, "severity", "INFO", "rule", "D5");
        some.assign(two, some.desk);
        String search = "/leads?search=" + some.run;
        Browser auditor = Browser.of(some.auditor);
        for (String only : List.of("&severity=CRITICAL", "&rule=R21", "&state=OPEN")) {
            auditor.get(search + only)
                    .then()
                    .statusCode(200)
                    .body(containsString("\"/leads/" + one + "\""))
                    .body(not(containsString("\"/leads/" + two + "\"")));
        }
        auditor.get(search + "&assignee=" + some.desk.name())
                .then()
                .body(containsString("\"/leads/" + two + "\""))
                .body(not(containsString("\"/leads/" + one + "\"")));
        as(some.auditor).get("/api" + search + "&source=COMPLAINT").then().body("total", equalTo(0));
        as(some.auditor).get("/api/leads?search=" + some.licence).then().body("total", equalTo(1));
        as(some.auditor)
                .get("/api" + search + "&sort=-severity&size=1")
                .then()
                .body("total", equalTo(2))
                .body("items[0].id", equalTo((int) two));
        as(some.auditor).get("/api/leads?sort=moon").then().statusCode(422);
        as(some.auditor).get("/api/leads?overdue=perhaps").then().statusCode(422);
        clock.pass(Duration.ofDays(20));
        as(some.auditor).get("/api" + search + "&overdue=true").then().body("total", equalTo(2));
    }

    @Test
    void whatNobodyVerifiedStandsFirstOnTheAuditorsHomeAndList() {
        SomeLeads some = new SomeLeads(fixtures);
        some.raise(some.planner, "severity", "CRITICAL", "words", "Not overdue " + some.run);
        clock.pass(Duration.ofDays(-30));
        long old = some.raise(some.planner, "severity", "CRITICAL");
        clock.putBack();
        schedule.beat();
        as(some.auditor)
                .get("/api/leads?search=" + some.run)
                .then()
                .body("items[0].id", equalTo((int) old))
                .body("items[0].escalated", equalTo(true));
        Browser.of(some.auditor).get("/").then().statusCode(200).body(containsString("/leads?escalated=true"));
    }

    @Test
    void aRetailerComplainsOfHisManagerByTheForm() {
        SomeLeads some = new SomeLeads(fixtures);
        Browser retailer = Browser.of(some.retailer);
        String page = "/retailers/" + some.licence + "/new-complaint";
        retailer.get("/complaints").then().body(containsString(page));
        retailer.post(page, page, form("words", "He told me " + some.run, "aboutManager", "true"))
                .then()
                .statusCode(303);
        retailer.get("/complaints").then().body(containsString("He told me " + some.run));
        as(some.manager)
                .get("/api/retailers/" + some.licence + "/complaints")
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void rolesThatHaveNothingToDoWithLeadsFindNone() {
        SomeLeads some = new SomeLeads(fixtures);
        Browser.of(some.retailer).get("/leads").then().statusCode(403);
        Browser.of(some.planner).get("/complaints").then().statusCode(403);
        Browser.of(some.planner).get("/leads/rates").then().statusCode(403);
        Browser.of(some.retailer).get("/leads/prohibitions").then().statusCode(200);
    }
}
