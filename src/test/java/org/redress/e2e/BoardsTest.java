package org.redress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.demo.DemoWork;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The wall follows what happens elsewhere, and boards hold up when they are full of late work. */
class BoardsTest extends BrowserTest {

    private static final List<String> BOARDS = List.of("/board", "/board/overdue", "/board/overdue?state=open", "/board/drill", "/board/workload",
            "/board/workload/handler", "/absences");

    @Autowired
    private ApplicationContext application;

    @Test
    void theWallFollows() {
        Person manager = people.signIn("manager", Locale.ENGLISH);
        manager.page().waitForResponse(Pattern.compile(".*/events\\?.*"), () -> manager.goTo("/board?big=1"));
        Locator open = manager.page().locator(".tile", new Page.LocatorOptions().setHasText(manager.text("insight.wall.open"))).locator(".big-number");
        int before = Integer.parseInt(open.innerText());
        new Api(url("")).post("intake", "/complaints", Map.of("channel", "HOTLINE", "summary", "No gas since the morning", "category", "gas.interruption.nogas"));
        assertThat(open).hasText(String.valueOf(before + 1));
    }

    @Test
    void boardsHoldUpWhenMuchIsLate() {
        DemoWork.load(application);
        pass(Duration.ofDays(9));
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            Person leader = people.signIn("leader", locale);
            Person manager = people.signIn("manager", locale);
            BOARDS.forEach(path -> look(manager, path));
            look(leader, "/board/overdue");
            manager.goTo("/board/overdue?state=breached");
            manager.named(AriaRole.BUTTON, Pattern.compile("^" + manager.text("insight.act.ORDER") + " RD-")).first().click();
            assertThat(manager.heading("insight.act.title.ORDER")).isVisible();
            look(manager, null);
            manager.goTo("/board/overdue?state=breached");
            manager.named(AriaRole.BUTTON, Pattern.compile("^" + manager.text("insight.act.MOVE") + " RD-")).first().click();
            assertThat(manager.heading("insight.move.title")).isVisible();
            look(manager, null);
        }
    }

    /** @param path null for the page shown */
    private static void look(Person person, @org.jspecify.annotations.Nullable String path) {
        if (path != null) {
            person.goTo(path);
        }
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
