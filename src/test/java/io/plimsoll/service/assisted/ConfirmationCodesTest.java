package io.plimsoll.service.assisted;

import static io.plimsoll.service.assisted.MissedCycle.as;
import static io.plimsoll.service.assisted.MissedCycle.of;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.TestClock;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A code confirms in the retailer's name: only he has it, and nobody guesses it. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class ConfirmationCodesTest {

    private static final String CODE = "740 962 15";
    private static final Pattern PRINTED = Pattern.compile("class=\"code\">(\\d{4} \\d{4})<");

    @Inject
    Fixtures fixtures;

    @Inject
    TestClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.putBack();
        MissedCycle.forgetSignIns(fixtures);
    }

    private static Response choose(MissedCycle missed, String code, String again) {
        return Browser.of(missed.retailer)
                .post("/confirmation-code", "/confirmation-code", Map.of("chosenCode", code, "again", again));
    }

    @Test
    void theCodeThatHeChoseConfirmsOnTheDeviceOfTheOneWhoCollected() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        choose(missed, CODE, CODE).then().statusCode(303);
        long id = missed.collected();
        missed.typeCode(id, "７４０９６２-15") // as a Chinese keyboard writes digits
                .then()
                .statusCode(200)
                .body("confirmed", equalTo(true))
                .body("steps[1].manner", equalTo("CODE"));
        missed.sign(id).then().statusCode(200);
        assertTrue(missed.acts().contains("CONFIRMATION_CODE_SET"));
    }

    @Test
    void withoutACodeOrForAnotherManagerNothingIsConfirmed() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        long id = missed.collected();
        missed.typeCode(id, CODE).then().statusCode(409).body("detail", containsString("no code"));
        choose(missed, CODE, CODE);
        missed.typeCode(id, " ").then().statusCode(422).body("fields.field", hasItem("code"));
        as(missed.manager)
                .body(Map.of("confirms", true))
                .post(of(id) + "/confirmation")
                .then()
                .statusCode(422);
        fixtures.execute("UPDATE person SET manager = NULL WHERE id = ?", missed.manager.id());
        as(fixtures.manager("M-" + missed.run))
                .body(Map.of("code", CODE))
                .post(of(id) + "/confirmation")
                .then()
                .statusCode(409)
                .body("detail", containsString("device of the one who collected"));
        assertEquals("0", fixtures.value("SELECT confirmed FROM assisted_order WHERE id = ?", id));
    }

    @Test
    void fiveWrongCodesAndTheRightOneIsWorthNothingUntilThereIsAnother() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        choose(missed, CODE, CODE);
        long id = missed.collected();
        for (int i = 1; i <= 5; i++) {
            missed.typeCode(id, "9999" + i + "7")
                    .then()
                    .statusCode(422)
                    .body("fields[0].reason", containsString(i < 5 ? "Tries left: " + (5 - i) : "locked"));
        }
        missed.typeCode(id, CODE).then().statusCode(409).body("detail", containsString("locked"));
        assertEquals(
                5,
                missed.acts().stream()
                        .filter("CONFIRMATION_CODE_REFUSED"::equals)
                        .count());
        assertEquals(
                1,
                missed.acts().stream()
                        .filter("CONFIRMATION_CODE_LOCKED"::equals)
                        .count());
        choose(missed, "825103", "825103").then().statusCode(303);
        missed.typeCode(id, CODE).then().statusCode(422);
        missed.typeCode(id, "825103").then().statusCode(200);
        assertEquals(
                "0",
                fixtures.value("SELECT wrong_tries FROM confirmation_code WHERE licence = ?", missed.licence),
                "the right one makes the wrong ones forgotten");
    }

    @Test
    void ofManyTriesAtOnceOnlyFiveAreLookedAt() throws Exception {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        choose(missed, CODE, CODE);
        long id = missed.collected();
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String guess = "55" + (1000 + i * 7);
            tries.add(() -> missed.typeCode(id, guess).statusCode());
        }
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            int looked = 0;
            for (Future<Integer> each : threads.invokeAll(tries)) {
                looked += each.get() == 422 ? 1 : 0;
            }
            assertEquals(5, looked);
        } finally {
            threads.shutdown();
        }
        assertEquals(
                "5", fixtures.value("SELECT wrong_tries FROM confirmation_code WHERE licence = ?", missed.licence));
    }

    @Test
    void whatAnybodyWouldTryFirstIsNoCode() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        fixtures.execute("UPDATE retailer SET phone = '138 0011 9977' WHERE licence = ?", missed.licence);
        for (String easy :
                List.of("", "12345", "1 2 3 4 5", "123456", "987654", "777777", "119977", missed.run, "8".repeat(80))) {
            choose(missed, easy, easy).then().statusCode(422);
        }
        choose(missed, "740962", "740963").then().statusCode(422).body(containsString("not the same"));
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM confirmation_code WHERE licence = ?", missed.licence));
    }

    @Test
    void aLetterOnPaperIsMadeOnceAndItsCodeIsNowhereElse() {
        MissedCycle missed = new MissedCycle(fixtures, clock);
        Browser admin = Browser.of(fixtures.person(Role.ADMIN));
        String page = "/confirmation-letters";
        admin.post(page, page, Map.of("licences", "none-" + missed.run)).then().statusCode(422);
        Response file = admin.post(page, page, Map.of("licences", missed.licence + "\n\n"));
        file.then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .header("Cache-Control", containsString("no-store"));
        Matcher printed = PRINTED.matcher(file.asString());
        assertTrue(printed.find(), file.asString());
        String code = printed.group(1);
        long id = missed.collected();
        missed.typeCode(id, code).then().statusCode(200).body(not(containsString(code)));
        String plain = code.replace(" ", "");
        for (String where : List.of(
                "SELECT CONVERT(content USING utf8mb4) FROM journal",
                "SELECT CONCAT_WS(' ', code_hash, licence) FROM confirmation_code",
                "SELECT CONVERT(body USING utf8mb4) FROM idempotent_request WHERE body IS NOT NULL",
                "SELECT CONCAT_WS(' ', content, reason, place) FROM assisted_step")) {
            assertTrue(fixtures.values(where).stream()
                    .noneMatch(each -> each != null && (each.contains(plain) || each.contains(code))));
        }
        Browser.of(missed.retailer)
                .get("/confirmation-code")
                .then()
                .body(containsString("letter"))
                .body(not(containsString(plain)));
    }
}
