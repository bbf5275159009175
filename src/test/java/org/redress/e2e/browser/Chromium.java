package org.redress.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.Map;

/** One browser for the JVM; it goes when the JVM goes. Playwright belongs to one thread: the one that runs the tests. */
final class Chromium {

    private Chromium() {
    }

    static Browser browser() {
        return Shared.BROWSER;
    }

    private static final class Shared {

        static final Browser BROWSER = launch();

        private static Browser launch() {
            var program = ChromiumProgram.find();
            var playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return playwright.chromium().launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(program).setHeadless(true).setArgs(ChromiumProgram.arguments()));
        }
    }
}
