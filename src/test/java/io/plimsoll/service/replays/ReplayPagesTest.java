package io.plimsoll.service.replays;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.background.TestWork;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.Runs;
import io.plimsoll.service.runs.TestRuns;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run is replayed in a browser, as it was or under another policy, and what came of it is read. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class ReplayPagesTest {

    @Inject
    Fixtures fixtures;

    @Inject
    TestRuns cycles;

    @Inject
    TestWork work;

    @Inject
    Runs runs;

    private String cycle;
    private String all;
    private long run;

    @BeforeEach
    void aRun() {
        cycle = cycles.closed();
        TestRuns.start(fixtures.person(Role.PLANNER), cycle, null).then().statusCode(201);
        cycles.work();
        run = runs.of(cycle).get(0).id();
        all = "/cycles/" + cycle + "/runs/" + run + "/replays";
    }

    @Test
    void theButtonOnThePageOfRunsReplaysARunAndTheOutcomeStandsThere() {
        for (Role role : new Role[] {Role.PLANNER, Role.AUDITOR}) {
            Browser browser = Browser.of(fixtures.person(role));
            browser.get("/cycles/" + cycle + "/run")
                    .then()
                    .body(containsString("action=\"" + all + "\""))
                    .body(containsString(role == Role.PLANNER ? "Not replayed yet." : "the same, byte for byte"));
            String page = asked(browser, Map.of());
            browser.get(page)
                    .then()
                    .body(containsString("Waiting for its turn"))
                    .body(containsString("hx-get"));
            browser.get(page + "/progress?seen=WAITING").then().statusCode(200).body(not(containsString("run-news")));
            work.goOn();
            browser.get(page + "/progress").then().header("HX-Refresh", equalTo("true"));
            browser.get(page)
                    .then()
                    .body(containsString("All that is stored is what was recomputed."))
                    .body(not(containsString("data-chart")));
            browser.get(all).then().body(containsString("the same, byte for byte"));
        }
    }

    @Test
    void anotherPolicyIsChosenAndTheComparisonIsDrawnWithItsTables() {
        String own = fixtures.value("SELECT policy FROM allocation_run WHERE id = ?", run);
        String other = otherPolicy(own);
        Browser browser = Browser.of(fixtures.person(Role.PLANNER));
        browser.get(all).then().body(containsString(other)).body(not(containsString("value=\"" + own)));
        browser.post(all, all, Map.of("once", Forms.random(), "way", "other", "policy", ""))
                .then()
                .statusCode(422)
                .body(containsString("Choose a policy that is known here."));
        String page = asked(browser, Map.of("way", "other", "policy", other));
        work.goOn();
        browser.get(page)
                .then()
                .body(containsString("The cycle keeps its grants."))
                .body(containsString("data-chart=\"pair\""))
                .body(containsString("id=\"classes\""))
                .body(containsString("id=\"tiers\""))
                .body(containsString("id=\"territories\""))
                .body(containsString("Shop by shop"));
        browser.get(page + "?order=LOST&size=10&page=2").then().statusCode(200).body(containsString("size=10"));
        assertEquals(200, browser.get(page + "/tables/retailers?format=xlsx").statusCode());
        assertEquals(404, browser.get(page + "/tables/other").statusCode());
    }

    @Test
    void inChineseTooEverySentenceIsSaid() {
        String other = otherPolicy(fixtures.value("SELECT policy FROM allocation_run WHERE id = ?", run));
        Browser browser = Browser.of(fixtures.person(Role.AUDITOR));
        String page = asked(browser, Map.of("way", "other", "policy", other));
        work.goOn();
        for (String address : new String[] {page, all}) {
            String shown = browser.request()
                    .header("Accept-Language", "zh-CN")
                    .get(address)
                    .asString();
            assertEquals(-1, shown.indexOf("REPLAY_"), address);
        }
    }

    private String asked(Browser browser, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.put("once", Forms.random());
        Response answer = browser.post(all, all, fields);
        answer.then().statusCode(303);
        return answer.getHeader("Location");
    }

    /** A policy of the same tables but for the weights. */
    private String otherPolicy(String own) {
        Map<String, String> tables = new HashMap<>();
        for (String name : fixtures.values("SELECT file FROM policy_table WHERE digest = ?", own)) {
            tables.put(
                    name, fixtures.value("SELECT content FROM policy_table WHERE digest = ? AND file = ?", own, name));
        }
        int any = 1 + Math.floorMod(Forms.random().hashCode(), 400);
        tables.put("weights.csv", "size_class,weight\nLARGE,1\nMEDIUM,1\nSMALL," + any + "\n");
        return TestRuns.as(fixtures.person(Role.PLANNER))
                .body(Map.of("tables", tables))
                .post("/api/policies")
                .then()
                .extract()
                .path("policy.digest");
    }
}
