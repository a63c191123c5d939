package io.plimsoll.service.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
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
