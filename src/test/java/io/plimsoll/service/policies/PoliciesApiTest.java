package io.plimsoll.service.policies;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.files.PolicyVersion;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One planner hands a policy in, another lets it bind; nobody does both, and nobody changes it. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class PoliciesApiTest {

    @Inject
    Fixtures fixtures;

    @Inject
    Policies policies;

    private Somebody author;
    private Somebody other;

    @BeforeEach
    void twoPlanners() {
        author = fixtures.person(Role.PLANNER);
        other = fixtures.person(Role.PLANNER);
    }

    @Test
    void whatIsImportedCanBeReadAndDownloadedByteForByte() {
        Map<String, String> tables = SomePolicies.tables();
        String digest = imported(author, tables);
        as(author)
                .get("/api/policies/" + digest)
                .then()
                .statusCode(200)
                .body("policy.state", equalTo("PROPOSED"))
                .body("policy.importedBy", equalTo(author.name()))
                .body("policy.name", equalTo(name(tables)))
                .body("tables.file", hasItem("floats.csv"));
        as(author)
                .get("/api/policies/" + digest + "/tables/weights.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(equalTo(tables.get("weights.csv")));
        as(author).get("/api/policies/" + digest + "/tables/none.csv").then().statusCode(404);
    }

    @Test
    void theSameContentIsNotStoredTwiceWhateverItsNameAndOrder() {
        Map<String, String> tables = SomePolicies.tables();
        String digest = imported(author, tables);
        tables.put("policy.csv", "name\nanother name\n");
        tables.put("floats.csv", "percent,size_class\r\n15,SMALL\r\n10.0,LARGE\r\n8,MEDIUM\r\n");
        importing(other, tables)
                .then()
                .statusCode(200)
                .body("policy.digest", equalTo(digest))
                .body("policy.importedBy", equalTo(author.name()));
    }

    @Test
    void theSameContentImportedByManyAtOnceIsOneVersion() throws Exception {
        Map<String, String> tables = SomePolicies.tables();
        List<Integer> answers = atOnce(List.of(
                () -> importing(author, tables).statusCode(),
                () -> importing(other, tables).statusCode()));
        assertEquals(List.of(200, 201), answers);
    }

    @Test
    void aBadTableIsNamedWithItsPlaceAndNothingIsStored() {
        Map<String, String> tables = SomePolicies.tables();
        String name = name(tables);
        tables.put("weights.csv", "size_class,weight\nLARGE,4\nMEDIUM,heavy\n");
        importing(author, tables)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("fields[0].reason", containsString("policy/weights.csv, line 3, column weight: \"heavy\""));
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM policy_version WHERE name = ?", name));
        tables.remove("weights.csv");
        importing(author, tables)
                .then()
                .statusCode(422)
                .body("fields[0].reason", containsString("policy/weights.csv can't be used"));
    }

    @Test
    void aSkuThatNobodyHasRegisteredIsAnError() {
        Map<String, String> tables = SomePolicies.tables();
        tables.put("sku_ceilings.csv", "size_class,market_type,sku,ceiling\nSMALL,*,NO-SUCH-SKU,2\n");
        importing(author, tables)
                .then()
                .statusCode(422)
                .body("fields[0].reason", containsString("Sku of the register"));
    }

    @Test
    void tablesBeyondTheLimitAreRefused() {
        Map<String, String> tables = SomePolicies.tables();
        tables.put("alerts.csv", "code,parameter,value\n" + "x".repeat(PolicyFiles.MOST_BYTES));
        importing(author, tables).then().statusCode(413);
    }

    @Test
    void bodiesThatSayNothingAreRefused() {
        for (String body : List.of("null", "{}", "{\"tables\":null}", "{\"tables\":{}}", "{\"tables\":{\"a\":null}}")) {
            creating(author).body(body).post("/api/policies").then().statusCode(422);
        }
        String digest = imported(author, SomePolicies.tables());
        for (String body : List.of("null", "{}", "{\"decision\":null}", "{\"decision\":\"REFUSED\"}")) {
            creating(other)
                    .body(body)
                    .post("/api/policies/" + digest + "/approval")
                    .then()
                    .statusCode(422);
        }
    }

    @Test
    void anotherPlannerApprovesAndThenNothingChangesAnyMore() {
        String digest = imported(author, SomePolicies.tables());
        decide(other, digest, "{\"decision\":\"APPROVED\",\"effectiveFrom\":\"9995-02\"}")
                .then()
                .statusCode(201)
                .body("policy.state", equalTo("APPROVED"))
                .body("policy.steps[0].by", equalTo(other.name()))
                .body("policy.steps[0].effectiveFrom", equalTo("9995-02"));
        decide(other, digest, "{\"decision\":\"APPROVED\",\"effectiveFrom\":\"9995-03\"}")
                .then()
                .statusCode(409);
        decide(other, digest, "{\"decision\":\"REFUSED\",\"reason\":\"too late\"}")
                .then()
                .statusCode(409);
        assertEquals("1", journalled("POLICY_IMPORTED", digest));
        assertEquals("1", journalled("POLICY_APPROVED", digest));
    }

    @Test
    void whoImportedItDecidesNothingAboutIt() {
        String digest = imported(author, SomePolicies.tables());
        decide(author, digest, "{\"decision\":\"APPROVED\"}")
                .then()
                .statusCode(403)
                .body("detail", containsString("another planner"));
        decide(author, digest, "{\"decision\":\"REFUSED\",\"reason\":\"mine\"}")
                .then()
                .statusCode(403);
        as(author).get("/api/policies/" + digest).then().body("policy.state", equalTo("PROPOSED"));
    }

    @Test
    void theDatabaseItselfLetsNobodyDecideAboutHisOwnAndNothingFollowAnApproval() {
        String digest = imported(author, SomePolicies.tables());
        assertThrows(IllegalStateException.class, () -> step(digest, 1, "APPROVED", author.id()));
        step(digest, 1, "APPROVED", other.id());
        assertThrows(IllegalStateException.class, () -> step(digest, 2, "REFUSED", other.id()));
    }

    @Test
    void aRefusalSaysWhyAndTheSameContentMayStillBeApproved() {
        String digest = imported(author, SomePolicies.tables());
        decide(other, digest, "{\"decision\":\"REFUSED\",\"reason\":\"too early\"}")
                .then()
                .statusCode(201)
                .body("policy.state", equalTo("REFUSED"))
                .body("policy.steps[0].reason", equalTo("too early"));
        decide(other, digest, "{\"decision\":\"APPROVED\",\"effectiveFrom\":\"9995-02\"}")
                .then()
                .statusCode(201)
                .body("policy.state", equalTo("APPROVED"))
                .body("policy.steps", hasSize(2));
    }

    @Test
    void ofTwoWhoDecideAtOnceOneIsDone() throws Exception {
        String digest = imported(author, SomePolicies.tables());
        Somebody third = fixtures.person(Role.PLANNER);
        String approval = "{\"decision\":\"APPROVED\",\"effectiveFrom\":\"9995-02\"}";
        String refusal = "{\"decision\":\"REFUSED\",\"reason\":\"no\"}";
        List<Integer> answers = atOnce(List.of(
                () -> decide(other, digest, approval).statusCode(),
                () -> decide(third, digest, approval).statusCode(),
                () -> decide(third, digest, approval).statusCode()));
        assertEquals(List.of(201, 409, 409), answers);
        String second = imported(author, SomePolicies.tables());
        atOnce(List.of(
                () -> decide(other, second, approval).statusCode(),
                () -> decide(third, second, refusal).statusCode()));
        assertEquals("APPROVED", lastStep(digest));
        assertTrue(List.of("APPROVED", "REFUSED").contains(lastStep(second)));
    }

    @Test
    void aPolicyThatLacksAClassInUseCannotBeApproved() {
        fixtures.execute(
                "INSERT INTO retailer (licence, manager, market_type, size_class, status, order_interval)"
                        + " VALUES (?, 'M', 'URBAN', 'LARGE', 'ACTIVE', 1)",
                "R-" + Forms.random().substring(0, 8));
        Map<String, String> tables = SomePolicies.tables();
        tables.put("weights.csv", "size_class,weight\nMEDIUM,2\nSMALL,1\n");
        String digest = imported(author, tables);
        decide(other, digest, "{\"decision\":\"APPROVED\",\"effectiveFrom\":\"9995-02\"}")
                .then()
                .statusCode(422)
                .body("detail", containsString("LARGE"));
    }

    @Test
    void whatIsStoredCanNeitherBeChangedNorRemoved() {
        String digest = imported(author, SomePolicies.tables());
        decide(other, digest, "{\"decision\":\"REFUSED\",\"reason\":\"no\"}");
        for (String sql : List.of(
                "UPDATE policy_version SET name = 'x' WHERE digest = ?",
                "UPDATE policy_table SET content = '' WHERE digest = ?",
                "UPDATE policy_step SET step = 'APPROVED' WHERE digest = ?",
                "DELETE FROM policy_step WHERE digest = ?",
                "DELETE FROM policy_table WHERE digest = ?",
                "DELETE FROM policy_version WHERE digest = ?")) {
            assertThrows(IllegalStateException.class, () -> fixtures.execute(sql, digest), sql);
        }
    }

    @Test
    void twoPoliciesAreComparedCellByCell() {
        Map<String, String> tables = SomePolicies.tables();
        String before = imported(author, tables);
        tables.put("weights.csv", "size_class,weight\nLARGE,4\nMEDIUM,2\nSMALL,3\n");
        String after = imported(author, tables);
        as(author)
                .get("/api/policies/" + after + "/comparison?with=" + before)
                .then()
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("added", equalTo(0))
                .body("cells.total", equalTo(1))
                .body("cells.items[0].table", equalTo("policy/weights.csv"))
                .body("cells.items[0].key.size_class", equalTo("SMALL"))
                .body("cells.items[0].before", equalTo("1"))
                .body("cells.items[0].after", equalTo("3"));
        as(author)
                .get("/api/policies/" + after + "/comparison?with=nothing")
                .then()
                .statusCode(404);
    }

    @Test
    void whatCameInWithDataOfThePastNeedsAPlannerBehindItBeforeAnotherCanApproveIt() throws Exception {
        Map<String, String> tables = SomePolicies.tables();
        String digest = policies.store(PolicyVersion.of(SomePolicies.files(tables)), Optional.empty())
                .digest();
        as(author)
                .get("/api/policies/" + digest)
                .then()
                .body("policy.state", equalTo("CAME_IN"))
                .body("policy.importedBy", nullValue());
        String approval = "{\"decision\":\"APPROVED\",\"effectiveFrom\":\"9995-02\"}";
        decide(other, digest, approval).then().statusCode(409);
        importing(author, tables).then().statusCode(200).body("policy.state", equalTo("PROPOSED"));
        decide(author, digest, approval).then().statusCode(403);
        decide(other, digest, approval).then().statusCode(201);
    }

    private void step(String digest, int number, String step, long person) {
        fixtures.execute(
                "INSERT INTO policy_step (digest, number, step, by_person, at, effective_from, effective_period,"
                        + " effective_number) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6), '9995-02', '9995-02', 1)",
                digest,
                number,
                step,
                person);
    }

    private String lastStep(String digest) {
        return fixtures.value("SELECT step FROM policy_step WHERE digest = ? ORDER BY number DESC LIMIT 1", digest);
    }

    private String journalled(String kind, String digest) {
        return fixtures.value("SELECT COUNT(*) FROM journal WHERE kind = ? AND subject = ?", kind, "policy:" + digest);
    }

    private static String name(Map<String, String> tables) {
        return tables.get("policy.csv").split("\n")[1];
    }

    private String imported(Somebody planner, Map<String, String> tables) {
        return importing(planner, tables).then().statusCode(201).extract().path("policy.digest");
    }

    private Response importing(Somebody planner, Map<String, String> tables) {
        return creating(planner).body(Map.of("tables", tables)).post("/api/policies");
    }

    private Response decide(Somebody planner, String digest, String decision) {
        return creating(planner).body(decision).post("/api/policies/" + digest + "/approval");
    }

    private static RequestSpecification creating(Somebody person) {
        return as(person).contentType("application/json").header("Idempotency-Key", Forms.random());
    }

    private static RequestSpecification as(Somebody person) {
        return given().header("Authorization", "Bearer " + person.token());
    }

    private static List<Integer> atOnce(List<Callable<Integer>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> each : threads.invokeAll(tasks)) {
                answers.add(each.get());
            }
            return answers.stream().sorted().toList();
        } finally {
            threads.shutdown();
        }
    }
}
