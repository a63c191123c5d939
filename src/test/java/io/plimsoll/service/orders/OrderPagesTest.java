package io.plimsoll.service.orders;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.TestClock;
import io.plimsoll.service.cycles.TestCycles;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of an order shows what will be stored, and lets no change be lost unseen. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class OrderPagesTest {

    @Inject
    Fixtures fixtures;

    @Inject
    TestCycles cycles;

    @Inject
    TestClock clock;

    private Fixtures.Somebody planner;
    private String cycle;
    private String scarce;
    private String page;
    private Fixtures.Somebody retailer;

    @BeforeEach
    void aCycleIsOpen() {
        planner = fixtures.person(Role.PLANNER);
        retailer = fixtures.retailer(cycles.retailers(1) + "0");
        cycle = cycles.ready(planner);
        scarce = fixtures.value("SELECT sku FROM supply WHERE cycle = ?", cycle);
        TestCycles.step(planner, cycle, "PUBLISHED").then().statusCode(201);
        clock.set(TestCycles.OPENS.plusSeconds(60));
        cycles.goOn(clock.instant());
        page = "/order/" + cycle;
    }

    @AfterEach
    void theClockIsRightAgain() {
        clock.putBack();
    }

    /** The clock of these tests stands still, and whoever signs in too often is to wait. */
    private Browser signedIn() {
        fixtures.execute("DELETE FROM sign_in_guard");
        return Browser.of(retailer);
    }

    private Response press(Browser browser, String button, String demand, int version) {
        return browser.post(
                page,
                page,
                Map.of("act", button, "sku", scarce, "demand", demand, "version", version, "once", Math.random()));
    }

    private String stored() {
        return fixtures.value("SELECT MAX(demand) FROM demand_line WHERE cycle = ?", cycle);
    }

    @Test
    void whatIsLookedOverIsWhatIsStoredHoweverWideItsDigits() {
        Browser browser = signedIn();
        press(browser, "check", " １２ ", 0)
                .then()
                .statusCode(200)
                .body(containsString("<b id=\"asked\">12</b>"))
                .body(containsString("name=\"demand\" value=\"12\""));
        press(browser, "submit", "１２", 0).then().statusCode(303);
        assertEquals("12", stored());
    }

    @Test
    void aSecondPageDoesNotOverwriteTheFirstUnseen() {
        Browser phone = signedIn();
        press(phone, "submit", "7", 0).then().statusCode(303);
        press(phone, "check", "12", 0)
                .then()
                .statusCode(412)
                .body(containsString("changed after this page was opened"))
                .body(containsString("name=\"demand\" value=\"12\""));
        press(phone, "submit", "12", 0).then().statusCode(412);
        assertEquals("7", stored());
        press(phone, "look", "12", 0).then().statusCode(200).body(containsString("name=\"version\" value=\"0\""));
        press(phone, "submit", "12", 1).then().statusCode(303);
        assertEquals("12", stored());
    }

    @Test
    void whatIsNoPlainNumberIsSaidAndNeverStored() {
        Browser browser = signedIn();
        for (String typed : List.of("+5", "-0", "٣", "1.5", "00000005", "1e3")) {
            for (String button : List.of("check", "submit")) {
                press(browser, button, typed, 0).then().statusCode(422).body(containsString("Expected: whole cartons"));
            }
        }
        assertNull(stored());
    }

    @Test
    void aQuantityThatBelongsToNoSkuIsNotGuessedAt() {
        Browser browser = signedIn();
        browser.post(page, page, Map.of("act", "submit", "sku", List.of(scarce, "another"), "demand", "9", "once", "x"))
                .then()
                .statusCode(400);
        assertNull(stored());
    }

    @Test
    void aCycleThatIsOverInvitesNobodyToAskForMore() {
        fixtures.execute("UPDATE cycle SET state = 'CLOSED' WHERE cycle = ?", cycle);
        signedIn()
                .get(page)
                .then()
                .statusCode(200)
                .body(not(containsString("You may ask for more")))
                .body(not(containsString("can still be granted")));
    }
}
