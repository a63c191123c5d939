package io.plimsoll.service.runs;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A planner asks for a run in a browser, sees how far it is, and what came of it; an auditor only looks. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class RunPagesTest {

    @Inject
    Fixtures fixtures;

    @Inject
    TestRuns cycles;

    @Inject
    RunWorker worker;

    @Inject
    Runs runs;

    @Inject
    RunProgress progress;

    @Test
    void aRunIsAskedForAndSeenUntilItIsOver() {
        String cycle = cycles.closed();
        String page = "/cycles/" + cycle + "/run";
        Browser browser = Browser.of(fixtures.person(Role.PLANNER));
        browser.get("/cycles/" + cycle).then().body(containsString(page));
        browser.post(page, page, Map.of("once", "key-" + cycle))
                .then()
                .statusCode(303)
                .header("Location", equalTo(page));
        browser.get(page)
                .then()
                .body(containsString("Waiting for its turn"))
                .body(containsString("http-equiv=\"refresh\""))
                .body(containsString("hx-trigger=\"every 1s\""));
        RunRequest request = runs.waiting(cycle).orElseThrow();
        RunProgress.Listener listener = progress.begin(request.id());
        listener.begins(RunPart.WRITING);
        listener.wrote(50, 100);
        browser.get(page + "/progress?seen=WRITING")
                .then()
                .body(containsString("50 of 100 lines written"))
                .body(not(containsString("run-news")));
        browser.get(page + "/progress?seen=JUDGING").then().body(containsString("run-news"));
        worker.goOn();
        browser.get(page + "/progress?seen=WRITING").then().header("HX-Refresh", equalTo("true"));
        browser.get(page)
                .then()
                .body(not(containsString("http-equiv=\"refresh\"")))
                .body(containsString("in force"))
                .body(containsString("/downloads/cycles/" + cycle + "/runs/"));
        Browser auditor = Browser.of(fixtures.person(Role.AUDITOR));
        auditor.get(page).then().statusCode(200).body(not(containsString("name=\"csrf\" value=\"\"")));
    }

    @Test
    void aFormThatIsSentTwiceAsksOnce() {
        String cycle = cycles.closed();
        String page = "/cycles/" + cycle + "/run";
        Browser browser = Browser.of(fixtures.person(Role.PLANNER));
        for (int i = 0; i < 2; i++) {
            browser.post(page, page, Map.of("once", "key-" + cycle)).then().statusCode(303);
        }
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM run_request WHERE cycle = ?", cycle));
        worker.goOn();
    }

    @Test
    void withoutAReasonNothingIsSupersededAndThePageSaysWhy() {
        String cycle = cycles.closed();
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        TestRuns.start(planner, cycle, null);
        worker.goOn();
        String page = "/cycles/" + cycle + "/run";
        Browser browser = Browser.of(planner);
        browser.get(page).then().body(containsString("Correct the supply first"));
        cycles.correct(planner, cycle, cycles.shortSku(cycle), 2);
        browser.post(page, page, Map.of("once", "key-" + cycle, "reason", " "))
                .then()
                .statusCode(422)
                .body(containsString("A reason of at most"));
        browser.post(page, page, Map.of("once", "key2-" + cycle, "reason", "A lorry less <b>"))
                .then()
                .statusCode(303);
        worker.goOn();
        browser.get(page).then().body(containsString("superseded")).body(containsString("A lorry less &lt;b&gt;"));
        browser.get("/language/zh?back=/");
        String chinese = browser.get(page).asString();
        assertTrue(chinese.contains("已被取代"), chinese);
    }
}
