package io.plimsoll.service.master;

import static io.plimsoll.service.master.Shops.as;
import static io.plimsoll.service.master.Shops.creating;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.master.Shops.Shop;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is put on record about a shop stays there, and says who put it there. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class ShopRecordsTest {

    @Inject
    Fixtures fixtures;

    private static String of(Shop shop, String list) {
        return "/api/retailers/" + shop.licence() + "/" + list;
    }

    @Test
    void aComplaintIsReadByThoseWhoLookAfterTheShopAndByNobodyElse() {
        Shop shop = Shops.make(fixtures);
        Shop other = Shops.make(fixtures);
        Map<String, String> complaint = Map.of("words", "I was told what to order.");
        creating(fixtures.retailer(shop.licence()))
                .body(complaint)
                .post(of(shop, "complaints"))
                .then()
                .statusCode(201);
        creating(fixtures.retailer(other.licence()))
                .body(complaint)
                .post(of(shop, "complaints"))
                .then()
                .statusCode(403);
        for (Fixtures.Somebody each : new Fixtures.Somebody[] {
            fixtures.manager(shop.manager()), fixtures.marketManager(shop.territory()), fixtures.person(Role.AUDITOR)
        }) {
            as(each).get(of(shop, "complaints")).then().body("items.words", hasItem("I was told what to order."));
        }
        as(fixtures.manager(other.manager())).get(of(shop, "complaints")).then().statusCode(403);
        String entry = fixtures.value("SELECT CONVERT(content USING utf8mb4) FROM journal WHERE kind = 'COMPLAINT_MADE'"
                + " ORDER BY number DESC LIMIT 1");
        assertFalse(entry.contains("told"), entry);
    }

    @Test
    void aVisitIsRecordedByTheManagerOfTheShopAndNotBeforeItWasMade() {
        Shop shop = Shops.make(fixtures);
        Fixtures.Somebody manager = fixtures.manager(shop.manager());
        Map<String, Object> visit = new HashMap<>(
                Map.of("visitedAt", "2026-07-01T01:30:00Z", "place", "12 Harbour Road", "purpose", "Shelf check"));
        creating(manager).body(visit).post(of(shop, "visits")).then().statusCode(201);
        visit.put("visitedAt", "2126-07-01T01:30:00Z");
        creating(manager)
                .body(visit)
                .post(of(shop, "visits"))
                .then()
                .statusCode(422)
                .body("fields[0].field", equalTo("visitedAt"));
        visit.put("visitedAt", "tomorrow");
        creating(manager).body(visit).post(of(shop, "visits")).then().statusCode(400);
        creating(fixtures.person(Role.PLANNER))
                .body(visit)
                .post(of(shop, "visits"))
                .then()
                .statusCode(403);
    }

    @Test
    void nobodyCanChangeOrRemoveARecord() {
        Shop shop = Shops.make(fixtures);
        creating(fixtures.person(Role.PLANNER))
                .body(Map.of("checkedAt", "2026-07-01T01:30:00Z", "inspector", "Li Na", "result", "All is well."))
                .post(of(shop, "stock-checks"))
                .then()
                .statusCode(201);
        assertThrows(IllegalStateException.class, () -> fixtures.execute("UPDATE stock_check SET result = 'x'"));
        assertThrows(IllegalStateException.class, () -> fixtures.execute("DELETE FROM complaint"));
        assertThrows(IllegalStateException.class, () -> fixtures.execute("UPDATE visit SET place = 'x'"));
    }

    @Test
    void aReceiverThatIsEndedStaysOnRecordAndEndsOnce() {
        Shop shop = Shops.make(fixtures);
        Fixtures.Somebody retailer = fixtures.retailer(shop.licence());
        int id = creating(retailer)
                .body(Map.of("name", "Wang Fang", "phone", "138"))
                .post(of(shop, "receivers"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (int i = 0; i < 2; i++) {
            as(retailer).delete(of(shop, "receivers") + "/" + id).then().statusCode(204);
        }
        as(retailer).get(of(shop, "receivers")).then().body("items[0].endedAt", notNullValue());
        assertEquals(
                "1",
                fixtures.value(
                        "SELECT COUNT(*) FROM journal j JOIN reference f ON f.reference = j.subject"
                                + " WHERE j.kind = 'RECEIVER_ENDED' AND f.subject_key = ?",
                        shop.licence()));
        as(fixtures.retailer(Shops.make(fixtures).licence()))
                .delete(of(shop, "receivers") + "/" + id)
                .then()
                .statusCode(403);
    }

    @Test
    void aRetailerComplainsAndRegistersAReceiverByForms() {
        Shop shop = Shops.make(fixtures);
        Browser browser = Browser.of(fixtures.retailer(shop.licence()));
        String page = "/retailers/" + shop.licence();
        browser.post(
                        page + "/new-complaint",
                        page + "/new-complaint",
                        Map.of("once", "1", "words", "Bad", "cycle", "none"))
                .then()
                .statusCode(422)
                .body(containsString("There is no such cycle"));
        for (int i = 0; i < 2; i++) {
            browser.post(page + "/new-complaint", page + "/new-complaint", Map.of("once", "2", "words", "Sent <twice>"))
                    .then()
                    .statusCode(303);
        }
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM complaint WHERE licence = ?", shop.licence()));
        browser.post(page + "/new-receiver", page + "/new-receiver", Map.of("once", "3", "name", "Wang Fang"))
                .then()
                .statusCode(303);
        browser.get(page)
                .then()
                .statusCode(200)
                .body(containsString("Sent &lt;twice&gt;"))
                .body(containsString("Wang Fang"))
                .body(containsString("Complaint made"));
    }

    @Test
    void theTimeOfAVisitIsThatOfTheClockOnTheWall() {
        Shop shop = Shops.make(fixtures);
        Browser browser = Browser.of(fixtures.manager(shop.manager()));
        String page = "/retailers/" + shop.licence() + "/new-visit";
        Map<String, String> visit =
                Map.of("once", "1", "visitedAt", "2026-07-01T09:30", "place", "Shop", "purpose", "Shelf");
        browser.post(page, page, visit).then().statusCode(303);
        assertEquals(
                "2026-07-01 01:30:00",
                fixtures.value("SELECT visited_at FROM visit WHERE licence = ?", shop.licence()));
    }
}
