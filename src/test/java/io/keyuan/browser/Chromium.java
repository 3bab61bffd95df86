package io.keyuan.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one browser of the test run: the system's own, started when a test first asks and ended with the run. */
final class Chromium {

    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    // Each company is a host of its own, as it is behind a real name server.
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--no-first-run", "--host-resolver-rules=MAP *.localhost 127.0.0.1");

    /** What is to be seen is waited for as long as what is to be clicked, also where a machine has much else to do. */
    static final double PATIENCE_MS = 60_000;

    private static @Nullable Browser browser;

    private Chromium() {}

    /** @throws AssertionError saying what is missing, where the console or the browser is */
    static synchronized Browser get() {
        if (browser == null) {
            requireConsole();
            browser = start(place());
        }
        return browser;
    }

    private static Browser start(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        Playwright playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright.chromium().launch(new LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
    }

    private static Path place() {
        return PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "The browser tests need Chromium, and none is at " + PLACES + "; on Debian: apt-get install chromium fonts-noto-cjk."));
    }

    private static void requireConsole() {
        if (Chromium.class.getResource("/static/index.html") == null) {
            throw new AssertionError(
                    "The browser tests need the console, which is not built; ./keyuan test builds it, and so does npm run build in web/ before mvn.");
        }
    }
}
