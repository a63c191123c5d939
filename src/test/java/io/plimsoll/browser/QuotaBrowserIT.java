package io.plimsoll.browser;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import io.plimsoll.browser.RealBrowser.Device;
import io.plimsoll.message.Language;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.quotas.SomeTerritory;
import io.plimsoll.service.quotas.SomeTerritory.Territory;
import io.plimsoll.service.quotas.SomeTerritory.Wanted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A customer manager lets a re-balancing be computed; two retailers agree and one declines; he balances again; the market manager
 * approves it as a whole; and the next cycle's ceilings follow. Beside it a total proposed to one retailer by itself.
 */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class QuotaBrowserIT {

    @Inject
    Fixtures fixtures;

    @Inject
    SomeTerritory territories;

    private Territory territory;
    private Device device;

    @AfterEach
    void putAway() {
        territories.putAway(territory);
    }

    private RealBrowser browser(Somebody somebody) {
        return RealBrowser.of(device, device == Device.PHONE ? Language.ZH : Language.EN)
                .signIn(somebody);
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void fromTheComputedProposalToTheNextCyclesCeilings(Device device) {
        this.device = device;
        territory = territories.make(List.of(
                new Wanted("corner", 120, 84),
                new Wanted("harbour", 60, 90),
                new Wanted("school", 70, 96),
                new Wanted("market", 150, 126),
                new Wanted("mill", 90, 88)));
        String address = computes();
        answers("corner", true);
        answers("harbour", true);
        answers("school", false);
        balancesAgain(address);
        answers("corner", true);
        answers("harbour", true);
        approves(address);
        theNextCyclesCeilingsFollow();
    }

    private String computes() {
        try (RealBrowser his = browser(territory.customerManager())) {
            his.open("/rebalancings").looksRight();
            his.find("main form[action='/rebalancings'] button").click();
            his.page().waitForURL("**/rebalancings/*");
            his.looksRight();
            his.find("form[action$='/computation'] button").click();
            his.page().waitForSelector(".balance-line[data-total]");
            his.looksRight().picture("rebalancing");
            assertEquals("0", his.find("#sum").innerText().strip());
            Locator corner = his.find(".balance-line:has(input[value='" + territory.shop("corner") + "'])");
            String computed = corner.locator("[name=total]").inputValue();
            corner.locator("[name=total]").fill("119");
            assertTrue(!his.find("#sum").innerText().strip().equals("0"), "the sum follows what is typed");
            corner.locator("[name=total]").fill(computed);
            his.find("button[value=ask]").click();
            his.page()
                    .waitForSelector(
                            ".badge:has-text('" + (device == Device.PHONE ? "已征求意见" : "Retailer asked") + "')");
            his.looksRight();
            return his.page().url().replaceFirst(".*(/rebalancings/)", "$1");
        }
    }

    private void answers(String name, boolean agrees) {
        try (RealBrowser retailer = browser(territory.retailers().get(territory.shop(name)))) {
            retailer.looksRight();
            Locator waits = retailer.find("main a[href^='/rebalancings/']");
            if (waits.count() == 0) {
                return;
            }
            waits.first().click();
            retailer.page().waitForURL("**/lines/**");
            retailer.looksRight();
            if (name.equals("harbour")) {
                retailer.picture("own-total");
            }
            retailer.find("button[value=" + agrees + "]").click();
            retailer.page().waitForSelector("main .alert[role=status]");
            retailer.looksRight();
        }
    }

    private void balancesAgain(String address) {
        try (RealBrowser his = browser(territory.customerManager())) {
            assertTrue(his.find("a.tile[href='" + address + "']").count() > 0, "his home says so");
            his.open(address).looksRight().picture("rebalancing-declined");
            assertTrue(!his.find("#sum").innerText().strip().equals("0"), "without the one who declined");
            Locator corner = his.find(".balance-line:has(input[value='" + territory.shop("corner") + "'])");
            int sum = Integer.parseInt(his.find("#sum").innerText().strip().replace("+", ""));
            Locator total = corner.locator("[name=total]");
            total.fill(Integer.toString(Integer.parseInt(total.inputValue()) - sum));
            assertEquals("0", his.find("#sum").innerText().strip());
            his.find("button[value=ask]").click();
            his.page().waitForLoadState();
            his.looksRight();
        }
    }

    private void approves(String address) {
        try (RealBrowser market = browser(territory.marketManager())) {
            market.looksRight();
            market.find("a.tile[href='" + address + "']").click();
            market.page().waitForURL("**" + address);
            market.looksRight().picture("rebalancing-approval");
            market.find("button[value=true]").click();
            market.page().waitForSelector(".badge.bg-green-lt");
            market.looksRight();
        }
    }

    private void theNextCyclesCeilingsFollow() {
        assertEquals(70, territories.total(territory, "school", 1), "who declined keeps his total");
        int sum = 0;
        for (String name : List.of("corner", "harbour", "school", "market", "mill")) {
            sum += territories.total(territory, name, 1);
        }
        assertEquals(120 + 60 + 70 + 150 + 90, sum, "the sum stays what it was");
        territories.open(territory);
        int harbour = territories.total(territory, "harbour", 1);
        assertTrue(harbour > 60, "harbour has more now: " + harbour);
        Somebody retailer = territory.retailers().get(territory.shop("harbour"));
        given().header("Authorization", "Bearer " + retailer.token())
                .get("/api/cycles/" + territory.cycle(4) + "/allowance")
                .then()
                .statusCode(200)
                .body("agreedTotal", equalTo(harbour))
                .body("forPeriod.max", equalTo((int) Math.floor(harbour * 1.15 + 1e-9)));
        try (RealBrowser his = browser(retailer)) {
            his.open("/retailers/" + territory.shop("harbour")).looksRight();
            assertTrue(his.find(".key-figures").innerText().contains(Integer.toString(harbour)));
        }
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void aTotalIsProposedAgreedAndApproved(Device device) {
        this.device = device;
        territory = territories.make(List.of(new Wanted("kiosk", 40, 60)));
        territories.open(territory);
        String licence = territory.shop("kiosk");
        try (RealBrowser his = browser(territory.customerManager())) {
            his.open("/retailers/" + licence + "/new-total").looksRight();
            his.expects(422);
            his.find("main form.form .btn-primary").click();
            his.page().waitForSelector("#errors");
            his.looksRight();
            his.page().fill("#f-total", "52");
            his.page().selectOption("#f-reason", "RETAILER_ASKED");
            his.page().fill("#f-evidence", "He showed me his books on a visit.");
            his.find("main form.form .btn-primary").click();
            his.page().waitForURL("**/total-proposals/*");
            his.looksRight().picture("proposal");
        }
        try (RealBrowser retailer = browser(territory.retailers().get(licence))) {
            retailer.find("main a[href^='/total-proposals/']").first().click();
            retailer.looksRight();
            retailer.find("button[value=true]").click();
            retailer.page().waitForLoadState();
            retailer.looksRight();
        }
        try (RealBrowser market = browser(territory.marketManager())) {
            market.find("a.tile[href^='/total-proposals']").click();
            market.looksRight();
            market.find("table a[href^='/total-proposals/']").first().click();
            market.looksRight();
            market.find("button[value=true]").click();
            market.page().waitForSelector(".badge.bg-green-lt");
            market.looksRight();
        }
        assertEquals(40, territories.total(territory, "kiosk", 1), "this month stays as it is");
        assertEquals(
                "52",
                fixtures.value(
                        "SELECT cartons FROM agreed_total WHERE licence = ? AND state = 'APPROVED' ORDER BY id DESC LIMIT 1",
                        licence));
    }
}
