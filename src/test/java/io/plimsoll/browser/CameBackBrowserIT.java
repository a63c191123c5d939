package io.plimsoll.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.browser.RealBrowser.Device;
import io.plimsoll.message.Language;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order desk records what came back, with a typing error on the way. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class CameBackBrowserIT {

    @Inject
    Fixtures fixtures;

    @ParameterizedTest
    @EnumSource(Device.class)
    void theOrderDeskFindsTheShopTypesACartonTooManyAndMendsIt(Device device) {
        String run = Forms.random().replaceAll("[_-]", "x").substring(0, 8);
        String cycle = "B-" + run;
        String shop = "LB-" + run;
        granted(run, cycle, shop, device == Device.PHONE ? "5900-01" : "5900-02");
        try (RealBrowser desk = RealBrowser.of(device, device == Device.PHONE ? Language.ZH : Language.EN)) {
            desk.signIn(fixtures.person(Role.ORDER_DESK))
                    .open("/cycles/" + cycle)
                    .looksRight();
            desk.find("a[href$='/came-back']").click();
            desk.looksRight();
            desk.page().fill("#f-licence", shop);
            desk.page().keyboard().press("Enter");
            desk.page().waitForURL("**licence=**");
            desk.looksRight();
            desk.find("#f-RETURNED").check();
            desk.page().fill("#f-SB-" + run, "6");
            desk.expects(422);
            desk.find("form[method=post] .btn-primary").click();
            desk.looksRight();
            assertTrue(desk.find("#f-RETURNED").isChecked());
            assertEquals("6", desk.find("#f-SB-" + run).inputValue());
            desk.page().fill("#f-SB-" + run, "5");
            desk.find("form[method=post] .btn-primary").click();
            desk.page().waitForURL("**/came-back");
            desk.looksRight().picture("came-back");
            assertEquals(1, desk.find("tbody th:has-text('" + shop + "')").count());
        }
        assertEquals("RETURNED", fixtures.value("SELECT state FROM demand_order WHERE cycle = ?", cycle));
    }

    private void granted(String run, String cycle, String shop, String period) {
        fixtures.execute(
                "INSERT INTO sku (sku, brand, tier, status) VALUES (?, 'Wood', 'TIER_2', 'NORMAL')", "SB-" + run);
        fixtures.execute(
                "INSERT INTO retailer (licence, name, manager, market_type, size_class, status, order_interval)"
                        + " VALUES (?, 'A shop', 'M', 'URBAN', 'SMALL', 'ACTIVE', 1)",
                shop);
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state) VALUES (?, 's', ?, 1, 4,"
                        + " 'DELIVERED')",
                cycle,
                period);
        fixtures.execute(
                "INSERT INTO demand_order (cycle, licence, state, channel) VALUES (?, ?, 'DELIVERED', 'SELF')",
                cycle,
                shop);
        long id = fixtures.execute(
                "INSERT INTO allocation_run (cycle, made_at, in_force, record) VALUES (?, UTC_TIMESTAMP(6), TRUE, '{}')",
                cycle);
        fixtures.execute(
                "INSERT INTO grant_line (run, licence, line_rank, sku, demand, granted, binding)"
                        + " VALUES (?, ?, 1, ?, 9, 5, 'SUPPLY')",
                id,
                shop,
                "SB-" + run);
        fixtures.execute("INSERT INTO grant_total (run, licence, cycle, granted) VALUES (?, ?, ?, 5)", id, shop, cycle);
    }
}
