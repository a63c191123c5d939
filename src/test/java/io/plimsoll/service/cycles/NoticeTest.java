package io.plimsoll.service.cycles;

import static io.plimsoll.service.cycles.TestCycles.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices are read by everybody once they are published, and it is known by whom (R31). */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class NoticeTest {

    @Inject
    Fixtures fixtures;

    @Inject
    TestCycles cycles;

    private Fixtures.Somebody planner;
    private int notice;

    @BeforeEach
    void aDraft() {
        planner = fixtures.person(Role.PLANNER);
        notice = as(planner)
                .body(Map.of("title", "No delivery", "words", "A day later."))
                .post("/api/notices")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void publish() {
        as(planner).post("/api/notices/" + notice + "/publication").then().statusCode(201);
    }

    @Test
    void aDraftIsThePlannersUntilItIsPublishedAndThenFixed() {
        Fixtures.Somebody auditor = fixtures.person(Role.AUDITOR);
        as(auditor).get("/api/notices/" + notice).then().statusCode(403);
        as(auditor).get("/api/notices/999999999").then().statusCode(403);
        as(auditor)
                .body(Map.of("title", "x", "words", "y"))
                .post("/api/notices")
                .then()
                .statusCode(403);
        as(planner)
                .header("If-Match", "\"0\"")
                .body(Map.of("title", "", "words", "y"))
                .put("/api/notices/" + notice)
                .then()
                .statusCode(422)
                .body("fields.field", hasItem("title"));
        as(planner)
                .header("If-Match", "\"0\"")
                .body(Map.of("title", "No delivery on Friday", "words", "A day later."))
                .put("/api/notices/" + notice)
                .then()
                .statusCode(200);
        publish();
        as(planner).post("/api/notices/" + notice + "/publication").then().statusCode(409);
        as(planner)
                .header("If-Match", "\"2\"")
                .body(Map.of("title", "x", "words", "y"))
                .put("/api/notices/" + notice)
                .then()
                .statusCode(409);
        as(auditor).get("/api/notices/" + notice).then().statusCode(200).body("title", containsString("Friday"));
        as(fixtures.person(Role.ADMIN)).get("/api/notices/" + notice).then().statusCode(403);
    }

    @Test
    void openingThePageIsReadingAndCoverageCountsShopsOnce() {
        String shops = cycles.retailers(3);
        String others = cycles.retailers(2);
        publish();
        Fixtures.Somebody one = fixtures.retailer(shops + "0");
        Fixtures.Somebody hisWife = fixtures.retailer(shops + "0");
        Browser.of(one).get("/notices/" + notice).then().statusCode(200);
        Browser.of(one).get("/notices/" + notice).then().statusCode(200);
        as(hisWife).post("/api/notices/" + notice + "/reading").then().statusCode(201);
        as(fixtures.retailer(shops + "1")).get("/api/notices/" + notice).then().statusCode(200);
        Fixtures.Somebody manager = fixtures.manager(shops);
        as(manager)
                .get("/api/notices/" + notice + "/coverage")
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].retailers", equalTo(3))
                .body("[0].read", equalTo(1));
        as(planner).get("/api/notices/" + notice + "/coverage").then().body("manager", hasItem(others));
        as(one).get("/api/notices/" + notice + "/coverage").then().statusCode(403);
        Browser.of(manager).get("/notices/" + notice + "/coverage").then().statusCode(200);
        assertEquals(
                "2",
                fixtures.value(
                        "SELECT COUNT(*) FROM journal WHERE kind = 'NOTICE_READ' AND subject = ?", "notice:" + notice));
    }

    @Test
    void unreadOnesComeFirst() {
        publish();
        Fixtures.Somebody retailer = fixtures.retailer(cycles.retailers(1) + "0");
        Browser browser = Browser.of(retailer);
        browser.get("/notices?size=500").then().body(containsString("/notices/" + notice + "/reading"));
        browser.post("/notices?size=500", "/notices/" + notice + "/reading", Map.of())
                .then()
                .statusCode(303);
        browser.get("/notices?size=500").then().body(not(containsString("/notices/" + notice + "/reading")));
    }

    @Test
    void aPlannerWritesInAFormThatKeepsWhatWasTyped() {
        Browser browser = Browser.of(planner);
        browser.post("/write-notice", "/write-notice", Map.of("title", " ", "words", "kept <b>", "once", "a" + notice))
                .then()
                .statusCode(422)
                .body(containsString("kept &lt;b&gt;"));
        String location = browser.post(
                        "/write-notice", "/write-notice", Map.of("title", "t", "words", "w", "once", "b" + notice))
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        browser.get(location).then().statusCode(200).body(containsString("draft"));
    }
}
