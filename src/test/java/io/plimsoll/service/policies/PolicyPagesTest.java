package io.plimsoll.service.policies;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.files.PolicyVersion;
import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.uploads.SentFiles;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policies on pages, and which of them binds a cycle. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class PolicyPagesTest {

    /** Years in which no other test has cycles. */
    private static final String YEAR = "9996";

    @Inject
    Fixtures fixtures;

    @Inject
    Policies policies;

    @Inject
    PolicyCalendars calendars;

    private Somebody author;
    private Somebody other;

    @BeforeEach
    void twoPlanners() {
        author = fixtures.person(Role.PLANNER);
        other = fixtures.person(Role.PLANNER);
    }

    @AfterEach
    void noCycleIsLeft() {
        fixtures.execute("DELETE FROM cycle WHERE period LIKE '" + YEAR + "%'");
    }

    @Test
    void aPlannerImportsAZipReadsWhyHeCannotApproveItAndAnotherApprovesIt() throws Exception {
        PolicyVersion policy = PolicyVersion.of(SomePolicies.files(SomePolicies.tables()));
        Browser browser = Browser.of(author);
        Response done = upload(browser, SentFiles.zip(policy.files()));
        assertEquals(303, done.statusCode());
        String address = "/policies/" + policy.digest();
        browser.get(address)
                .then()
                .statusCode(200)
                .body(containsString("another planner has to decide"))
                .body(not(containsString("name=\"effectiveFrom\"")));
        Browser second = Browser.of(other);
        decide(second, policy.digest(), Map.of("decision", "APPROVED", "effectiveFrom", YEAR + "-01"))
                .then()
                .statusCode(303);
        second.get(address).then().body(containsString("Approved by " + other.name()), containsString("bg-green-lt"));
        second.get("/policies").then().statusCode(200).body(containsString(policy.name()));
    }

    @Test
    void aBadFileIsNamedOnTheFormAndNothingIsStored() {
        Map<String, String> tables = SomePolicies.tables("bad", "0");
        upload(Browser.of(author), SentFiles.zip(SomePolicies.files(tables)))
                .then()
                .statusCode(422)
                .body(containsString("policy/weights.csv, line 4, column weight"));
        upload(Browser.of(author), new byte[0]).then().statusCode(422);
    }

    @Test
    void theComparisonShowsTheCellThatChanged() throws Exception {
        Map<String, String> tables = SomePolicies.tables();
        String before = store(tables, author);
        tables.put("weights.csv", "size_class,weight\nLARGE,4\nMEDIUM,2\nSMALL,77\n");
        String after = store(tables, author);
        Browser auditor = Browser.of(fixtures.person(Role.AUDITOR));
        String page = auditor.get("/policies/" + after + "/comparison?with=" + before)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(page.contains("Small") && page.contains("<strong>77</strong>"), page);
        auditor.get("/policies/" + after + "/comparison?with=" + before + "&change=ADDED&table=weights.csv")
                .then()
                .body(not(containsString("<strong>77</strong>")));
        auditor.get("/policies/" + after + "/comparison.csv?with=" + before)
                .then()
                .statusCode(200)
                .body(equalTo("table,key,column,change,before,after\n"
                        + "policy/weights.csv,size_class=SMALL,weight,CHANGED,1,77\n"));
    }

    @Test
    void theLatestApprovedPolicyThatIsEffectiveBindsACycleUntilItIsPublished() throws Exception {
        cycle("A", 1, "PLANNED", null);
        cycle("B", 2, "PLANNED", null);
        cycle("C", 3, "PLANNED", null);
        String early = approved(Map.of("decision", "APPROVED", "effectiveFrom", YEAR + "-01"));
        String late = approved(Map.of("decision", "APPROVED", "effectiveFrom", key("B")));
        assertEquals(early, binding("A"));
        assertEquals(late, binding("B"));
        assertEquals(late, binding("C"));
        String refused = store(SomePolicies.tables(), author);
        decide(Browser.of(other), refused, Map.of("decision", "REFUSED", "reason", "no"));
        assertEquals(late, binding("C"));
        fixtures.execute("UPDATE cycle SET state = 'OPEN', policy = ? WHERE cycle = ?", early, key("C"));
        assertEquals(early, binding("C"));
        assertTrue(policies.bindingFor("no such cycle").isEmpty());
    }

    @Test
    void whatHasBegunCannotBeBoundAnewAndWithoutACycleTheNextOneIsMeant() throws Exception {
        cycle("A", 1, "OPEN", store(SomePolicies.tables(), author));
        cycle("B", 2, "PLANNED", null);
        String digest = store(SomePolicies.tables(), author);
        Browser browser = Browser.of(other);
        decide(browser, digest, Map.of("decision", "APPROVED", "effectiveFrom", key("A")))
                .then()
                .statusCode(422)
                .body(containsString("has been published"));
        decide(browser, digest, Map.of("decision", "APPROVED", "effectiveFrom", YEAR + "-01"))
                .then()
                .statusCode(422);
        decide(browser, digest, Map.of("decision", "APPROVED", "effectiveFrom", "soon"))
                .then()
                .statusCode(422);
        decide(browser, digest, Map.of("decision", "APPROVED")).then().statusCode(303);
        assertEquals(
                YEAR + "-01/2",
                fixtures.value(
                        "SELECT CONCAT(effective_period, '/', effective_number) FROM policy_step WHERE digest = ? AND step = 'APPROVED'",
                        digest));
        assertEquals(digest, binding("B"));
    }

    @Test
    void theCalendarIsThatOfThePolicyThatIsEffective() throws Exception {
        Map<String, String> tables = SomePolicies.tables();
        tables.put("calendar.csv", "day,business,holiday\n" + YEAR + "-06-01,false,Feast\n");
        String digest = store(tables, author);
        LocalDate feast = LocalDate.parse(YEAR + "-06-01");
        assertTrue(calendars.inForce(feast).holiday(feast).isEmpty());
        decide(Browser.of(other), digest, Map.of("decision", "APPROVED", "effectiveFrom", YEAR + "-06"));
        assertEquals(Optional.of("Feast"), calendars.inForce(feast).holiday(feast));
        assertTrue(calendars.inForce(feast.minusMonths(1)).holiday(feast).isEmpty());
    }

    @Test
    void aRetailerReadsWhatHoldsForHisClassAndHowTheLastCartonIsDrawnButNoOtherPolicy() throws Exception {
        String licence = "R-" + Forms.random().substring(0, 8);
        String sku = "S-" + Forms.random().substring(0, 8);
        fixtures.execute(
                "INSERT INTO retailer (licence, manager, market_type, size_class, status, order_interval)"
                        + " VALUES (?, 'M', 'RURAL', 'SMALL', 'ACTIVE', 2)",
                licence);
        fixtures.execute(
                "INSERT INTO sku (sku, name, brand, tier, status) VALUES (?, ?, 'B', 'TIER_1', 'SCARCE')", sku, sku);
        Map<String, String> tables = SomePolicies.tables();
        tables.put(
                "sku_ceilings.csv",
                "size_class,market_type,sku,ceiling\nSMALL,*," + sku + ",9\nSMALL,RURAL," + sku + ",2.5\n");
        String digest = store(tables, author);
        cycle("A", 1, "OPEN", digest);
        Browser retailer = Browser.of(fixtures.retailer(licence));
        String page = retailer.get("/policy").then().statusCode(200).extract().asString();
        assertTrue(page.contains(sku), page);
        assertTrue(page.contains("2.5") && page.contains("<strong>5</strong>"), page);
        assertTrue(page.contains("drawn in public"), page);
        assertTrue(page.contains("neither an order nor a target"), page);
        retailer.get("/policies").then().statusCode(403);
        retailer.get("/policies/" + digest).then().statusCode(403);
    }

    private String approved(Map<String, String> decision) throws Exception {
        String digest = store(SomePolicies.tables(), author);
        decide(Browser.of(other), digest, decision).then().statusCode(303);
        return digest;
    }

    private String store(Map<String, String> tables, Somebody importer) throws Exception {
        PolicyVersion policy = PolicyVersion.of(SomePolicies.files(tables));
        String digest = policies.store(policy, Optional.empty()).digest();
        fixtures.execute(
                "INSERT INTO policy_step (digest, number, step, by_person, at)"
                        + " VALUES (?, 1, 'PROPOSED', ?, UTC_TIMESTAMP(6))",
                digest,
                importer.id());
        return digest;
    }

    private String binding(String name) {
        return policies.bindingFor(key(name)).orElseThrow().digest();
    }

    private static String key(String name) {
        return YEAR + "-" + name;
    }

    private void cycle(String name, int number, String state, String policy) {
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state, policy)"
                        + " VALUES (?, 'drawn in public', ?, ?, 4, ?, ?)",
                key(name),
                YEAR + "-01",
                number,
                state,
                policy);
    }

    private static Response upload(Browser browser, byte[] zip) {
        return browser.request()
                .multiPart("csrf", Browser.csrf(browser.get("/policies/new").asString()))
                .multiPart("once", Forms.random())
                .multiPart("files", "policy.zip", zip)
                .post("/policies");
    }

    private static Response decide(Browser browser, String digest, Map<String, String> decision) {
        Map<String, String> fields = new TreeMap<>(decision);
        fields.put("once", Forms.random());
        return browser.post("/policies/" + digest, "/policies/" + digest + "/approval", fields);
    }
}
