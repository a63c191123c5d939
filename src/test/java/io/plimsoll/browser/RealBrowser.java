package io.plimsoll.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import io.plimsoll.message.Language;
import io.plimsoll.service.Fixtures;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One person at one device, in a browser with cookies of its own. Whatever the browser complains of meanwhile (an error on
 * its console, a request that fails or is refused) fails the test when it is closed, unless it was {@link #expects expected}.
 */
public final class RealBrowser implements AutoCloseable {

    private static final double PATIENCE_MS = 20_000;

    /** How a page is read and used. */
    public enum Device {
        PHONE(390, 844, 2),
        DESK(1440, 900, 1);

        private final int width;
        private final int height;
        private final double pixelsPerPoint;

        Device(int width, int height, double pixelsPerPoint) {
            this.width = width;
            this.height = height;
            this.pixelsPerPoint = pixelsPerPoint;
        }
    }

    private final Device device;
    private final Language language;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final Set<Integer> expected = new TreeSet<>();

    private RealBrowser(Device device, Language language, boolean hasScripts) {
        this.device = device;
        this.language = language;
        context = Chromium.browser()
                .newContext(new NewContextOptions()
                        .setBaseURL("http://localhost:" + RestAssured.port)
                        .setViewportSize(device.width, device.height)
                        .setDeviceScaleFactor(device.pixelsPerPoint)
                        .setHasTouch(device == Device.PHONE)
                        .setIsMobile(device == Device.PHONE)
                        .setTimezoneId("Asia/Shanghai")
                        .setLocale(language == Language.ZH ? "zh-CN" : "en-GB")
                        .setJavaScriptEnabled(hasScripts));
        context.setDefaultTimeout(PATIENCE_MS);
        context.onWebError(error -> complaints.add("script: " + error.error()));
        context.onConsoleMessage(message -> {
            // What Chromium says of an answer it has got is told below, with its address.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add("console: " + message.text());
            }
        });
        context.onResponse(response -> {
            if (response.status() >= 400 && !expected.contains(response.status())) {
                complaints.add(response.status() + ": " + response.request().method() + " " + response.url());
            }
        });
        context.onRequestFailed(request -> {
            // A download, or a page that is left while it loads.
            if (!"net::ERR_ABORTED".equals(request.failure())) {
                complaints.add(request.failure() + ": " + request.method() + " " + request.url());
            }
        });
        page = context.newPage();
    }

    /** Somebody who has not signed in yet. */
    public static RealBrowser of(Device device, Language language) {
        return new RealBrowser(device, language, true);
    }

    /** The same, where scripts are off. */
    public static RealBrowser withoutScripts(Device device, Language language) {
        return new RealBrowser(device, language, false);
    }

    /** The page as it is seen, for Playwright. */
    public Page page() {
        return page;
    }

    /** What a selector finds, for Playwright. */
    public Locator find(String selector) {
        return page.locator(selector);
    }

    /** Opens an address of the service. */
    public RealBrowser open(String address) {
        page.navigate(address);
        return this;
    }

    /** Signs in through the form. */
    public RealBrowser signIn(Fixtures.Somebody somebody) {
        open("/sign-in");
        page.fill("#name", somebody.name());
        page.fill("#password", Fixtures.PASSWORD);
        page.locator("main button").click();
        assertTrue(isSignedIn(), () -> "not signed in: " + page.locator("main").innerText());
        return this;
    }

    public boolean isSignedIn() {
        return page.locator("form[action='/sign-out']").count() == 1;
    }

    /** From now on, answers with this status belong to the story. */
    public RealBrowser expects(int status) {
        expected.add(status);
        return this;
    }

    /** What holds of every page: anybody can use it, nothing sticks out to the side, and it speaks the reader's language. */
    public RealBrowser looksRight() {
        assertEquals(language == Language.ZH ? "zh-CN" : "en", page.getAttribute("html", "lang"), address());
        staysWithinItsWidth();
        anybodyCanUseIt();
        return this;
    }

    /** The page does not scroll sideways; tables and charts may, in boxes of their own. */
    public RealBrowser staysWithinItsWidth() {
        Object excess = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, excess, () -> address() + " scrolls sideways");
        return this;
    }

    /** axe-core finds nothing, not even against its best practices. */
    public RealBrowser anybodyCanUseIt() {
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        assertTrue(
                violations.isEmpty(),
                () -> address() + violations.stream().map(RealBrowser::said).collect(Collectors.joining()));
        return this;
    }

    private static String said(Rule rule) {
        return "\n" + rule.getId() + ": " + rule.getHelp()
                + rule.getNodes().stream()
                        .map(node -> "\n    " + node.getHtml())
                        .limit(5)
                        .collect(Collectors.joining());
    }

    /** Goes on by the key Tab until what the selector finds has the focus, and shows that it has. */
    public RealBrowser tabTo(String selector) {
        Locator wanted = page.locator(selector);
        for (int i = 0; i < 200; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(wanted.evaluate("it => it === document.activeElement"))) {
                assertTrue(isFocusSeen(wanted), () -> selector + " has the focus, and nobody can see it");
                return this;
            }
        }
        throw new AssertionError(selector + " is not reached by the keyboard on " + address());
    }

    private static boolean isFocusSeen(Locator focused) {
        return Boolean.TRUE.equals(focused.evaluate("it => { const style = getComputedStyle(it);"
                + " return style.outlineStyle !== 'none' || style.boxShadow !== 'none'; }"));
    }

    /** Presses keys, such as {@code Enter} or {@code Control+A}. */
    public RealBrowser press(String keys) {
        page.keyboard().press(keys);
        return this;
    }

    /** Types a text where the focus is. */
    public RealBrowser type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /**
     * Keeps a picture of what is seen, as {@code NAME-phone-zh.png}: below {@code target/pictures}, or where the property
     * {@code plimsoll.pictures} says, which is how those of the README are made.
     */
    public RealBrowser picture(String name) {
        Path folder = Path.of(System.getProperty("plimsoll.pictures", "target/pictures"));
        String file = name + "-" + device.name().toLowerCase(Locale.ROOT) + "-" + language.code() + ".png";
        page.screenshot(new ScreenshotOptions().setPath(folder.resolve(file)));
        return this;
    }

    private String address() {
        return device + " " + language + " " + page.url();
    }

    /** Ends it, and fails if the browser has complained. */
    @Override
    public void close() {
        context.close();
        assertTrue(complaints.isEmpty(), () -> "the browser complains: " + String.join("\n", complaints));
    }
}
