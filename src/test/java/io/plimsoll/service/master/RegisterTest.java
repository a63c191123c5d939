package io.plimsoll.service.master;

import static io.plimsoll.service.master.Shops.as;
import static io.plimsoll.service.master.Shops.creating;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.master.Shops.Shop;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Retailers, territories and Skus are read by those whose they are and changed by planners. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class RegisterTest {

    @Inject
    Fixtures fixtures;

    private static Map<String, Object> edit(Shop shop) {
        Map<String, Object> edit = new HashMap<>();
        edit.put("name", "New name");
        edit.put("manager", shop.manager());
        edit.put("territory", shop.territory());
        edit.put("marketType", "URBAN");
        edit.put("status", "ACTIVE");
        edit.put("orderInterval", 2);
        edit.put("phone", "100");
        return edit;
    }

    @Test
    void eachSeesHisOwnShopsAndNoOthers() {
        Shop own = Shops.make(fixtures);
        Shop other = Shops.make(fixtures);
        Shops.add(fixtures, own, own.licence() + "-2");
        for (Fixtures.Somebody each :
                new Fixtures.Somebody[] {fixtures.manager(own.manager()), fixtures.marketManager(own.territory())}) {
            as(each).get("/api/retailers")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(2))
                    .body("items.licence", hasItems(own.licence(), own.licence() + "-2"));
            as(each).get("/api/retailers/" + other.licence()).then().statusCode(403);
        }
        as(fixtures.retailer(own.licence()))
                .get("/api/retailers")
                .then()
                .body("total", equalTo(1))
                .body("items.licence", hasItem(own.licence()));
        as(fixtures.person(Role.ADMIN)).get("/api/retailers").then().statusCode(403);
    }

    @Test
    void aListIsSearchedFilteredSortedAndPaged() {
        Shop shop = Shops.make(fixtures);
        Shops.add(fixtures, shop, shop.licence() + "-2");
        Shops.add(fixtures, shop, shop.licence() + "-3");
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        as(planner)
                .queryParam("search", shop.licence())
                .queryParam("sort", "-licence")
                .queryParam("size", 2)
                .get("/api/retailers")
                .then()
                .body("total", equalTo(3))
                .body("items.size()", equalTo(2))
                .body("items[0].licence", equalTo(shop.licence() + "-3"));
        as(planner)
                .queryParam("search", "shop " + shop.licence().toLowerCase(java.util.Locale.ROOT))
                .get("/api/retailers")
                .then()
                .body("total", equalTo(3));
        as(planner)
                .queryParam("manager", shop.manager())
                .queryParam("sizeClass", "LARGE")
                .get("/api/retailers")
                .then()
                .body("total", equalTo(0));
        fixtures.execute("UPDATE retailer SET name = ? WHERE licence = ?", "惠民（北）" + shop.licence(), shop.licence());
        as(planner)
                .queryParam("search", "惠民 北(" + shop.licence().toLowerCase(java.util.Locale.ROOT))
                .get("/api/retailers")
                .then()
                .body("total", equalTo(1));
        as(planner).queryParam("search", "%").get("/api/retailers").then().body("total", equalTo(0));
        as(planner)
                .queryParam("sizeClass", "HUGE")
                .get("/api/retailers")
                .then()
                .statusCode(422)
                .body("fields[0].field", equalTo("sizeClass"));
    }

    @Test
    void aPlannerChangesAShopOnlyFromTheVersionThatHeSaw() {
        Shop shop = Shops.make(fixtures);
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        String address = "/api/retailers/" + shop.licence();
        as(planner).body(edit(shop)).put(address).then().statusCode(428);
        as(planner)
                .header("If-Match", "\"0\"")
                .body(edit(shop))
                .put(address)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("orderInterval", equalTo(2));
        as(planner)
                .header("If-Match", "\"0\"")
                .body(edit(shop))
                .put(address)
                .then()
                .statusCode(412);
        as(fixtures.manager(shop.manager()))
                .header("If-Match", "\"1\"")
                .body(edit(shop))
                .put(address)
                .then()
                .statusCode(403);
    }

    @Test
    void aNewPhoneNeedsEvidenceAndTheSizeClassCannotBeSet() {
        Shop shop = Shops.make(fixtures);
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        String address = "/api/retailers/" + shop.licence();
        Map<String, Object> edit = edit(shop);
        edit.put("phone", "200");
        edit.put("sizeClass", "LARGE");
        as(planner)
                .header("If-Match", "\"0\"")
                .body(edit)
                .put(address)
                .then()
                .statusCode(400)
                .body("fields.field", hasItem("sizeClass"));
        edit.remove("sizeClass");
        as(planner)
                .header("If-Match", "\"0\"")
                .body(edit)
                .put(address)
                .then()
                .statusCode(422)
                .body("fields.field", hasItem("evidence"));
        edit.put("evidence", "Seen on the new contract");
        as(planner)
                .header("If-Match", "\"0\"")
                .body(edit)
                .put(address)
                .then()
                .statusCode(200)
                .body("phone", equalTo("200"))
                .body("sizeClass", equalTo("SMALL"));
        assertEquals(
                "phone Seen on the new contract",
                fixtures.value(
                        "SELECT CONCAT(field, ' ', evidence) FROM retailer_change WHERE licence = ?", shop.licence()));
    }

    @Test
    void whatIsWrongIsSaidFieldByFieldInTheLanguageOfTheReader() {
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        creating(planner)
                .header("Accept-Language", "zh-CN")
                .body(Map.of("licence", "R\n1", "orderInterval", 7, "status", "ACTIVE", "territory", "nowhere"))
                .post("/api/retailers")
                .then()
                .statusCode(422)
                .body("fields.field", hasItems("licence", "orderInterval", "manager", "marketType", "territory"))
                .body("fields.find { it.field == 'manager' }.reason", equalTo("此项必填。"));
    }

    @Test
    void aShopIsAddedOnceHoweverOftenItIsSent() {
        Shop shop = Shops.make(fixtures);
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        Map<String, Object> body = edit(shop);
        body.put("licence", shop.licence() + "/new");
        String key = Forms.random();
        for (int i = 0; i < 2; i++) {
            as(planner)
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post("/api/retailers")
                    .then()
                    .statusCode(201)
                    .header("Location", containsString("%2Fnew"));
        }
        creating(planner)
                .body(body)
                .post("/api/retailers")
                .then()
                .statusCode(409)
                .body("code", equalTo("CONFLICT"));
        String address = as(planner)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/retailers")
                .getHeader("Location");
        as(planner)
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .body("licence", equalTo(shop.licence() + "/new"));
    }

    @Test
    void noNamePhoneOrManagerStandsInTheJournal() {
        Shop shop = Shops.make(fixtures);
        Map<String, Object> edit = edit(shop);
        edit.put("name", "Zhang Wei's shop");
        as(fixtures.person(Role.PLANNER))
                .header("If-Match", "\"0\"")
                .body(edit)
                .put("/api/retailers/" + shop.licence())
                .then()
                .statusCode(200);
        String entry = fixtures.value("SELECT CONCAT(subject, ' ', CONVERT(content USING utf8mb4)) FROM journal"
                + " WHERE kind = 'RETAILER_CHANGED' ORDER BY number DESC LIMIT 1");
        assertTrue(entry.contains("orderInterval"), entry);
        assertFalse(entry.contains("Zhang") || entry.contains(shop.licence()), entry);
    }

    @Test
    void anAuditorsReadingOfAShopIsAnActAndAPlannersIsNot() {
        Shop shop = Shops.make(fixtures);
        Fixtures.Somebody auditor = fixtures.person(Role.AUDITOR);
        as(fixtures.person(Role.PLANNER)).get("/api/retailers/" + shop.licence());
        String reference = "SELECT reference FROM reference WHERE kind = 'RETAILER' AND subject_key = ?";
        assertNull(fixtures.value(reference, shop.licence()));
        as(auditor).get("/api/retailers/" + shop.licence()).then().statusCode(200);
        String retailer = fixtures.value(reference, shop.licence());
        assertEquals("RETAILER_READ", fixtures.value("SELECT kind FROM journal WHERE subject = ?", retailer));
    }

    @Test
    void aPlannerWorksWithTheFormsOfAShop() {
        Shop shop = Shops.make(fixtures);
        Browser browser = Browser.of(fixtures.person(Role.PLANNER));
        String page = "/retailers/" + shop.licence() + "/edit";
        Map<String, Object> form = edit(shop);
        form.put("version", 0);
        form.put("phone", "300");
        browser.post(page, page, form)
                .then()
                .statusCode(422)
                .body(containsString("300"))
                .body(containsString("href=\"#f-evidence\""));
        form.put("evidence", "Seen");
        browser.post(page, page, form).then().statusCode(303);
        browser.get("/retailers/" + shop.licence()).then().statusCode(200).body(containsString("300"));
        browser.post(page, page, form).then().statusCode(412);
        browser.get("/retailers?search=" + shop.licence())
                .then()
                .statusCode(200)
                .body(containsString("New name"));
    }

    @Test
    void skusAreReadByAllAndChangedByPlanners() {
        String key = "S-" + Forms.random().substring(0, 8);
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        Map<String, Object> sku = new HashMap<>(
                Map.of("sku", key, "brand", "Harbour", "tier", "TIER_2", "status", "SCARCE", "price", 182.5));
        creating(planner).body(sku).post("/api/skus").then().statusCode(201);
        as(fixtures.retailer("nobody's"))
                .queryParam("search", key)
                .get("/api/skus")
                .then()
                .body("items[0].brand", equalTo("Harbour"));
        fixtures.execute("UPDATE sku SET name = ? WHERE sku = ?", "岫檐（软）" + key, key);
        for (String typed : List.of("岫檐 软" + key, "岫檐(软)" + key.toLowerCase(Locale.ROOT), "檐（软）ｓ-")) {
            as(planner).queryParam("search", typed).get("/api/skus").then().body("items.sku", hasItem(key));
        }
        as(planner).queryParam("search", "岫檐硬" + key).get("/api/skus").then().body("total", equalTo(0));
        creating(fixtures.manager("M-" + key))
                .body(sku)
                .post("/api/skus")
                .then()
                .statusCode(403);
        as(planner)
                .header("If-Match", "\"0\"")
                .body(sku)
                .put("/api/skus/" + key)
                .then()
                .statusCode(400)
                .body("fields[0].field", equalTo("sku"));
        sku.remove("sku");
        sku.put("price", -1);
        as(planner)
                .header("If-Match", "\"0\"")
                .body(sku)
                .put("/api/skus/" + key)
                .then()
                .statusCode(422)
                .body("fields[0].field", equalTo("price"));
        Browser browser = Browser.of(planner);
        Map<String, Object> form = new HashMap<>(
                Map.of("version", 0, "brand", "Harbour", "tier", "TIER_2", "status", "OPEN", "price", "cheap"));
        String page = "/skus/" + key + "/edit";
        browser.post(page, page, form).then().statusCode(422).body(containsString("cheap"));
        form.put("price", "10.25");
        browser.post(page, page, form).then().statusCode(303);
        browser.get("/skus/" + key).then().statusCode(200).body(containsString("10.25"));
        browser.get("/skus").then().statusCode(200);
    }

    @Test
    void territoriesAreNamedByPlannersAndSeenByThoseWhoAnswerForThem() {
        Shop shop = Shops.make(fixtures);
        Shop other = Shops.make(fixtures);
        Fixtures.Somebody market = fixtures.marketManager(shop.territory());
        as(market).get("/api/territories").then().body("total", equalTo(1)).body("items[0].retailers", equalTo(1));
        as(market).get("/api/territories/" + other.territory()).then().statusCode(403);
        Browser browser = Browser.of(fixtures.person(Role.PLANNER));
        String page = "/territories/" + shop.territory();
        browser.post(page, page, Map.of("version", 0, "name", "East <b>town</b>"))
                .then()
                .statusCode(303);
        as(market).get("/api/territories").then().body("items[0].name", equalTo("East <b>town</b>"));
        Browser.of(market).get("/territories").then().body(containsString("East &lt;b&gt;town"));
    }
}
