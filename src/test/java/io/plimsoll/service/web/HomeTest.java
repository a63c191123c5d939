package io.plimsoll.service.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.cycles.TestCycles;
import io.plimsoll.service.policies.SomePolicies;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where everybody begins, each finds what waits for him, and nothing of anybody else. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class HomeTest {

    @Inject
    Fixtures fixtures;

    @Inject
    Clock clock;

    private final String run = Forms.random().substring(0, 6);

    @Test
    void aManagerSeesWhoComplainedAndOfWhomSomethingIsNotKnownAmongHisOwnShopsOnly() {
        shop("MINE-" + run, "M-MINE-" + run);
        shop("OTHER-" + run, "M-OTHER-" + run);
        Browser.of(fixtures.manager("M-MINE-" + run))
                .get("/")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("MINE-" + run),
                        containsString("too little of MINE-" + run),
                        not(containsString("OTHER-" + run))));
    }

    @Test
    void aRetailerIsToldNothingOfComplaintsOfShopsOrOfActs() {
        shop("SHOP-" + run, "M-" + run);
        Browser.of(fixtures.retailer("SHOP-" + run))
                .get("/")
                .then()
                .statusCode(200)
                .body(not(containsString("too little of")))
                .body(not(containsString("/journal?kind=")));
    }

    @Test
    void aManagerFindsWhoHasNotOrderedAndWhoIsIncompleteAmongHisOwnShopsOnly() {
        shop("ORDERED-" + run, "M-FIND-" + run);
        shop("WAITS-" + run, "M-FIND-" + run);
        shop("FOREIGN-" + run, "M-ELSE-" + run);
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state)"
                        + " VALUES (?, 'seed', ?, 1, 4, 'DELIVERED')",
                "C-" + run,
                TestCycles.period());
        order("ORDERED-" + run, "DELIVERED");
        order("WAITS-" + run, "NO_DEMAND");
        Browser manager = Browser.of(fixtures.manager("M-FIND-" + run));
        manager.get("/retailers?withoutOrderIn=C-" + run)
                .then()
                .statusCode(200)
                .body(containsString("WAITS-" + run))
                .body(not(containsString("ORDERED-" + run)))
                .body(not(containsString("FOREIGN-" + run)));
        fixtures.execute(
                "UPDATE retailer SET phone = '1', account = '2', licensed_since = '2020-01-01', key_account = FALSE,"
                        + " territory = ? WHERE licence = ?",
                territory(),
                "ORDERED-" + run);
        manager.get("/retailers?incomplete=true")
                .then()
                .statusCode(200)
                .body(containsString("WAITS-" + run))
                .body(not(containsString("ORDERED-" + run)))
                .body(not(containsString("FOREIGN-" + run)));
        manager.get("/retailers?incomplete=perhaps").then().statusCode(422);
    }

    private void order(String licence, String state) {
        fixtures.execute(
                "INSERT INTO demand_order (cycle, licence, state) VALUES (?, ?, ?)", "C-" + run, licence, state);
    }

    private String territory() {
        fixtures.execute("INSERT INTO territory (code, name) VALUES (?, 'Town')", "T-" + run);
        return "T-" + run;
    }

    @Test
    void ofTheLatestNoticeAManagerIsToldHowManyOfHisOwnShopsHaveNotReadIt() {
        shop("READER-" + run, "M-READ-" + run);
        shop("DOZER-" + run, "M-READ-" + run);
        shop("ELSEWHERE-" + run, "M-AWAY-" + run);
        long notice = fixtures.execute(
                "INSERT INTO notice (title, words, written_at, published_at) VALUES ('t', 'w', ?, '2990-01-01')",
                java.sql.Timestamp.from(clock.instant()));
        try {
            fixtures.execute(
                    "INSERT INTO notice_reading (notice, person_id, read_at) VALUES (?, ?, UTC_TIMESTAMP(6))",
                    notice,
                    fixtures.retailer("READER-" + run).id());
            Browser.of(fixtures.manager("M-READ-" + run))
                    .get("/")
                    .then()
                    .body(containsString("/notices/" + notice + "/coverage\"><b>1</b><span>of 2 active shops"));
        } finally {
            fixtures.execute("DELETE FROM notice_reading WHERE notice = ?", notice);
            fixtures.execute("DELETE FROM notice WHERE id = ?", notice);
        }
    }

    @Test
    void aPolicyThatWasHandedInWaitsOnThePlannersHomeAndItsPageSaysForWhom() {
        Fixtures.Somebody author = fixtures.person(Role.PLANNER);
        Browser planner = Browser.of(author);
        int before = waiting(planner);
        String digest = SomePolicies.stored(fixtures, author.id());
        assertEquals(before + 1, waiting(planner));
        fixtures.person(Role.PLANNER);
        planner.get("/policies/" + digest).then().body(containsString("Other planners who can sign in"));
        Browser.of(fixtures.person(Role.AUDITOR))
                .get("/policies/" + digest)
                .then()
                .body(containsString("another planner than the one who imported it"));
    }

    private static int waiting(Browser planner) {
        Matcher found = Pattern.compile("<b>(\\d+)</b><span>release policies that wait")
                .matcher(planner.get("/").asString());
        assertTrue(found.find());
        return Integer.parseInt(found.group(1));
    }

    @Test
    void anAuditorSeesHowOftenEachActWasDone() {
        Browser.of(fixtures.person(Role.AUDITOR))
                .get("/")
                .then()
                .statusCode(200)
                .body(containsString("/journal?kind=SIGNED_IN"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PLANNER", "ORDER_DESK", "AUDITOR", "ADMIN"})
    void everyRoleHasAHome(Role role) {
        Browser.of(fixtures.person(role)).get("/").then().statusCode(200).body(containsString("class=\"tile\""));
    }

    private void shop(String licence, String manager) {
        fixtures.execute(
                "INSERT INTO retailer (licence, name, manager, market_type, size_class, status, order_interval)"
                        + " VALUES (?, 'A shop', ?, 'URBAN', 'SMALL', 'ACTIVE', 1)",
                licence,
                manager);
        Instant now = clock.instant();
        fixtures.execute(
                "INSERT INTO complaint (licence, words, made_by, made_at) VALUES (?, ?, ?, ?)",
                licence,
                "too little of " + licence,
                fixtures.retailer(licence).id(),
                java.sql.Timestamp.from(now));
    }
}
