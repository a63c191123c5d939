package io.plimsoll.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium, started once for all tests of a JVM. It ends with the JVM. */
final class Chromium {

    /** Where Debian and Ubuntu put it, unless the property {@code plimsoll.chromium} names another. */
    private static final Path PROGRAM = Path.of(System.getProperty("plimsoll.chromium", "/usr/bin/chromium"));

    /** It reaches for nothing but the pages under test. Containers give it neither a sandbox nor a graphics card. */
    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Browser BROWSER = start();

    private Chromium() {}

    static Browser browser() {
        return BROWSER;
    }

    private static Browser start() {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException("The browser tests need Chromium, and " + PROGRAM
                    + " is none: apt-get install chromium fonts-noto-cjk, or name another by -Dplimsoll.chromium=PATH");
        }
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setHeadless(true)
                        .setArgs(OPTIONS));
    }
}
