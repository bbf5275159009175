package org.redress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.redress.e2e.browser.BrowserTest;

/** The interface can be read in the browser, under its content policy. */
class ApiDocumentationTest extends BrowserTest {

    @Test
    void theInterfaceIsBrowsable() {
        var somebody = people.signIn("manager", Locale.ENGLISH);
        somebody.goTo("/swagger-ui.html");
        assertThat(somebody.page().locator("#operations-tag-Service_jobs, [id^=operations-]").first()).isVisible();
        assertThat(somebody.page().getByText("/api/v1/service-jobs").first()).isVisible();
    }
}
