package io.plimsoll.service.master;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.web.Forms;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/** A shop of its own for a test, with a manager, a territory and everybody who looks after it. */
final class Shops {

    private Shops() {}

    /** A shop. */
    record Shop(String licence, String manager, String territory) {}

    static Shop make(Fixtures fixtures) {
        String run = Forms.random().substring(0, 10);
        Shop shop = new Shop("R-" + run, "M-" + run, "T-" + run);
        fixtures.execute("INSERT INTO territory (code, name) VALUES (?, ?)", shop.territory(), "Town " + run);
        add(fixtures, shop, shop.licence());
        return shop;
    }

    /** Another shop of the same manager and territory. */
    static void add(Fixtures fixtures, Shop shop, String licence) {
        fixtures.execute(
                "INSERT INTO retailer (licence, name, manager, territory, market_type, size_class, status,"
                        + " order_interval, phone) VALUES (?, ?, ?, ?, 'URBAN', 'SMALL', 'ACTIVE', 1, '100')",
                licence,
                "Shop " + licence,
                shop.manager(),
                shop.territory());
    }

    /** A program of somebody. */
    static RequestSpecification as(Fixtures.Somebody somebody) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + somebody.token())
                .contentType("application/json");
    }

    /** The same, to create something. */
    static RequestSpecification creating(Fixtures.Somebody somebody) {
        return as(somebody).header("Idempotency-Key", Forms.random());
    }
}
