package org.redress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.page.UserTask;

/** The clocks of a case as a regulator gets them: on A4, with every line and nothing to press. */
class ClockOnPaperTest extends BrowserTest {

    /** What is left of 210 mm between the margins, in CSS pixels. */
    private static final int PAPER = 688;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyLineIsThereAndNothingSticksOut(String language) {
        var office = new Api(url(""));
        var number = office.complaint(Map.of("channel", "HOTLINE", "summary", "It drips " + language, "anonymous", true));
        office.complete("specialist", number, UserTask.TRIAGE.id(),
                Map.of("decision", "ASSIGN", "team", "repair-1", "category", "gas.service.unsolved"));
        var specialist = people.signIn("specialist", Locale.forLanguageTag(language));
        specialist.goTo("/cases/" + number + "/clock");
        assertThat(specialist.button("complaint.whatIf.ask")).isVisible();
        specialist.page().setViewportSize(PAPER, 1000);
        specialist.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(specialist.button("complaint.whatIf.ask")).isHidden();
        assertThat(specialist.button("complaint.clock.print")).isHidden();
        assertThat(specialist.page().locator(".print-only")).isVisible();
        assertThat(specialist.page().locator(".clock-ledger")).hasCount(5);
        assertThat(specialist.page().locator(".clock-ledger tbody tr").first()).isVisible();
        assertThat(specialist.page().evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
    }
}
