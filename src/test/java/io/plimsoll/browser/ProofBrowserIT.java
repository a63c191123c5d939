package io.plimsoll.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import io.plimsoll.browser.RealBrowser.Device;
import io.plimsoll.message.Language;
import io.plimsoll.mysql.TestDatabase;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.ledger.Seals;
import io.plimsoll.service.runs.AllocatedCycles;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A retailer checks on his own device that nothing of what he was granted has been changed since. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class ProofBrowserIT {

    @Inject
    Fixtures fixtures;

    @Inject
    AllocatedCycles cycles;

    @Inject
    Seals seals;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private String cycle;
    private String licence;

    @BeforeEach
    void somebodyWasGrantedSomething() {
        cycle = cycles.allocated();
        licence = fixtures.value(
                "SELECT g.licence FROM grant_line g JOIN allocation_run a ON a.id = g.run WHERE a.cycle = ? AND g.granted > 0"
                        + " LIMIT 1",
                cycle);
        seals.all();
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void heChecksHisProofAndKeepsItAndLaterItShowsWhatWasAltered(Device device) throws Exception {
        try (RealBrowser his = RealBrowser.of(device, device == Device.PHONE ? Language.ZH : Language.EN)) {
            his.signIn(fixtures.retailer(licence)).open("/grants/" + cycle);
            his.find("a[href$='/proof']").click();
            his.looksRight();
            his.find("#check").click();
            his.find("#fits").waitFor();
            his.looksRight().picture("proof");
            assertEquals(3, his.find(".proof-steps .right").count());
            assertEquals(0, his.find(".proof-steps .wrong").count());
            String head = his.find(".head-line").textContent().strip();
            Download download = his.page()
                    .waitForDownload(
                            () -> his.find("a[download][href*='proof.txt']").click());
            Path kept = Files.createTempFile(Path.of("target"), "proof", ".txt");
            download.saveAs(kept);

            his.page().fill("#head", head);
            his.find("form[method=get] button").click();
            his.page().waitForURL("**head=**");
            his.looksRight();
            assertTrue(his.find("#said.alert-success").isVisible());
            his.find("#check").click();
            his.find("#fits").waitFor();
            assertEquals(4, his.find(".proof-steps .right").count());

            byOwner("granted + 1");
            his.open("/grants/" + cycle + "/" + licence + "/proof");
            his.find("#check").click();
            his.find("#broken").waitFor();
            assertFalse(his.find("#fits").isVisible());
            assertTrue(his.find("#altered").isVisible(), "and the service says so itself");
            his.looksRight();
            his.find("#older-file").setInputFiles(kept);
            his.find("#fits").waitFor();
            assertFalse(his.find("#broken").isVisible(), "what he kept still proves what he was granted");
            byOwner("granted - 1");
        }
    }

    @Test
    void aForgedFileIsFoundAndSoIsRubbish() throws Exception {
        try (RealBrowser his = RealBrowser.of(Device.DESK, Language.EN)) {
            his.signIn(fixtures.retailer(licence)).open("/grants/" + cycle + "/" + licence + "/proof");
            Download download = his.page()
                    .waitForDownload(
                            () -> his.find("a[download][href*='proof.txt']").click());
            String proof = Files.readString(download.path());
            int at = proof.indexOf("\nleaf\t") + 8;
            String forged = proof.substring(0, at) + (proof.charAt(at) == '9' ? '8' : '9') + proof.substring(at + 1);
            for (String file : new String[] {forged, "rubbish", "", proof.replace("path\t", "path\t1")}) {
                Path typed = Files.writeString(Files.createTempFile(Path.of("target"), "proof", ".txt"), file);
                his.find("#older-file").setInputFiles(typed);
                his.find("#broken").waitFor();
                assertFalse(his.find("#fits").isVisible());
                his.find("#older-file").setInputFiles(download.path());
                his.find("#fits").waitFor();
            }
        }
    }

    @Test
    void withoutScriptsHeIsToldHowToCheckIt() {
        try (RealBrowser his = RealBrowser.withoutScripts(Device.PHONE, Language.EN)) {
            his.signIn(fixtures.retailer(licence)).open("/grants/" + cycle + "/" + licence + "/proof");
            assertFalse(his.find("#check").isVisible());
            assertTrue(his.find("noscript p").textContent().contains("plimsoll verify-proof"));
            assertTrue(his.find("a[download][href*='proof.txt']").isVisible());
        }
    }

    /** Alters what he was granted, as only the owner of the tables can. */
    private void byOwner(String granted) throws SQLException {
        String run = fixtures.value("SELECT id FROM allocation_run WHERE cycle = ? AND in_force", cycle);
        String sql = "UPDATE grant_line SET granted = " + granted + " WHERE run = " + run + " AND licence = '" + licence
                + "' AND granted > 0 LIMIT 1";
        try (Connection owner = DriverManager.getConnection(
                        url, TestDatabase.owner().user(), TestDatabase.owner().password());
                Statement statement = owner.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql), sql);
        }
    }
}
