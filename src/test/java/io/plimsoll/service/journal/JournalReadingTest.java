package io.plimsoll.service.journal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Auditors read who did what to whom, and that they read it is to be read as well. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class JournalReadingTest {

    @Inject
    Fixtures fixtures;

    private static RequestSpecification as(Fixtures.Somebody somebody) {
        return RestAssured.given().header("Authorization", "Bearer " + somebody.token());
    }

    private String shop() {
        String licence = "R-" + Forms.random().substring(0, 10);
        fixtures.execute(
                "INSERT INTO retailer (licence, name, manager, market_type, size_class, status, order_interval)"
                        + " VALUES (?, 'Harbour shop', 'M', 'URBAN', 'SMALL', 'ACTIVE', 1)",
                licence);
        return licence;
    }

    @Test
    void anAuditorSeesWhoDidWhatToWhomByName() {
        String licence = shop();
        Fixtures.Somebody auditor = fixtures.person(Role.AUDITOR);
        as(auditor).get("/api/retailers/" + licence).then().statusCode(200);
        as(auditor)
                .queryParam("subjectKind", "RETAILER")
                .queryParam("subject", licence)
                .get("/api/journal")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].kind", equalTo("RETAILER_READ"))
                .body("items[0].actor.name", equalTo(auditor.name()))
                .body("items[0].subject.key", equalTo(licence))
                .body("items[0].content", equalTo("{}"));
        as(auditor)
                .queryParam("subject", licence)
                .get("/api/journal")
                .then()
                .body("items[0].kind", equalTo("JOURNAL_READ"));
    }

    @Test
    void whomNobodyKnowsAnyMoreStaysAReference() {
        String licence = shop();
        Fixtures.Somebody auditor = fixtures.person(Role.AUDITOR);
        as(auditor).get("/api/retailers/" + licence).then().statusCode(200);
        fixtures.execute("DELETE FROM reference WHERE kind = 'RETAILER' AND subject_key = ?", licence);
        Browser browser = Browser.of(auditor);
        browser.get("/journal?kind=RETAILER_READ&actor=" + auditor.name())
                .then()
                .statusCode(200)
                .body(containsString("retailer:"))
                .body(not(containsString(licence)));
    }

    @Test
    void thePartsOfTheJournalFollowEachOtherWithoutGapOrOverlap() {
        Fixtures.Somebody auditor = fixtures.person(Role.AUDITOR);
        for (int i = 0; i < 5; i++) {
            as(auditor).get("/api/retailers/" + shop()).then().statusCode(200);
        }
        Integer next = as(auditor)
                .queryParam("actor", auditor.name())
                .queryParam("kind", "RETAILER_READ")
                .queryParam("size", 3)
                .get("/api/journal")
                .then()
                .body("items.size()", equalTo(3))
                .body("next", notNullValue())
                .extract()
                .path("next");
        as(auditor)
                .queryParam("actor", auditor.name())
                .queryParam("kind", "RETAILER_READ")
                .queryParam("size", 3)
                .queryParam("before", next)
                .get("/api/journal")
                .then()
                .body("items.size()", equalTo(2))
                .body("items.number", everyItem(lessThan(next)))
                .body("next", equalTo(null));
    }

    @Test
    void whatIsAskedForWronglyIsRefusedAndTimesAreDays() {
        Fixtures.Somebody auditor = fixtures.person(Role.AUDITOR);
        for (String wrong : new String[] {"kind=NOTHING", "from=yesterday", "before=x", "subjectKind=DOG", "size=0"}) {
            as(auditor).get("/api/journal?" + wrong).then().statusCode(422);
        }
        as(auditor).get("/api/journal?to=2020-01-01").then().statusCode(200).body("items.size()", equalTo(0));
        as(auditor).get("/api/journal/999999999").then().statusCode(404);
        as(fixtures.person(Role.ADMIN)).get("/api/journal").then().statusCode(403);
    }

    @Test
    void theTimelineOfAShopTellsNobodyButAuditorsThatAnAuditorReadIt() {
        String licence = shop();
        Browser auditor = Browser.of(fixtures.person(Role.AUDITOR));
        auditor.get("/retailers/" + licence).then().body(containsString("data read"));
        Browser.of(fixtures.retailer(licence))
                .get("/retailers/" + licence)
                .then()
                .statusCode(200)
                .body(not(containsString("data read")));
        assertEquals(
                "1",
                fixtures.value(
                        "SELECT COUNT(*) FROM journal j JOIN reference f ON f.reference = j.subject"
                                + " WHERE f.subject_key = ?",
                        licence));
    }

    @Test
    void oneActIsShownExactlyAsItWasWritten() {
        Fixtures.Somebody auditor = fixtures.person(Role.AUDITOR);
        Browser browser = Browser.of(auditor);
        String number = fixtures.value("SELECT MAX(number) FROM journal WHERE kind = 'SIGNED_IN'");
        String written = fixtures.value("SELECT CONVERT(content USING utf8mb4) FROM journal WHERE number = ?", number);
        browser.get("/journal/" + number).then().statusCode(200).body(containsString(written.replace("\"", "&quot;")));
    }
}
