package io.plimsoll.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody signs in and finds a home, on a phone and at a desk, in both languages. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class HomeBrowserIT {

    @Inject
    Fixtures fixtures;

    static Stream<Arguments> everyDeviceInEveryLanguage() {
        return Arrays.stream(Device.values())
                .flatMap(device -> Arrays.stream(Language.values()).map(language -> Arguments.of(device, language)));
    }

    @ParameterizedTest
    @MethodSource("everyDeviceInEveryLanguage")
    void everyRoleSignsInAndFindsItsHome(Device device, Language language) {
        for (Role role : Role.values()) {
            try (RealBrowser browser = RealBrowser.of(device, language)) {
                browser.open("/").looksRight();
                assertTrue(browser.page().url().contains("/sign-in"), "whoever is not known is asked who he is");
                browser.signIn(somebody(role)).looksRight();
                assertEquals(1, browser.find("main h1").count());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void everyPlaceOfTheNavigationLooksRight(Device device) {
        for (Role role : Role.values()) {
            try (RealBrowser browser = RealBrowser.of(device, Language.ZH)) {
                browser.signIn(somebody(role));
                var places = browser.find("nav.places a").all().stream()
                        .map(place -> place.getAttribute("href"))
                        .distinct()
                        .toList();
                if (role == Role.RETAILER) {
                    browser.expects(404);
                }
                places.forEach(place -> browser.open(place).looksRight());
            }
        }
    }

    @Test
    void theKeyboardAloneIsEnoughToSignInAndOut() {
        Fixtures.Somebody planner = somebody(Role.PLANNER);
        try (RealBrowser desk = RealBrowser.of(Device.DESK, Language.EN)) {
            desk.open("/sign-in")
                    .tabTo("#name")
                    .type(planner.name())
                    .tabTo("#password")
                    .type(Fixtures.PASSWORD);
            desk.press("Enter");
            desk.page().waitForURL(url -> !url.contains("/sign-in"));
            assertTrue(desk.isSignedIn());
            desk.press("Tab").press("Enter");
            assertEquals(
                    "main", desk.page().evaluate("document.activeElement.id"), "first of all, past the navigation");
            desk.open("/").tabTo("form[action='/sign-out'] button").press("Enter");
            desk.page().waitForURL("**/sign-in");
        }
    }

    @ParameterizedTest
    @MethodSource("everyDeviceInEveryLanguage")
    void scriptsAreNotNeededToSignInAndReadWhatIsThere(Device device, Language language) {
        try (RealBrowser browser = RealBrowser.withoutScripts(device, language)) {
            browser.signIn(somebody(Role.PLANNER));
            assertTrue(browser.find("main .tile").count() > 0, "the home of a planner");
        }
    }

    @Test
    void whatTheBrowserComplainsOfFailsTheTest() {
        RealBrowser browser = RealBrowser.of(Device.DESK, Language.EN);
        browser.open("/nothing");
        assertTrue(
                assertThrows(AssertionError.class, browser::close).getMessage().contains("404: GET"));
        RealBrowser other = RealBrowser.of(Device.DESK, Language.EN);
        other.open("/sign-in").page().evaluate("console.error('broken')");
        assertTrue(assertThrows(AssertionError.class, other::close).getMessage().contains("console: broken"));
    }

    private Fixtures.Somebody somebody(Role role) {
        String run = Forms.random().substring(0, 8);
        return switch (role) {
            case RETAILER -> retailer("L-" + run);
            case CUSTOMER_MANAGER -> fixtures.manager("M-" + run);
            case MARKET_MANAGER -> fixtures.marketManager();
            default -> fixtures.person(role);
        };
    }

    private Fixtures.Somebody retailer(String licence) {
        fixtures.execute(
                "INSERT INTO retailer (licence, name, manager, market_type, size_class, status, order_interval)"
                        + " VALUES (?, 'A shop', 'M', 'URBAN', 'SMALL', 'ACTIVE', 1)",
                licence);
        return fixtures.retailer(licence);
    }
}
