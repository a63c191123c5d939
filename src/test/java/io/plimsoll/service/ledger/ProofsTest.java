package io.plimsoll.service.ledger;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.files.ReadProgress;
import io.plimsoll.ledger.GrantsLeaf;
import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.Proof;
import io.plimsoll.proof.LedgerVerification;
import io.plimsoll.proof.ProofVerification;
import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.AllocatedCycles;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A retailer gets a proof of his own grants, nobody else's, and it proves what it says. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class ProofsTest {

    @Inject
    Fixtures fixtures;

    @Inject
    AllocatedCycles cycles;

    @Inject
    Sealer sealer;

    @Inject
    Ledger ledger;

    private String cycle;
    private String licence;
    private Fixtures.Somebody retailer;

    @BeforeEach
    void somebodyWasGrantedSomething() {
        cycle = cycles.allocated();
        licence = fixtures.value(
                "SELECT g.licence FROM grant_line g JOIN allocation_run a ON a.id = g.run WHERE a.cycle = ? LIMIT 1",
                cycle);
        retailer = fixtures.retailer(licence);
        sealer.sealAll();
    }

    @Test
    void theProofHoldsHisGrantsAndHoldsAgainstTheHeadThatWasKept() throws Exception {
        Head kept = ledger.head();
        Proof proof = Proof.parse(text(retailer, "?position=" + kept.position()).getBytes(StandardCharsets.UTF_8));
        assertEquals(
                fixtures.values(
                        "SELECT CONCAT(g.line_rank, ' ', g.sku, ' ', g.demand, ' ', g.granted, ' ', g.binding) FROM grant_line g"
                                + " JOIN allocation_run a ON a.id = g.run WHERE a.cycle = ? AND a.in_force AND g.licence = ?"
                                + " ORDER BY g.line_rank",
                        cycle,
                        licence),
                proof.leaf().lines().stream()
                        .map(line -> line.rank() + " " + line.sku() + " " + line.demand() + " " + line.granted() + " "
                                + line.binding())
                        .toList());
        ProofVerification verification =
                ProofVerification.of(proof.text().getBytes(StandardCharsets.UTF_8), List.of(kept));
        assertEquals(List.of(), verification.findings());
        assertEquals("PROOF_ANCHOR_AGREES", verification.confirmations().get(0).code());
    }

    @Test
    void everyRetailerOfTheRunHasAProofThatHolds() {
        Fixtures.Somebody auditor = fixtures.person(Role.AUDITOR);
        List<String> all = fixtures.values(
                "SELECT l.licence FROM run_leaf l JOIN allocation_run a ON a.id = l.run WHERE a.cycle = ?", cycle);
        assertTrue(all.size() > 20, all.size() + " retailers");
        for (String each : all) {
            ProofVerification verification = ProofVerification.of(
                    text(auditor, each, "").getBytes(StandardCharsets.UTF_8), List.of(ledger.head()));
            assertEquals(List.of(), verification.findings(), each);
        }
    }

    /** Whoever keeps both must be able to hold them together later, whatever was sealed between the two clicks. */
    @Test
    void theHeadThatHisPageOffersIsOneThatHisProofReaches() throws Exception {
        Browser browser = Browser.of(retailer);
        String page = browser.get(page(licence)).asString();
        sealer.sealAll();
        String proof = browser.get(page(licence) + ".txt").asString();
        Browser.of(fixtures.person(Role.PLANNER));
        sealer.sealAll();
        Matcher head = Pattern.compile("href=\"(/ledger/head.txt[^\"]*)\"").matcher(page);
        assertTrue(head.find(), page);
        Head kept = Head.parse(browser.get(head.group(1)).asString().strip());
        assertEquals(
                List.of(),
                ProofVerification.of(proof.getBytes(StandardCharsets.UTF_8), List.of(kept))
                        .findings());
    }

    @Test
    void aProofWithOneCartonMoreProvesNothing() throws Exception {
        Proof proof = Proof.parse(text(retailer, "").getBytes(StandardCharsets.UTF_8));
        GrantsLeaf.Line first = proof.leaf().lines().get(0);
        String line = first.rank() + "," + first.sku() + "," + first.demand() + "," + first.granted() + ",";
        String more = first.rank() + "," + first.sku() + "," + first.demand() + "," + (first.granted() + 1) + ",";
        String forged = proof.text().replace(line, more);
        assertNotEquals(proof.text(), forged);
        assertFalse(ProofVerification.of(forged.getBytes(StandardCharsets.UTF_8), List.of())
                .holds());
    }

    @Test
    void theRunThatSupersedesHasAProofOfItsOwn() throws Exception {
        Proof before = Proof.parse(text(retailer, "").getBytes(StandardCharsets.UTF_8));
        cycles.allocateAnew(cycle);
        given().header("Authorization", "Bearer " + retailer.token())
                .get(address(licence))
                .then()
                .statusCode(404);
        sealer.sealAll();
        Proof after = Proof.parse(text(retailer, "").getBytes(StandardCharsets.UTF_8));
        assertTrue(after.leaf().run() > before.leaf().run());
        assertTrue(ProofVerification.of(after.text().getBytes(StandardCharsets.UTF_8), List.of(ledger.head()))
                .holds());
        assertTrue(ProofVerification.of(before.text().getBytes(StandardCharsets.UTF_8), List.of())
                .holds());
    }

    @Test
    void nobodyGetsTheProofOfAnothersGrants() {
        String other = fixtures.value(
                "SELECT licence FROM run_leaf l JOIN allocation_run a ON a.id = l.run WHERE a.cycle = ? AND licence <> ? LIMIT 1",
                cycle,
                licence);
        for (String address : List.of(address(other), page(other), page(other) + ".txt")) {
            if (address.startsWith("/api")) {
                given().header("Authorization", "Bearer " + retailer.token())
                        .get(address)
                        .then()
                        .statusCode(403);
            } else {
                Browser.of(retailer).get(address).then().statusCode(403);
            }
        }
    }

    @Test
    void theProofSaysNothingOfOthersAndTheSaltsOfTwoAreNotAlike() throws Exception {
        Fixtures.Somebody auditor = fixtures.person(Role.AUDITOR);
        List<String> two = fixtures.values(
                "SELECT l.licence FROM run_leaf l JOIN allocation_run a ON a.id = l.run WHERE a.cycle = ? LIMIT 2",
                cycle);
        Proof one = Proof.parse(text(auditor, two.get(0), "").getBytes(StandardCharsets.UTF_8));
        Proof other = Proof.parse(text(auditor, two.get(1), "").getBytes(StandardCharsets.UTF_8));
        assertNotEquals(one.leaf().salt(), other.leaf().salt());
        assertFalse(one.text().contains(other.leaf().retailer()));
        assertFalse(one.text().contains(two.get(1)));
        assertFalse(one.text().contains(two.get(0)), "nor who he is");
    }

    @Test
    void whoOrderedNothingHasNoProofAndIsToldSo() {
        String without = fixtures.value(
                "SELECT licence FROM demand_order WHERE cycle = ? AND state = 'NO_DEMAND' LIMIT 1", cycle);
        Browser.of(fixtures.retailer(without))
                .get(page(without))
                .then()
                .statusCode(200)
                .body(containsString("There is no proof yet"));
    }

    @Test
    void hisPageComparesTheProofWithTheLineThatHeKept() {
        Head kept = ledger.head();
        Browser browser = Browser.of(retailer);
        browser.get(page(licence) + "?head=" + kept.text())
                .then()
                .statusCode(200)
                .body(containsString("agrees: this entry was in the ledger when it was taken"));
        String forged = kept.text().substring(0, kept.text().length() - 1)
                + (kept.text().endsWith("0") ? "1" : "0");
        browser.get(page(licence) + "?head=" + forged)
                .then()
                .statusCode(200)
                .body(containsString("this entry was NOT in the ledger when it was taken"));
        browser.get(page(licence) + "?head=rubbish")
                .then()
                .statusCode(200)
                .body(containsString("This is no head"))
                .body(not(containsString("NOT in the ledger")));
    }

    @Test
    void theAuditorReadsOneSealedEntryAndTakesTheWholeLedgerAwayAndBothAreKnown() throws Exception {
        Fixtures.Somebody auditor = fixtures.person(Role.AUDITOR);
        String number = fixtures.value(
                "SELECT number FROM journal WHERE kind = 'RUN_FINISHED' AND subject = ?", "cycle:" + cycle);
        Browser.of(auditor)
                .get("/ledger/entries/" + number)
                .then()
                .statusCode(200)
                .body(containsString("grants_root"));
        int before = times("DATA_TAKEN_OUT");
        byte[] zip = given().header("Authorization", "Bearer " + auditor.token())
                .get("/api/ledger/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Path file = Files.write(Files.createTempFile(Path.of("target"), "ledger", ".zip"), zip);
        LedgerVerification verification = LedgerVerification.of(file, List.of(ledger.head()), ReadProgress.SILENT);
        assertEquals(List.of(), verification.findings());
        assertEquals(1, times("DATA_TAKEN_OUT") - before);
    }

    @Test
    void anEntryThatIsNotSealedYetIsToldFromOneThatIsNotThere() {
        Fixtures.Somebody auditor = fixtures.person(Role.AUDITOR);
        Browser browser = Browser.of(auditor);
        String last = fixtures.value("SELECT MAX(number) FROM journal");
        browser.get("/ledger/entries/" + last).then().statusCode(200).body(containsString("not sealed yet"));
        browser.get("/ledger/entries/" + last + "000").then().statusCode(404);
        sealer.sealAll();
        browser.get("/ledger/entries/" + last).then().statusCode(200).body(containsString("The line that is sealed"));
    }

    @Test
    void anAuditorsReadingOfAProofIsJournalledAndARetailersIsNot() {
        Fixtures.Somebody auditor = fixtures.person(Role.AUDITOR);
        int before = times("RETAILER_READ");
        text(auditor, licence, "");
        assertEquals(1, times("RETAILER_READ") - before);
        text(retailer, "");
        assertEquals(1, times("RETAILER_READ") - before);
    }

    @Test
    void headAndDaysCanBeAskedForByPrograms() {
        given().header("Authorization", "Bearer " + retailer.token())
                .get("/api/ledger/head")
                .then()
                .statusCode(200)
                .body("position", greaterThan(0))
                .body("text", equalTo(ledger.head().text()));
        Browser.of(retailer)
                .get("/ledger/head.txt")
                .then()
                .statusCode(200)
                .body(equalTo(ledger.head().text() + "\n"));
    }

    private int times(String act) {
        return Integer.parseInt(fixtures.value("SELECT COUNT(*) FROM journal WHERE kind = ?", act));
    }

    private String text(Fixtures.Somebody somebody, String query) {
        return text(somebody, licence, query);
    }

    private String text(Fixtures.Somebody somebody, String of, String query) {
        return given().header("Authorization", "Bearer " + somebody.token())
                .get(address(of) + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String address(String of) {
        return "/api/cycles/" + cycle + "/grants/" + of + "/proof";
    }

    private String page(String of) {
        return "/grants/" + cycle + "/" + of + "/proof";
    }
}
