package org.redress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.demo.DemoWork;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A manager accepts what the rule proposes, sees what it comes to, and starts it; and campaigns of the past hold up in both languages. */
class CampaignsTest extends BrowserTest {

    @Autowired
    private ApplicationContext application;

    @Test
    void aProposalBecomesCallsAndThePastIsToldWithItsEffect() {
        DemoWork.load(application);
        Person manager = people.signIn("manager", Locale.SIMPLIFIED_CHINESE);
        manager.goTo("/campaigns");
        look(manager);
        manager.named(AriaRole.LINK, Pattern.compile("改管.*不满意率")).first().click();
        look(manager);
        manager.named(AriaRole.LINK, Pattern.compile("^" + manager.text("campaign.accept"))).click();
        manager.named(AriaRole.BUTTON, Pattern.compile(manager.text("campaign.preview.do"))).click();
        assertThat(manager.page().locator("#preview")).isVisible();
        look(manager);
        manager.named(AriaRole.BUTTON, Pattern.compile("户列入回访清单")).click();
        assertThat(manager.page().locator("#progress-title")).isVisible();
        look(manager);

        Person director = people.signIn("director", Locale.ENGLISH);
        director.goTo("/campaigns");
        director.named(AriaRole.LINK, Pattern.compile("^TC-2025-")).first().click();
        assertThat(director.page().locator("#effect-title")).isVisible();
        look(director);
        director.page().locator("#bars-title ~ tbody a").first().click();
        assertThat(director.page().locator("tbody tr").first()).isVisible();
        look(director);
    }

    private static void look(Person person) {
        Page page = person.page();
        for (int width : new int[] {1280, 320}) {
            page.setViewportSize(width, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            assertThat(Axe.violations(page)).as("%s %d", person.where(), width).isEmpty();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(Axe.violationsOfColour(page)).as("%s %d dark", person.where(), width).isEmpty();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as("%s fits %d", person.where(), width).isTrue();
        }
        assertThat(page.locator("body").innerText()).doesNotContain("??");
    }
}
