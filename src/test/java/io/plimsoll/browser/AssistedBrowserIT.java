package io.plimsoll.browser;

import static io.plimsoll.browser.StoryCounty.CLOSES;
import static io.plimsoll.browser.StoryCounty.OPENS;
import static io.plimsoll.browser.StoryCounty.SECOND_CLOSES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.browser.RealBrowser.Device;
import io.plimsoll.message.Language;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.TestClock;
import io.plimsoll.service.cycles.TestCycles;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A missed order goes through four people: collected on a visit, confirmed by the retailer, signed, and entered next day. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class AssistedBrowserIT {

    @Inject
    Fixtures fixtures;

    @Inject
    TestCycles cycles;

    @Inject
    StoryCounty county;

    @Inject
    TestClock clock;

    @AfterEach
    void theClockIsRightAgain() {
        clock.putBack();
    }

    @ParameterizedTest
    @CsvSource({"PHONE, EN", "PHONE, ZH", "DESK, EN", "DESK, ZH"})
    void aMissedOrderGoesThroughFourPeople(Device device, Language language) {
        String shops = cycles.retailers(1);
        String licence = shops + "0";
        String town = "T-" + TestCycles.random();
        fixtures.execute("INSERT INTO territory (code, name) VALUES (?, 'Harbour quarter')", town);
        fixtures.execute("UPDATE retailer SET territory = ?, name = '老周商店' WHERE licence = ?", town, licence);
        Somebody planner = fixtures.person(Role.PLANNER);
        county.until(OPENS.minusSeconds(60));
        String cycle = cycles.published(planner);
        String sku = fixtures.value("SELECT sku FROM supply WHERE cycle = ?", cycle);
        county.until(OPENS.plusSeconds(60));
        county.until(CLOSES.plusSeconds(5400));

        String address;
        try (RealBrowser manager = RealBrowser.of(device, language)) {
            manager.signIn(fixtures.manager(shops)).looksRight().picture("manager-home");
            manager.open("/assisted-orders?show=MISSED").looksRight().picture("missed");
            manager.find("a[href^='/assisted-orders/collect/']").click();
            manager.looksRight();
            assertEquals("", manager.find("#sku-1").inputValue(), "nothing is proposed");
            manager.page().fill("#f-visitedAt", "2096-11-06T18:30");
            manager.page().fill("#f-place", "at the counter");
            manager.page().fill("#sku-1", sku);
            manager.page().fill("#demand-1", "9");
            manager.picture("collect");
            manager.find("button[value=check]").click();
            manager.looksRight();
            manager.find("button[value=store]").click();
            manager.looksRight();
            address = java.net.URI.create(manager.page().url()).getPath();
        }
        try (RealBrowser retailer = RealBrowser.of(device, language)) {
            retailer.signIn(fixtures.retailer(licence)).looksRight();
            retailer.find("a[href='" + address + "']").first().click();
            retailer.looksRight().picture("confirm");
            retailer.find("form:has(input[name=confirms][value=true]) button").click();
            retailer.looksRight();
        }
        try (RealBrowser market = RealBrowser.of(device, language)) {
            market.signIn(fixtures.marketManager(town)).looksRight();
            market.open("/assisted-orders?show=TO_SIGN").looksRight();
            market.find("a[href='" + address + "']").click();
            market.looksRight().picture("sign");
            market.find("form:has(input[name=signs][value=true]) button").click();
            market.looksRight();
        }
        Somebody clerk = fixtures.person(Role.ORDER_DESK);
        try (RealBrowser desk = RealBrowser.of(device, language)) {
            desk.signIn(clerk).open(address).looksRight();
            assertEquals(0, desk.find("form[action$='/entry']").count(), "not on the day of the visit");
        }
        county.until(SECOND_CLOSES.minusSeconds(3600));
        try (RealBrowser desk = RealBrowser.of(device, language)) {
            desk.signIn(clerk).looksRight();
            desk.open("/assisted-orders?show=TO_ENTER").looksRight();
            desk.find("a[href='" + address + "']").click();
            desk.find("form[action$='/entry'] button").click();
            desk.looksRight().picture("entered");
        }
        assertEquals(
                "ENTERED ASSISTED",
                fixtures.value(
                        "SELECT CONCAT(state, ' ', channel) FROM demand_order WHERE cycle = ? AND licence = ?",
                        cycle,
                        licence));
        assertEquals(
                "9", fixtures.value("SELECT demand FROM demand_line WHERE cycle = ? AND licence = ?", cycle, licence));
        assertTrue(address.startsWith("/assisted-orders/"));
    }
}
