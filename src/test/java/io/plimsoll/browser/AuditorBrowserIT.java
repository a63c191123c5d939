package io.plimsoll.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.Page.WaitForSelectorOptions;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.plimsoll.browser.RealBrowser.Device;
import io.plimsoll.message.Language;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.background.TestWork;
import io.plimsoll.service.ledger.Seals;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.AllocatedCycles;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * From the overview to the case file: a list from paper gives a shop more than it asked for; an auditor finds it, has it checked
 * and closes it as a violation, and whom it is about learns nothing of it.
 */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class AuditorBrowserIT {

    @Inject
    Fixtures fixtures;

    @Inject
    AllocatedCycles cycles;

    @Inject
    TestWork work;

    @Inject
    Seals seals;

    private static final WaitForSelectorOptions GONE =
            new WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED);

    private String cycle;
    private String licence;
    private String sku;
    private Device device;

    @ParameterizedTest
    @EnumSource(Device.class)
    void fromTheOverviewToTheCaseFile(Device device) throws Exception {
        this.device = device;
        cycle = cycles.allocated();
        String run = fixtures.value("SELECT id FROM allocation_run WHERE cycle = ? AND in_force", cycle);
        String someShop = " FROM grant_line g JOIN retailer r USING (licence) WHERE g.run = ? AND g.granted > 0"
                + " AND r.territory IS NOT NULL ORDER BY g.licence, g.line_rank LIMIT 1";
        licence = fixtures.value("SELECT g.licence" + someShop, run);
        sku = fixtures.value("SELECT g.sku" + someShop, run);
        String manager = fixtures.value("SELECT manager FROM retailer WHERE licence = ?", licence);
        // A manager has one account, which other tests may have given him.
        fixtures.execute("UPDATE person SET manager = NULL WHERE manager = ?", manager);
        Somebody subject = fixtures.manager(fixtures.value("SELECT manager FROM retailer WHERE licence = ?", licence));
        Somebody market =
                fixtures.marketManager(fixtures.value("SELECT territory FROM retailer WHERE licence = ?", licence));
        Somebody auditor = fixtures.person(Role.AUDITOR);

        aPlannerBringsTheListFromPaper(run);
        String lead;
        try (RealBrowser his = browser()) {
            his.signIn(auditor).looksRight();
            assertTrue(his.find("main section:has(h2 a[href='/findings']) li").count() > 0, "his home says so");
            findsIt(his);
            looksAtWhatItRestsOn(his);
            lead = opensALead(his, subject);
            assigns(his, market);
        }
        aMarketManagerChecksIt(market, lead);
        whomItIsAboutLearnsNothing(subject, lead);
        theAuditorClosesIt(auditor, lead);
        whomItIsAboutLearnsNothing(subject, lead);
        String id = lead.substring(lead.lastIndexOf('/') + 1);
        assertEquals("VERIFIED", fixtures.value("SELECT result FROM raised_lead WHERE id = ?", id));
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM violation WHERE of_lead = ?", id));
    }

    private RealBrowser browser() {
        return RealBrowser.of(device, device == Device.PHONE ? Language.ZH : Language.EN);
    }

    /** The grants as they are, but for one line that is given a carton more than was asked for. */
    private void aPlannerBringsTheListFromPaper(String run) throws IOException {
        List<String> list = new ArrayList<>(List.of("retailer,sku,granted"));
        list.addAll(fixtures.values(
                "SELECT CONCAT(licence, ',', sku, ',', IF(licence = ? AND sku = ?, demand + 1, granted)) FROM grant_line"
                        + " WHERE run = ?",
                licence,
                sku,
                run));
        try (RealBrowser planner = browser()) {
            planner.signIn(fixtures.person(Role.PLANNER))
                    .open("/cycles/" + cycle + "/audits/new")
                    .looksRight();
            planner.page().fill("#source", "The paper of the north depot");
            planner.page()
                    .setInputFiles(
                            "#file", Files.write(folder().resolve(cycle + ".csv"), list, StandardCharsets.UTF_8));
            planner.find("form.form-card .btn-primary").click();
            planner.page().waitForURL("**/audits/*");
            work.goOn();
            seals.all();
            planner.page().waitForSelector("#findings");
            planner.looksRight();
        }
    }

    /** From his home to the finding, by what a filter leaves; and takes the table with him. */
    private void findsIt(RealBrowser his) throws IOException {
        his.find("main h2 a[href='/findings']").click();
        his.page().waitForURL("**/findings");
        his.looksRight();
        his.page().selectOption("#f-severity", "CRITICAL");
        his.page().fill("#f-cycle", cycle);
        his.find("form.filters .btn-primary").click();
        his.page().waitForURL("**severity=CRITICAL**");
        his.looksRight().picture("findings");
        assertEquals(0, his.find("main .severity-WARNING, main .severity-INFO").count(), "only what is asked for");
        String csv = Files.readString(downloaded(his, "a[href*='/findings/table'][href*='csv']"));
        assertTrue(csv.contains(licence) && csv.contains(cycle), csv);
        assertFalse(csv.contains("WARNING"), "the table is what the filter leaves");
        byte[] xlsx = Files.readAllBytes(downloaded(his, "a[href*='/findings/table'][href*='xlsx']"));
        assertEquals("PK", new String(xlsx, 0, 2, StandardCharsets.US_ASCII));
        his.find("table.stack th[scope=row] a:has-text('" + licence + "'):has-text('" + sku + "')")
                .first()
                .click();
        his.page().waitForURL("**/findings/audit/**");
    }

    private void looksAtWhatItRestsOn(RealBrowser his) {
        his.looksRight().picture("finding");
        String finding = path(his);
        assertTrue(his.find("tr.cut").innerText().contains(sku), "the line that is meant is marked");
        assertTrue(his.find("p.reading").count() > 0, "the rule in words");
        his.find("details:has(pre.raw) summary").first().click();
        assertTrue(his.find("pre.raw").first().isVisible(), "and word for word");
        his.looksRight();
        // One click from the line to why it is so, and one to its proof.
        his.find("tr.cut a[href$='/why']").click();
        his.page().waitForURL("**/why");
        his.looksRight();
        his.open(finding).find("tr.cut a[href$='/proof']").click();
        his.page().waitForURL("**/proof");
        his.looksRight();
        assertEquals(1, his.find("#proof").count());
        his.open(finding).find("a[href^='/ledger/entries/']").click();
        his.page().waitForURL("**/ledger/entries/*");
        his.looksRight();
        his.open(finding);
    }

    /** Tells the address of the lead. */
    private String opensALead(RealBrowser his, Somebody subject) {
        his.find("a[href^='/leads/new']").click();
        his.page().waitForURL("**/leads/new**");
        his.looksRight();
        his.page().fill("#f-words", "纸面清单多给了一条。 One carton more than was asked for.");
        his.page().selectOption("#f-person", subject.name());
        his.find("form.form .btn-primary").click();
        his.page().waitForURL(address -> path(address).matches("/leads/\\d+"));
        his.looksRight();
        return path(his);
    }

    private void assigns(RealBrowser his, Somebody market) {
        his.page().selectOption("#f-assignment-assignee", market.name());
        his.page().fill("#f-assignment-due", LocalDate.now().plusDays(5).toString());
        his.page().fill("#f-assignment-words", "Ask at the depot.");
        his.find("form[action$='/assignment'] .btn-primary").click();
        his.page().waitForSelector(".timeline li:nth-child(4)");
        his.looksRight();
    }

    private void aMarketManagerChecksIt(Somebody market, String lead) throws IOException {
        Path photo = folder().resolve("paper.png");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", photo.toFile());
        try (RealBrowser her = browser()) {
            her.signIn(market).looksRight();
            her.find("main a[href='/leads?mine=true']").click();
            her.looksRight();
            her.find("main a[href='" + lead + "']").first().click();
            her.page().waitForURL("**" + lead);
            her.looksRight();
            her.find("details:has(#f-comments-words) summary").click();
            her.page().fill("#f-comments-words", "The paper as it hangs there.");
            her.page().setInputFiles("#f-comments-file", photo);
            her.find("form[action$='/comments'] .btn-primary").click();
            her.page().waitForSelector("a[href^='/leads/attachments/']");
            her.looksRight();
            her.find("form[action$='/proposal'] input[value=VERIFIED]").check();
            her.page().fill("#f-proposal-words", "It was so.");
            her.find("form[action$='/proposal'] .btn-primary").click();
            her.page().waitForSelector("details:has(#f-proposal-words):not([open])");
            her.looksRight();
            assertEquals(0, her.find("form[action$='/closing']").count(), "closing is an auditor's");
        }
    }

    private void whomItIsAboutLearnsNothing(Somebody subject, String lead) {
        try (RealBrowser subjects = browser()) {
            subjects.signIn(subject).looksRight();
            String words = "One carton more";
            assertFalse(subjects.page().content().contains(words));
            subjects.open("/leads").looksRight();
            assertEquals(0, subjects.find("main a[href='" + lead + "']").count());
            assertFalse(subjects.page().content().contains(words));
            subjects.expects(404).expects(403);
            for (String address : List.of(lead, lead + "/case-file")) {
                assertEquals(404, subjects.page().navigate(address).status());
                subjects.looksRight();
                assertFalse(subjects.page().content().contains(words));
            }
            assertEquals(403, subjects.page().navigate("/leads/violations").status());
        }
    }

    private void theAuditorClosesIt(Somebody auditor, String lead) throws IOException {
        try (RealBrowser his = browser()) {
            his.signIn(auditor);
            his.find("main a[href='/leads?state=PROPOSED']").click();
            his.looksRight();
            his.open(lead).looksRight();
            byte[] photo = Files.readAllBytes(downloaded(his, "a[href^='/leads/attachments/']"));
            assertEquals("PNG", new String(photo, 1, 3, StandardCharsets.US_ASCII));
            his.find("form[action$='/closing'] input[value=VERIFIED]").check();
            his.page().selectOption("#f-closing-prohibition", "ASSIGNED_ORDERS");
            his.page().fill("#f-closing-words", "The paper and the ledger say so.");
            his.find("form[action$='/closing'] .btn-primary").click();
            his.page().waitForSelector("form[action$='/closing']", GONE);
            his.looksRight().picture("lead");
            his.open("/leads/violations").looksRight();
            his.find("main a[href='" + lead + "']").click();
            his.page().waitForURL("**" + lead);
            his.find("a[href$='/case-file']").click();
            his.page().waitForURL("**/case-file");
            his.looksRight().picture("case-file");
            for (String part : List.of("paper.png", licence, cycle, "ASSIGNED_ORDERS", "One carton more")) {
                assertTrue(his.find(".case-file").innerText().contains(part), part);
            }
            his.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
            assertTrue(his.find(".case-file").isVisible());
            assertFalse(his.find("header.bar").isVisible(), "on paper there is nothing to press");
            assertFalse(his.find("a[href$='.pdf']").isVisible());
            isPdf(his.page().pdf(new PdfOptions().setFormat("A4").setPath(folder().resolve(device + "-printed.pdf"))));
            his.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.SCREEN));
            isPdf(Files.readAllBytes(downloaded(his, "a[href$='/case-file.pdf']")));
        }
    }

    private static void isPdf(byte[] file) {
        assertEquals("%PDF-", new String(file, 0, 5, StandardCharsets.US_ASCII));
        assertTrue(file.length > 5000, "there is something on it");
    }

    private static Path downloaded(RealBrowser his, String link) {
        Download download =
                his.page().waitForDownload(() -> his.find(link).first().click());
        return download.path();
    }

    private static Path folder() throws IOException {
        return Files.createDirectories(Path.of("target/auditor"));
    }

    private static String path(RealBrowser his) {
        return path(his.page().url());
    }

    private static String path(String address) {
        return URI.create(address).getPath();
    }
}
