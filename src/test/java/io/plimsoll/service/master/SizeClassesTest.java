package io.plimsoll.service.master;

import static io.plimsoll.service.master.Shops.as;
import static io.plimsoll.service.master.Shops.creating;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.policy.MonthVolume;
import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.master.Shops.Shop;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A size class follows from the volume of the months before, is computed between two months and holds for one (R2). */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class SizeClassesTest {

    private static final int CYCLES = 2;

    @Inject
    Fixtures fixtures;

    @Inject
    Policies policies;

    @Inject
    EarlierVolumes earlier;

    @Inject
    Classification classification;

    private Somebody planner;
    private Shop shop;

    /** The month whose classes are computed; nothing of any other test lies near it. */
    private YearMonth month;

    @BeforeEach
    void aCalendarOfItsOwn() {
        fixtures.execute("UPDATE cycle SET state = 'CANCELLED' WHERE state <> 'CANCELLED'");
        planner = fixtures.person(Role.PLANNER);
        shop = Shops.make(fixtures);
        int months = Math.floorMod(Forms.random().hashCode(), 12 * 3000);
        month = YearMonth.of(6000, 1).plusMonths(months);
        makePolicy(month, "*,LARGE,220\n*,MEDIUM,95\n");
    }

    private String makePolicy(YearMonth from, String cutoffs) {
        Map<String, byte[]> files = new HashMap<>();
        files.put("policy/floats.csv", bytes("size_class,percent\nLARGE,10\nMEDIUM,8\nSMALL,15\n"));
        files.put("policy/weights.csv", bytes("size_class,weight\nLARGE,4\nMEDIUM,2\nSMALL,1\n"));
        files.put(
                "policy/pacing.csv",
                bytes("burst,reserve,exempt\n0.3,0.5,"
                        + Math.floorMod(Forms.random().hashCode(), 1_000_000) + "\n"));
        files.put("policy/class_cutoffs.csv", bytes("market_type,size_class,from_volume\n" + cutoffs));
        try {
            PolicyVersion policy = PolicyVersion.of(files).named("cut-offs");
            policies.store(policy, Optional.empty());
            fixtures.execute(
                    "INSERT INTO policy_step (digest, number, step, by_person, at, effective_period, effective_number)"
                            + " VALUES (?, 1, 'APPROVED', ?, UTC_TIMESTAMP(6), ?, 1)",
                    policy.digest(),
                    planner.id(),
                    from.toString());
            return policy.version();
        } catch (BadInput impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String cycle(YearMonth period, int number, String state) {
        String cycle = "C-" + Forms.random().substring(0, 10);
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state)"
                        + " VALUES (?, 'x', ?, ?, ?, ?)",
                cycle,
                period.toString(),
                number,
                CYCLES,
                state);
        return cycle;
    }

    /** All cycles of a month, in which one shop was granted so much altogether. */
    private void wholeMonth(YearMonth period, int cartons) {
        for (int number = 1; number <= CYCLES; number++) {
            grant(
                    cycle(period, number, "DELIVERED"),
                    shop.licence(),
                    number == 1 ? cartons - cartons / 2 : cartons / 2);
        }
    }

    private void grant(String cycle, String licence, int cartons) {
        long run = fixtures.execute(
                "INSERT INTO allocation_run (cycle, made_at, in_force, record) VALUES (?, UTC_TIMESTAMP(6), TRUE, '')",
                cycle);
        fixtures.execute(
                "INSERT INTO grant_total (run, licence, cycle, granted) VALUES (?, ?, ?, ?)",
                run,
                licence,
                cycle,
                cartons);
    }

    private Response compute(YearMonth period) {
        return creating(planner).body(Map.of("period", period.toString())).post("/api/size-classes");
    }

    private String registered() {
        return fixtures.value("SELECT size_class FROM retailer WHERE licence = ?", shop.licence());
    }

    private String recorded() {
        return fixtures.value(
                "SELECT GROUP_CONCAT(CONCAT(period, ' ', size_class, ' ', basis) ORDER BY period)"
                        + " FROM size_class_evidence WHERE licence = ?",
                shop.licence());
    }

    @Test
    void theClassFollowsFromTheMeanOfTheThreeMonthsBefore() {
        wholeMonth(month.minusMonths(4), 5000);
        wholeMonth(month.minusMonths(3), 100);
        wholeMonth(month.minusMonths(2), 91);
        wholeMonth(month.minusMonths(1), 95);
        as(planner)
                .get("/api/size-classes?size=500")
                .then()
                .statusCode(200)
                .body("period", equalTo(month.toString()))
                .body("obstacle", nullValue())
                .body("months.counts", equalTo(List.of("WHOLE", "WHOLE", "WHOLE")))
                .body("cutoffs.URBAN.LARGE", equalTo(220))
                .body("changes.items.licence", hasItem(shop.licence()));
        assertEquals("SMALL", registered(), "a preview changes nothing");
        compute(month).then().statusCode(201).body("period", equalTo(month.toString()));
        assertEquals("MEDIUM", registered());
        assertEquals("1", fixtures.value("SELECT version FROM retailer WHERE licence = ?", shop.licence()));
        as(fixtures.retailer(shop.licence()))
                .get("/api/retailers/" + shop.licence() + "/size-classes")
                .then()
                .body("items[0].period", equalTo(month.toString()))
                .body("items[0].sizeClass", equalTo("MEDIUM"))
                .body("items[0].basis", equalTo("COMPUTED"))
                .body("items[0].figures.cartons", equalTo(List.of(100, 91, 95)))
                .body("items[0].cutoffs.MEDIUM", equalTo(95))
                .body("items[0].mean", equalTo(95.33f))
                .body("items[0].policy", containsString("cut-offs@"));
    }

    @Test
    void theEvidenceStandsOnThePageOfTheShopInBothLanguages() {
        wholeMonth(month.minusMonths(1), 300);
        compute(month).then().statusCode(201);
        Browser browser = Browser.of(fixtures.retailer(shop.licence()));
        String english = browser.get("/retailers/" + shop.licence()).asString();
        assertTrue(english.contains(month + ": Large"), english);
        assertTrue(english.contains("300 cartons a month, the mean of 1 months."), english);
        assertTrue(english.contains("Large (Urban): from 220 cartons a month on."), english);
        assertTrue(english.contains("Nobody has to order that much (R3)."), english);
        browser.get("/language/zh");
        String chinese = browser.get("/retailers/" + shop.licence()).asString();
        assertTrue(chinese.contains(month + "：大型"), chinese);
        assertTrue(chinese.contains("月均 300 条"), chinese);
    }

    @Test
    void aPlannerSeesWhoChangesAndPutsItOnRecordOnAPage() {
        wholeMonth(month.minusMonths(1), 300);
        Browser browser = Browser.of(planner);
        String page = browser.get("/size-classes?size=500").asString();
        assertTrue(page.contains("Size classes of " + month), page);
        assertTrue(page.contains(shop.licence()), page);
        assertTrue(page.contains("No: nothing is known of it"), page);
        Map<String, String> form = Map.of("once", Forms.random(), "period", month.toString());
        browser.post("/size-classes", "/size-classes", form).then().statusCode(303);
        browser.post("/size-classes", "/size-classes", form).then().statusCode(303);
        assertEquals("LARGE", registered());
        assertTrue(browser.get("/size-classes")
                .asString()
                .contains("The classes of all shops are on record for " + month));
        browser.post("/size-classes", "/size-classes", Map.of("once", Forms.random(), "period", "6000-01"))
                .then()
                .statusCode(422)
                .body(containsString("Classes can be computed for the coming month only; that is " + month));
    }

    @Test
    void aShopWithoutAVolumeKeepsItsClassAndTheEvidenceSaysSo() {
        fixtures.execute("UPDATE retailer SET size_class = 'LARGE' WHERE licence = ?", shop.licence());
        cycle(month, 1, "PLANNED");
        compute(month).then().statusCode(201);
        assertEquals("LARGE", registered());
        assertEquals(month + " LARGE NO_VOLUME", recorded());
        as(planner)
                .get("/api/retailers/" + shop.licence() + "/size-classes")
                .then()
                .body("items[0].mean", nullValue())
                .body("items[0].figures.size()", equalTo(0));
        assertTrue(Browser.of(planner)
                .get("/retailers/" + shop.licence())
                .asString()
                .contains("It keeps the class that it was registered with."));
    }

    @Test
    void aShopOfAMarketTypeWithoutCutOffsKeepsItsClass() {
        makePolicy(month, "RURAL,LARGE,220\n");
        wholeMonth(month.minusMonths(1), 900);
        compute(month).then().statusCode(201);
        assertEquals("SMALL", registered());
        assertEquals(month + " SMALL NOT_CLASSIFIED", recorded());
    }

    @Test
    void aMonthWithoutAnOrderMakesNoShopSmaller() {
        wholeMonth(month.minusMonths(3), 240);
        for (int number = 1; number <= CYCLES; number++) {
            cycle(month.minusMonths(2), number, "DELIVERED");
            cycle(month.minusMonths(1), number, "DELIVERED");
        }
        compute(month).then().statusCode(201);
        assertEquals("LARGE", registered(), "no order costs nothing later (R3, R17)");
    }

    @Test
    void aPartOfAMonthDoesNotCount() {
        wholeMonth(month.minusMonths(2), 240);
        grant(cycle(month.minusMonths(1), 1, "DELIVERED"), shop.licence(), 3);
        as(planner)
                .get("/api/size-classes")
                .then()
                .body("months.counts", equalTo(List.of("UNKNOWN", "WHOLE", "IN_PART")));
        compute(month).then().statusCode(201);
        assertEquals("LARGE", registered());
    }

    @Test
    void whatCameBackIsNoVolume() {
        wholeMonth(month.minusMonths(1), 220);
        String sku = "S-" + Forms.random().substring(0, 10);
        fixtures.execute("INSERT INTO sku (sku, brand, tier, status) VALUES (?, 'Harbour', 'TIER_2', 'NORMAL')", sku);
        fixtures.execute(
                "INSERT INTO came_back (cycle, licence, sku, cartons, kind, recorded_at)"
                        + " SELECT cycle, ?, ?, 1, 'RETURNED', UTC_TIMESTAMP(6) FROM cycle WHERE period = ? LIMIT 1",
                shop.licence(),
                sku,
                month.minusMonths(1).toString());
        compute(month).then().statusCode(201);
        assertEquals("MEDIUM", registered());
    }

    @Test
    void monthsBeforeTheServiceCountByWhatCameIn() {
        String before = month.minusMonths(1).toString();
        earlier.store(Map.of(shop.licence(), List.of(new MonthVolume(before, 219))));
        earlier.store(Map.of(shop.licence(), List.of(new MonthVolume(before, 9999))));
        cycle(month, 1, "PLANNED");
        as(planner)
                .get("/api/size-classes")
                .then()
                .body("months.counts", equalTo(List.of("UNKNOWN", "UNKNOWN", "CAME_IN")));
        compute(month).then().statusCode(201);
        assertEquals("MEDIUM", registered(), "what was said first stands");
    }

    @Test
    void aClassNeverChangesWhileACycleOfAnEarlierMonthIsNotOver() {
        wholeMonth(month.minusMonths(2), 500);
        String last = cycle(month.minusMonths(1), 1, "OPEN");
        for (String state : List.of("PUBLISHED", "OPEN", "SECOND_WINDOW", "CLOSED", "ALLOCATING")) {
            fixtures.execute("UPDATE cycle SET state = ? WHERE cycle = ?", state, last);
            as(planner).get("/api/size-classes").then().body("obstacle", equalTo("SIZE_CLASSES_MONTH_NOT_OVER"));
            compute(month).then().statusCode(409).body("detail", containsString(last));
        }
        assertEquals("SMALL", registered());
        assertEquals(null, recorded());
        Browser.of(planner)
                .get("/size-classes")
                .then()
                .body(containsString("cycle " + last + " of an earlier month is not over"));
    }

    @Test
    void aMonthOfWhichSomethingIsPublishedIsFixed() {
        wholeMonth(month.minusMonths(1), 500);
        String published = cycle(month, 1, "PUBLISHED");
        for (String state : List.of("PUBLISHED", "OPEN", "SECOND_WINDOW", "CLOSED", "ALLOCATED", "DELIVERED")) {
            fixtures.execute("UPDATE cycle SET state = ? WHERE cycle = ?", state, published);
            compute(month).then().statusCode(422);
            compute(month.minusMonths(1)).then().statusCode(422);
        }
        assertEquals("SMALL", registered());
        assertEquals(null, recorded());
    }

    @Test
    void noMonthBeyondTheComingOneIsComputed() {
        wholeMonth(month.minusMonths(1), 500);
        compute(month.plusMonths(1)).then().statusCode(422).body("fields[0].field", equalTo("period"));
        for (String body : List.of("{}", "{\"period\":null}", "{\"period\":\"x\"}", "{\"period\":\"2026-13\"}")) {
            creating(planner).body(body).post("/api/size-classes").then().statusCode(422);
        }
        assertEquals(null, recorded());
    }

    /** Asked of the sentence itself: approvals of other tests are final, and some are effective from the beginning. */
    @Test
    void withoutAnApprovedPolicyThereAreNoCutOffs() {
        wholeMonth(YearMonth.of(1000, 1), 500);
        assertEquals(
                "SIZE_CLASSES_NO_POLICY",
                classification.obstacle("1000-02", false).code());
        assertEquals(null, classification.obstacle("1000-02", true));
    }

    @Test
    void computedTwiceItIsDoneOnceAndWhatComesLaterChangesNothing() {
        wholeMonth(month.minusMonths(1), 100);
        compute(month).then().statusCode(201);
        String journalled = fixtures.value("SELECT COUNT(*) FROM journal WHERE kind = 'SIZE_CLASSES_COMPUTED'");
        makePolicy(month, "*,LARGE,2\n*,MEDIUM,1\n");
        fixtures.execute("UPDATE grant_total SET granted = 900 WHERE licence = ?", shop.licence());
        compute(month).then().statusCode(200).body("recorded", equalTo(0)).body("changed", equalTo(0));
        assertEquals("MEDIUM", registered());
        assertEquals(month + " MEDIUM COMPUTED", recorded());
        assertEquals(journalled, fixtures.value("SELECT COUNT(*) FROM journal WHERE kind = 'SIZE_CLASSES_COMPUTED'"));
        String late = shop.licence() + "-late";
        Shops.add(fixtures, shop, late);
        compute(month).then().statusCode(201).body("recorded", equalTo(1)).body("kept", equalTo(1));
    }

    @Test
    void twoPlannersAtOnceDoItOnce() throws Exception {
        wholeMonth(month.minusMonths(1), 100);
        Callable<Integer> one = () -> compute(month).statusCode();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Integer> answers = both.invokeAll(List.of(one, one)).stream()
                    .map(SizeClassesTest::answer)
                    .sorted()
                    .toList();
            assertEquals(List.of(200, 201), answers);
        } finally {
            both.shutdown();
        }
        assertEquals(month + " MEDIUM COMPUTED", recorded());
    }

    private static int answer(Future<Integer> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void aChangeOfClassIsJournalledWithTheShop() {
        wholeMonth(month.minusMonths(1), 100);
        compute(month).then().statusCode(201);
        String page = Browser.of(fixtures.person(Role.AUDITOR))
                .get("/retailers/" + shop.licence())
                .asString();
        assertTrue(page.contains("Retailer changed"), page);
        assertEquals(
                "{\"sizeClass\":{\"after\":\"MEDIUM\",\"before\":\"SMALL\"}}",
                fixtures.value(
                        "SELECT content FROM journal WHERE kind = 'RETAILER_CHANGED' ORDER BY number DESC LIMIT 1"));
    }

    @Test
    void evidenceIsNeverChangedNorTakenAway() {
        wholeMonth(month.minusMonths(1), 100);
        compute(month).then().statusCode(201);
        for (String statement :
                List.of("UPDATE size_class_evidence SET size_class = 'SMALL'", "DELETE FROM size_class_evidence")) {
            assertThrows(IllegalStateException.class, () -> fixtures.execute(statement));
        }
    }
}
