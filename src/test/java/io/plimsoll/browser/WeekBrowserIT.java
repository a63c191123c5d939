package io.plimsoll.browser;

import static io.plimsoll.browser.StoryCounty.CLOSES;
import static io.plimsoll.browser.StoryCounty.OPENS;
import static io.plimsoll.browser.StoryCounty.SECOND_CLOSES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.plimsoll.browser.RealBrowser.Device;
import io.plimsoll.message.Language;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.TestClock;
import io.plimsoll.service.cycles.TestCycles;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.TestRuns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A week: a planner brings supply and publishes, a retailer orders on his phone, the run shares, and everybody sees why. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class WeekBrowserIT {

    @Inject
    Fixtures fixtures;

    @Inject
    StoryCounty county;

    @Inject
    TestRuns runs;

    @Inject
    TestClock clock;

    @AfterEach
    void theClockIsRightAgain() {
        clock.putBack();
    }

    @ParameterizedTest
    @CsvSource({"PHONE, EN", "PHONE, ZH", "DESK, EN", "DESK, ZH"})
    void fromTheUploadToTheChartsAndFromTheOrderToTheExplainedCut(Device device, Language language) {
        StoryCounty.Story story = county.begin();
        county.until(OPENS.minusSeconds(3600));
        Somebody planner = fixtures.person(Role.PLANNER);
        int shop = story.busyShop();
        String licence = story.drawn().cycle().retailers().get(shop).key();
        Somebody retailer = fixtures.retailer(licence);
        fixtures.execute("UPDATE person SET display_name = 'Li Wei' WHERE id = ?", planner.id());
        fixtures.execute(
                "UPDATE person p JOIN retailer r ON r.licence = p.retailer SET p.display_name = r.name WHERE p.id = ?",
                retailer.id());
        String period = TestCycles.period();
        String cycle = period + "-w1";
        plan(device, language, planner, story, cycle, period);

        county.until(OPENS.plusSeconds(60));
        county.othersOrder(story, cycle, shop);
        order(device, language, retailer, cycle);
        try (RealBrowser browser = RealBrowser.of(device, language)) {
            browser.signIn(planner).open("/").looksRight();
            browser.open("/cycles/" + cycle + "/glance").looksRight().picture("glance");
            assertTrue(browser.find(".chart canvas").count() >= 1, "something is drawn");
        }

        county.until(CLOSES);
        county.until(SECOND_CLOSES.plusSeconds(1));
        run(device, language, planner, cycle);
        understand(device, language, retailer, licence, cycle);
    }

    private void plan(
            Device device, Language language, Somebody planner, StoryCounty.Story story, String cycle, String period) {
        try (RealBrowser browser = RealBrowser.of(device, language)) {
            browser.signIn(planner).open("/plan-cycle").looksRight();
            browser.page().fill("#cycle", cycle);
            browser.page().fill("#period", period);
            browser.page().fill("#number", "1");
            browser.page().fill("#of", "4");
            browser.page().fill("#opensAt", "2096-11-05T08:00");
            browser.page().fill("#closesAt", "2096-11-06T18:00");
            browser.page().fill("#secondClosesAt", "2096-11-07T10:00");
            browser.page().selectOption("#policy", story.policy());
            browser.page().fill("#seed", "drawn in public");
            browser.find("main form .btn-primary").first().click();
            assertTrue(
                    browser.page().url().endsWith("/cycles/" + cycle),
                    browser.page().url());

            browser.open("/uploads/new").looksRight();
            browser.page().setInputFiles("#file", new FilePayload("supply.csv", "text/csv", story.supplyFile()));
            browser.page().selectOption("#table", "supply.csv");
            browser.page().selectOption("#cycle", cycle);
            browser.find("main form .btn-primary").click();
            browser.looksRight().picture("upload");
            browser.find("form[action$='/store'] button").click();
            browser.looksRight();

            browser.open("/cycles/" + cycle).looksRight();
            browser.find("form:has(input[value=PUBLISHED]) button").click();
            browser.looksRight();
            assertEquals("PUBLISHED", fixtures.value("SELECT state FROM cycle WHERE cycle = ?", cycle));
        }
    }

    private void order(Device device, Language language, Somebody retailer, String cycle) {
        try (RealBrowser browser = RealBrowser.of(device, language)) {
            browser.signIn(retailer).looksRight().picture("home");
            browser.find("a.tile[href^='/order']").click();
            browser.looksRight().picture("may");
            assertEquals(0, browser.find("#lines .line").count(), "nothing is filled in for him");
            Locator others = browser.find("#others [name=demand]");
            for (Locator field : others.all()) {
                assertEquals("", field.inputValue(), "no default anywhere");
            }
            fill(browser, 0, "3");
            fill(browser, 1, "2000");
            browser.find("#others .step[data-step='1']").nth(2).click();
            assertEquals(3, browser.find("#lines .line").count());
            assertTrue(browser.find("#over-all").isVisible(), "more than the ceiling is said, kindly");
            String last = browser.find("#lines .line").nth(2).getAttribute("data-sku");
            browser.find("#lines .line").nth(2).locator("button[value^='up:']").click();
            assertEquals(last, browser.find("#lines .line").nth(1).getAttribute("data-sku"));
            drag(browser, 1, 0);
            assertEquals(last, browser.find("#lines .line").nth(0).getAttribute("data-sku"));
            browser.looksRight();
            browser.find("#lines").scrollIntoViewIfNeeded();
            browser.picture("order");
            browser.find("button[value=check]").click();
            browser.looksRight().picture("check");
            assertEquals(
                    "0",
                    fixtures.value(
                            "SELECT COUNT(*) FROM demand_order WHERE cycle = ? AND licence ="
                                    + " (SELECT retailer FROM person WHERE id = ?)",
                            cycle,
                            retailer.id()),
                    "not before he submits");
            browser.find("button[value=submit]").click();
            browser.looksRight().picture("receipt");
            assertEquals(
                    "2000",
                    fixtures.value(
                            "SELECT MAX(demand) FROM demand_line WHERE cycle = ? AND licence ="
                                    + " (SELECT retailer FROM person WHERE id = ?)",
                            cycle,
                            retailer.id()),
                    "as it was asked for");
        }
    }

    private static void fill(RealBrowser browser, int place, String cartons) {
        Locator field = browser.find("#others [name=demand]").nth(place);
        field.fill(cartons);
        field.press("Tab");
    }

    private static void drag(RealBrowser browser, int from, int to) {
        Locator grip = browser.find("#lines .grip").nth(from);
        grip.scrollIntoViewIfNeeded();
        var start = grip.boundingBox();
        var end = browser.find("#lines .line").nth(to).boundingBox();
        browser.page().mouse().move(start.x + start.width / 2, start.y + start.height / 2);
        browser.page().mouse().down();
        browser.page()
                .mouse()
                .move(end.x + 40, end.y + 20, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(8));
        browser.page()
                .mouse()
                .move(end.x + 40, end.y + 4, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(4));
        browser.page().mouse().up();
    }

    private void run(Device device, Language language, Somebody planner, String cycle) {
        try (RealBrowser browser = RealBrowser.of(device, language)) {
            browser.signIn(planner).open("/cycles/" + cycle + "/run").looksRight();
            browser.find("form.act button").click();
            browser.looksRight().picture("run");
            runs.work();
            browser.page().waitForSelector("a[href*='/runs/']");
            browser.looksRight().picture("run-done");
            browser.open("/cycles/" + cycle + "/results").looksRight();
            assertTrue(browser.find(".chart canvas").count() >= 4, "class, tier, territory, cuts");
            browser.picture("results");
        }
    }

    private void understand(Device device, Language language, Somebody retailer, String licence, String cycle) {
        try (RealBrowser browser = RealBrowser.of(device, language)) {
            browser.signIn(retailer).open("/order/" + cycle).looksRight();
            browser.find("main a[href^='/grants/']").click();
            browser.looksRight().picture("grants");
            assertTrue(browser.find("tr.cut .reason").count() >= 1, "2,000 cartons are cut");
            assertFalse(browser.find("tr.cut .reason").first().innerText().isBlank(), "and why is said beside it");
            browser.find("a[href$='/why']").click();
            browser.looksRight().picture("why");
            browser.find("a[href*='new-complaint']").click();
            browser.looksRight();
            assertEquals(cycle, browser.find("#f-cycle").inputValue());
            assertTrue(browser.page().url().contains(licence));
        }
    }

    @Test
    void anOrderNeedsNoScripts() {
        StoryCounty.Story story = county.begin();
        county.until(OPENS.minusSeconds(3600));
        Somebody planner = fixtures.person(Role.PLANNER);
        String licence = story.drawn().cycle().retailers().get(story.busyShop()).key();
        String period = TestCycles.period();
        String cycle = period + "-w1";
        plan(Device.DESK, Language.EN, planner, story, cycle, period);
        county.until(OPENS.plusSeconds(60));
        try (RealBrowser browser = RealBrowser.withoutScripts(Device.PHONE, Language.ZH)) {
            browser.signIn(fixtures.retailer(licence)).open("/order");
            browser.find("#others [name=demand]").nth(1).fill("4");
            browser.find("#others [name=demand]").nth(2).fill("5");
            push(browser, "button.on-plain");
            assertEquals(2, browser.find("#lines .line").count());
            push(browser, "#lines button[value^='down:']");
            assertEquals("5", browser.find("#lines [name=demand]").first().inputValue());
            browser.page().fill("#q", "no such thing");
            push(browser, ".search button");
            assertEquals(2, browser.find("#lines .line").count(), "what was typed is kept over a search");
            browser.page().fill("#atMost", "many");
            browser.expects(422);
            push(browser, "button[value=check]");
            assertTrue(browser.find("#errors").isVisible());
            assertEquals("5", browser.find("#lines [name=demand]").first().inputValue());
            browser.page().fill("#atMost", "8");
            push(browser, "button[value=check]");
            push(browser, "button[value=submit]");
            assertTrue(browser.page().url().contains("/receipts/"));
            assertEquals(
                    "2",
                    fixtures.value("SELECT COUNT(*) FROM demand_line WHERE cycle = ? AND licence = ?", cycle, licence));
        }
    }

    @Test
    void anOrderNeedsTheKeyboardOnly() {
        StoryCounty.Story story = county.begin();
        county.until(OPENS.minusSeconds(3600));
        Somebody planner = fixtures.person(Role.PLANNER);
        String licence = story.drawn().cycle().retailers().get(story.busyShop()).key();
        String period = TestCycles.period();
        String cycle = period + "-w1";
        plan(Device.DESK, Language.EN, planner, story, cycle, period);
        county.until(OPENS.plusSeconds(60));
        try (RealBrowser browser = RealBrowser.of(Device.DESK, Language.EN)) {
            browser.signIn(fixtures.retailer(licence)).open("/order");
            browser.tabTo("#others .line:nth-child(1) [name=demand]").type("6").press("Tab");
            browser.tabTo("#others .line:nth-child(1) [name=demand]").type("7").press("Tab");
            assertEquals(2, browser.find("#lines .line").count());
            browser.tabTo("button[value=check]").press("Enter");
            browser.page().waitForSelector("button[value=submit]");
            browser.tabTo("button[value=submit]").press("Enter");
            browser.page().waitForURL("**/receipts/**");
            assertEquals(
                    "13",
                    fixtures.value(
                            "SELECT SUM(demand) FROM demand_line WHERE cycle = ? AND licence = ?", cycle, licence));
        }
    }

    @Test
    void whatWasTypedIsNotLostBySlips() {
        StoryCounty.Story story = county.begin();
        county.until(OPENS.minusSeconds(3600));
        Somebody planner = fixtures.person(Role.PLANNER);
        String licence = story.drawn().cycle().retailers().get(story.busyShop()).key();
        String period = TestCycles.period();
        plan(Device.DESK, Language.EN, planner, story, period + "-w1", period);
        county.until(OPENS.plusSeconds(60));
        try (RealBrowser browser = RealBrowser.of(Device.PHONE, Language.ZH)) {
            browser.signIn(fixtures.retailer(licence)).open("/order");
            Locator field = browser.find("#others [name=demand]").first();
            field.fill("１２");
            field.press("Enter");
            assertEquals(1, browser.find("#lines .grip").count(), "Enter puts the line into the order, once");
            assertEquals("12", browser.find("#lines [name=demand]").inputValue());
            assertEquals("12", browser.find("#asked").textContent());
            browser.find("#atMost").fill("５");
            assertTrue(browser.find("#of").textContent().contains("5"), "his own limit is in the sum");
            browser.find("#others [name=demand]").first().fill("1.5");
            browser.press("Tab");
            assertTrue(browser.find("#lines .typed-wrong").last().isVisible(), "said before it is sent");
            browser.find("#lines button[value^='remove:']").last().click();

            browser.find("button[value=check]").click();
            assertEquals("12", browser.find("#asked").textContent());
            browser.page().goBack();
            browser.find("#take-up").click();
            assertEquals("12", browser.find("#lines [name=demand]").inputValue());
            assertEquals("5", browser.find("#atMost").inputValue());

            browser.find("button[value=check]").click();
            browser.find("button[value=submit]").click();
            browser.page().waitForURL("**/receipts/**");
            browser.page().goBack();
            assertEquals("12", browser.find("#lines [name=demand]").inputValue(), "what is stored, not an error");
            assertTrue(browser.find("#kept").isHidden(), "nothing is left to take up");
        }
    }

    /** By the keyboard: without scripts Playwright can't tell whether a page that scrolls has come to rest. */
    @SuppressWarnings("deprecation") // which is racy where addresses change by script; here none does
    private static void push(RealBrowser browser, String button) {
        browser.find(button).first().focus();
        browser.page().waitForNavigation(() -> browser.press("Enter"));
    }
}
