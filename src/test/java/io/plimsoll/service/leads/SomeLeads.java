package io.plimsoll.service.leads;

import static io.restassured.RestAssured.given;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/** A shop with everybody who has to do with leads about it. */
public final class SomeLeads {

    public final Fixtures fixtures;
    public final String run = Forms.random().replaceAll("[_-]", "x").substring(0, 8);
    public final String licence = "LD-" + run;
    public final String managerKey = "LM-" + run;
    public final String territory = "LT-" + run;
    public final Somebody retailer;
    public final Somebody manager;
    public final Somebody market;
    public final Somebody desk;
    public final Somebody planner;
    public final Somebody auditor;
    public final Somebody otherAuditor;

    public SomeLeads(Fixtures fixtures) {
        this.fixtures = fixtures;
        fixtures.execute("INSERT INTO territory (code, name) VALUES (?, ?)", territory, territory);
        fixtures.execute(
                "INSERT INTO retailer (licence, name, manager, territory, market_type, size_class, status,"
                        + " order_interval) VALUES (?, ?, ?, ?, 'URBAN', 'SMALL', 'ACTIVE', 1)",
                licence,
                "港口小店 " + run,
                managerKey,
                territory);
        retailer = fixtures.retailer(licence);
        manager = fixtures.manager(managerKey);
        market = fixtures.marketManager(territory);
        desk = fixtures.person(Role.ORDER_DESK);
        planner = fixtures.person(Role.PLANNER);
        auditor = fixtures.person(Role.AUDITOR);
        otherAuditor = fixtures.person(Role.AUDITOR);
    }

    /** A finding of a run of a cycle of its own, about the shop; tells the run. */
    public long finding(String severity) {
        String cycle = "LC-" + Forms.random().substring(0, 10);
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state, opens_at, closes_at,"
                        + " second_closes_at, published_at) VALUES (?, 'drawn', '2138-03', ?, 1000000000, 'ALLOCATED',"
                        + " '2138-03-03 00:00:00', '2138-03-05 00:00:00', '2138-03-06 00:00:00', '2026-01-01 00:00:00')",
                cycle,
                Math.floorMod(cycle.hashCode(), 1_000_000_000));
        long id = fixtures.execute(
                "INSERT INTO allocation_run (cycle, made_at, record) VALUES (?, UTC_TIMESTAMP(6), '{}')", cycle);
        fixtures.execute(
                "INSERT INTO run_finding (run, position, rule, severity, subject, code, evidence)"
                        + " VALUES (?, 1, 'R2', ?, ?, 'ABOVE_CEILING_BEFORE', ?)",
                id,
                severity,
                licence,
                "code=ABOVE_CEILING_BEFORE; retailer=" + licence + "; grantedInPeriod=40; periodCeiling=35");
        return id;
    }

    public static RequestSpecification as(Somebody somebody) {
        return given().header("Authorization", "Bearer " + somebody.token())
                .header("Idempotency-Key", Forms.random())
                .contentType("application/json");
    }

    public static Map<String, Object> body(Object... namesAndValues) {
        Map<String, Object> body = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return body;
    }

    /** Raises a lead, and tells its number. */
    public long raise(Somebody somebody, Object... namesAndValues) {
        Map<String, Object> body = body(namesAndValues);
        body.putIfAbsent("words", "有人替店里下单 " + run);
        return as(somebody)
                .body(body)
                .post("/api/leads")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    public Response post(Somebody somebody, long lead, String step, Object... namesAndValues) {
        return as(somebody).body(body(namesAndValues)).post("/api/leads/" + lead + "/" + step);
    }

    public void assign(long lead, Somebody to) {
        post(auditor, lead, "assignment", "assignee", to.name()).then().statusCode(200);
    }

    public Response attach(Somebody somebody, long lead, String name, byte[] content) {
        return given().header("Authorization", "Bearer " + somebody.token())
                .header("Idempotency-Key", Forms.random())
                .contentType("application/octet-stream")
                .body(content)
                .post("/api/leads/" + lead + "/attachments?file=" + name);
    }

    /** The number of the lead that a complaint raised. */
    public long leadOfComplaint(long complaint) {
        return Long.parseLong(fixtures.value("SELECT id FROM raised_lead WHERE complaint = ?", complaint));
    }

    /** The retailer complains; tells the complaint. */
    public long complain(boolean aboutManager) {
        return as(retailer)
                .body(body("words", "被告知订哪些品牌 " + run, "aboutManager", aboutManager))
                .post("/api/retailers/" + licence + "/complaints")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }
}
