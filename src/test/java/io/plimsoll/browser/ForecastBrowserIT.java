package io.plimsoll.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.FilePayload;
import io.plimsoll.browser.RealBrowser.Device;
import io.plimsoll.message.Language;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A customer manager says what he expects, with a typing error on the way; a planner brings guidance and looks at it. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class ForecastBrowserIT {

    @Inject
    Fixtures fixtures;

    private final String run = Forms.random().replaceAll("[_-]", "x").substring(0, 8);

    static Stream<Arguments> everyDeviceInEveryLanguage() {
        return Arrays.stream(Device.values())
                .flatMap(device -> Arrays.stream(Language.values()).map(language -> Arguments.of(device, language)));
    }

    private void sku(String brand, boolean isKey) {
        fixtures.execute(
                "INSERT INTO sku (sku, brand, tier, status, key_brand) VALUES (?, ?, 'TIER_2', 'NORMAL', ?)",
                brand + "-1",
                brand,
                isKey);
    }

    private static String field(RealBrowser browser, String brand) {
        return "#"
                + browser.find("tr:has(input[value='" + brand + "']) input[name=cartons]")
                        .getAttribute("id");
    }

    @ParameterizedTest
    @MethodSource("everyDeviceInEveryLanguage")
    void aManagerSavesAPartMendsAnErrorAndFindsItAgain(Device device, Language language) {
        String pine = "Pine" + run;
        String harbour = "Harbour" + run;
        sku(pine, true);
        sku(harbour, false);
        Fixtures.Somebody manager = fixtures.manager("BM-" + run);
        try (RealBrowser browser = RealBrowser.of(device, language)) {
            browser.signIn(manager).open("/forecasts").looksRight();
            browser.page().fill(field(browser, pine), "3x00");
            browser.page().fill(field(browser, harbour), "250");
            browser.expects(422);
            browser.find("form.forecast .btn-primary").click();
            browser.page().waitForSelector("#errors");
            browser.looksRight();
            assertEquals("3x00", browser.find(field(browser, pine)).inputValue(), "what was typed is kept");
            browser.find("#errors a").first().click();
            browser.page().fill(field(browser, pine), "3300");
            browser.press("Enter");
            browser.page().waitForURL("**saved=yes**");
            browser.looksRight().picture("forecasts");
            assertEquals("3300", browser.find(field(browser, pine)).inputValue());
            assertEquals("250", browser.find(field(browser, harbour)).inputValue());
        }
        assertEquals("3550", fixtures.value("SELECT SUM(cartons) FROM forecast WHERE manager = ?", "BM-" + run));
    }

    @Test
    void aPlannerUploadsGuidanceAndSeesItBesideItsTargets() {
        String manager = "BG-" + run;
        for (int i = 0; i < 4; i++) {
            fixtures.execute(
                    "INSERT INTO retailer (licence, manager, market_type, size_class, status, order_interval)"
                            + " VALUES (?, ?, 'URBAN', 'SMALL', 'ACTIVE', 1)",
                    "LG" + i + "-" + run,
                    manager);
        }
        String table = "period,manager,guided,effective\n9990-01," + manager + ",3,2\n";
        try (RealBrowser browser = RealBrowser.of(Device.DESK, Language.EN)) {
            browser.signIn(fixtures.person(Role.PLANNER)).open("/uploads/new");
            browser.find("#file")
                    .setInputFiles(new FilePayload("guidance.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
            browser.find("form[action='/uploads'] .btn-primary").click();
            browser.page().waitForURL("**/uploads/*");
            browser.looksRight();
            browser.find("form[action$='/store'] .btn-primary").click();
            browser.page().waitForSelector(".alert-success");
            browser.open("/plans/guidance").looksRight();
            String row = browser.find("tr:has(th:text-is('" + manager + "'))").innerText();
            assertTrue(row.contains("75 %") && row.contains("60 %") && row.contains("66.7 %"), row);
        }
    }
}
