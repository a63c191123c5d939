package io.plimsoll.service.findings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Language;
import io.plimsoll.rule.FindingFact;
import io.plimsoll.rule.fact.Facts;
import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.ledger.Seals;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.AllocatedCycles;
import io.plimsoll.service.web.Words;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.lang.reflect.RecordComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An auditor sees what was found, counted and one by one, with the lines, the ceilings and the rule it rests on. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class FindingsTest {

    @Inject
    Fixtures fixtures;

    @Inject
    AllocatedCycles cycles;

    @Inject
    Words words;

    @Inject
    Seals seals;

    private String cycle;
    private String run;
    private String licence;
    private String sku;
    private String manager;
    private Fixtures.Somebody auditor;

    @BeforeEach
    void aRunThatFoundThreeThings() {
        cycle = cycles.allocated();
        run = fixtures.value("SELECT id FROM allocation_run WHERE cycle = ? AND in_force", cycle);
        licence =
                fixtures.value("SELECT licence FROM grant_line WHERE run = ? ORDER BY licence, line_rank LIMIT 1", run);
        sku = fixtures.value(
                "SELECT sku FROM grant_line WHERE run = ? AND licence = ? ORDER BY line_rank LIMIT 1", run, licence);
        manager = fixtures.value("SELECT manager FROM cycle_retailer WHERE cycle = ? AND licence = ?", cycle, licence);
        auditor = fixtures.person(Role.AUDITOR);
        found(
                900,
                "D19",
                "CRITICAL",
                licence + " / " + sku,
                "ABOVE_DEMAND",
                "code=ABOVE_DEMAND; retailer=" + licence + "; sku=" + sku + "; limit=3; granted=4; limitKind=DEMAND");
        found(
                901,
                "R10",
                "WARNING",
                sku,
                "SUPPLY_LEFT_LYING",
                "code=SUPPLY_LEFT_LYING; sku=" + sku + "; released=9; granted=4; wanter=" + licence
                        + "; wanterDemand=8; wanterGranted=2; others=0");
        found(
                902,
                "R5",
                "WARNING",
                "SMALL/RURAL/1",
                "AGREEMENT_BY_SKU",
                "code=AGREEMENT_BY_SKU; sizeClass=SMALL; marketType=RURAL; interval=1; sumOfCeilings=3; medianHeadroom=9;"
                        + " headroomMultiple=3");
    }

    private void found(int position, String rule, String severity, String subject, String code, String evidence) {
        fixtures.execute(
                "INSERT INTO run_finding (run, position, rule, severity, subject, code, evidence) VALUES (?, ?, ?, ?, ?, ?, ?)",
                run,
                position,
                rule,
                severity,
                subject,
                code,
                evidence);
    }

    @Test
    void theListHasThemAllTheGravestFirstAndTheOverviewCountsThem() {
        ours("").body("total", equalTo(3))
                .body("items[0].rule", equalTo("D19"))
                .body("items[0].manager", equalTo(manager))
                .body("items[2].manager", equalTo(null));
        overview("cycle=" + cycle)
                .body("cycles", hasSize(1))
                .body("cycles[0].critical", equalTo(1))
                .body("cycles[0].warning", equalTo(2))
                .body("rules.key", hasItem("R10"))
                .body("managers", hasSize(1))
                .body("managers[0].key", equalTo(manager))
                .body("managers[0].critical", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({"severity=CRITICAL, 1", "rule=R10, 1", "rule=R99, 0", "source=RUN, 3", "source=AUDIT, 0"})
    void filtersLeaveWhatTheySay(String filter, int left) {
        ours("&" + filter).body("total", equalTo(left));
        overview("cycle=" + cycle + "&" + filter)
                .body("rules.collect { it.critical + it.warning + it.info }.sum() ?: 0", equalTo(left));
    }

    @Test
    void managerAndSearchLeaveHisShopsFindings() {
        ours("&manager=" + manager).body("total", equalTo(1));
        ours("&search=" + licence).body("total", equalTo(1));
        ours("&search=" + sku).body("total", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource({"severity=BAD, severity", "source=HERE, source", "sort=sideways, sort", "superseded=maybe, superseded"})
    void aFilterThatSaysNothingIsRefusedByName(String filter, String field) {
        given().header("Authorization", "Bearer " + auditor.token())
                .get("/api/findings?" + filter)
                .then()
                .statusCode(422)
                .body("fields[0].field", equalTo(field));
    }

    @Test
    void thoseOfASupersededRunCountOnlyWhenTheyAreAskedFor() {
        cycles.allocateAnew(cycle);
        ours("").body("total", equalTo(0));
        ours("&superseded=true").body("total", equalTo(3)).body("items[0].holds", equalTo(false));
        Browser.of(auditor).get(address(900)).then().statusCode(200).body(containsString("has been superseded"));
    }

    @Test
    void aFindingLeadsToTheLedgerOnceItIsSealedThere() {
        Browser browser = Browser.of(auditor);
        browser.get(address(900)).then().statusCode(200).body(not(containsString("/ledger/entries/")));
        seals.all();
        String page = browser.get(address(900)).asString();
        int at = page.indexOf("/ledger/entries/");
        browser.get(page.substring(at, page.indexOf('"', at))).then().statusCode(200);
    }

    @Test
    void theFindingOfALineShowsTheShopsLinesItsCeilingsAndTheRuleWordForWord() {
        String lines = fixtures.value("SELECT COUNT(*) FROM grant_line WHERE run = ? AND licence = ?", run, licence);
        String page = Browser.of(auditor)
                .get(address(900))
                .then()
                .statusCode(200)
                .body(containsString(licence + " reported 3 cartons of " + sku + " and was granted 4."))
                .body(containsString("Nobody is granted more than it reported."))
                .body(containsString("A grant above the reported demand"))
                .body(containsString("/leads/new?run=" + run + "&amp;position=900"))
                .body(containsString("Month"))
                .extract()
                .asString();
        assertEquals(Integer.parseInt(lines), page.split("/why\"", -1).length - 1);
        assertEquals(1, page.split("<tr class=\"cut\">", -1).length - 1, "the line that is meant is marked");
    }

    @Test
    void theFindingOfASkuShowsWhoWasShortOfItAndThatOfPeersTheirCeilings() {
        Browser.of(auditor).get(address(901)).then().statusCode(200).body(containsString("The lines that it rests on"));
        Browser.of(auditor)
                .get(address(902))
                .then()
                .statusCode(200)
                .body(containsString("SMALL/RURAL/1"))
                .body(not(containsString("The lines that it rests on")));
    }

    @Test
    void thoseOfAnAuditStandBesideWhatWasGrantedHere() {
        long audit = fixtures.execute(
                "INSERT INTO audit (cycle, run, source, file, content_hash, order_lines, cartons, brought_by, brought_at)"
                        + " VALUES (?, ?, 'On paper', 'list.csv', ?, 1, 9, ?, UTC_TIMESTAMP(6))",
                cycle,
                run,
                "0".repeat(64),
                auditor.id());
        fixtures.execute(
                "INSERT INTO audit_grant (audit, position, licence, sku, granted) VALUES (?, 1, ?, ?, 9)",
                audit,
                licence,
                sku);
        String insert =
                "INSERT INTO audit_finding (audit, position, rule, severity, subject, code, evidence) VALUES (?, ?, ?, ?, ?, ?, ?)";
        fixtures.execute(
                insert,
                audit,
                1,
                "D19",
                "CRITICAL",
                licence + " / " + sku,
                "ABOVE_DEMAND",
                "code=ABOVE_DEMAND; retailer=" + licence + "; sku=" + sku + "; limit=3; granted=9");
        fixtures.execute(
                insert,
                audit,
                2,
                "D19",
                "CRITICAL",
                sku,
                "ABOVE_SUPPLY",
                "code=ABOVE_SUPPLY; sku=" + sku + "; limit=3; granted=9");
        ours("&source=AUDIT").body("total", equalTo(2)).body("items[0].source", equalTo("AUDIT"));
        for (int position = 1; position <= 2; position++) {
            Browser.of(auditor)
                    .get("/findings/audit/" + audit + "/" + position)
                    .then()
                    .statusCode(200)
                    .body(containsString("Granted by the others"))
                    .body(containsString("/leads/new?audit=" + audit + "&amp;position=" + position));
        }
    }

    @Test
    void itReadsInChineseAsWell() {
        Browser browser = Browser.of(auditor);
        browser.get("/language/zh?back=/findings");
        browser.get(address(900))
                .then()
                .statusCode(200)
                .body(containsString("供货不得超过提报需求"))
                .body(containsString("登记线索"));
    }

    @Test
    void anAuditorsLookAtAShopsLinesIsJournalledAndAPlannersIsNot() {
        int before = readings();
        Browser.of(fixtures.person(Role.PLANNER)).get(address(900)).then().statusCode(200);
        assertEquals(before, readings());
        Browser.of(auditor).get(address(900)).then().statusCode(200);
        assertEquals(before + 1, readings());
    }

    @Test
    void theTableCanBeTakenAwayAndThatIsKnown() {
        String csv = given().header("Authorization", "Bearer " + auditor.token())
                .get("/api/findings/table?format=csv&cycle=" + cycle)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .extract()
                .asString();
        assertEquals(4, csv.lines().count(), csv);
        assertTrue(csv.contains(licence + " reported 3 cartons of " + sku + " and was granted 4."));
        Browser.of(auditor)
                .get("/findings/table?format=xlsx&cycle=" + cycle)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("findings.xlsx"));
        Browser.of(auditor).get("/findings/table?format=doc").then().statusCode(422);
        assertNotEquals(
                "0",
                fixtures.value(
                        "SELECT COUNT(*) FROM journal WHERE kind = 'DATA_TAKEN_OUT' AND content LIKE '%findings%'"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String none : new String[] {"/findings/" + run + "/1000000", "/findings/0/1", "/findings/audit/0/1"}) {
            Browser.of(auditor).get(none).then().statusCode(404);
        }
    }

    /** A figure without a word would show its English name to a Chinese reader. */
    @Test
    void everyFigureThatARuleCanGoByHasAWordInBothLanguages() {
        for (Language language : Language.values()) {
            Catalogue catalogue = words.in(language);
            for (Class<?> fact : Facts.ALL) {
                if (FindingFact.class.isAssignableFrom(fact)) {
                    for (RecordComponent figure : fact.getRecordComponents()) {
                        if (!figure.getName().equals("proposals")) {
                            String word = catalogue.say("evidence." + figure.getName());
                            assertTrue(!word.startsWith("evidence."), language + " " + figure.getName());
                        }
                    }
                }
            }
        }
    }

    private ValidatableResponse ours(String filter) {
        return given().header("Authorization", "Bearer " + auditor.token())
                .get("/api/findings?cycle=" + cycle + filter)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse overview(String filter) {
        return given().header("Authorization", "Bearer " + auditor.token())
                .get("/api/findings/overview?" + filter)
                .then()
                .statusCode(200);
    }

    private int readings() {
        return Integer.parseInt(fixtures.value("SELECT COUNT(*) FROM journal WHERE kind = 'RETAILER_READ'"));
    }

    private String address(int position) {
        return "/findings/" + run + "/" + position;
    }
}
