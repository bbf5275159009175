package org.redress.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

/** The watch is no ornament: it sees each thing that it is there for. */
@Tag("e2e")
class WatchTest {

    private static final String SITE = "http://watched.test/";

    private BrowserContext context;
    private Watch watch;
    private Page page;

    @BeforeEach
    void open() {
        context = Chromium.browser().newContext();
        watch = new Watch(context);
        context.route(SITE + "script.js", route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("text/javascript").setBody("console.error('said by the script')")));
        context.route(SITE + "gone", route -> route.fulfill(new Route.FulfillOptions().setStatus(404).setBody("gone")));
        context.route(SITE + "cut", route -> route.abort("connectionreset"));
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
    }

    private void show(String body) {
        context.route(SITE, route -> route.fulfill(new Route.FulfillOptions()
                .setHeaders(Map.of("Content-Type", "text/html", "Content-Security-Policy", "default-src 'self'"))
                .setBody("<!DOCTYPE html><title>watched</title>" + body)));
        page.navigate(SITE);
        page.evaluate("0");
    }

    @Test
    void nothingOnAGoodPage() {
        show("<p>good</p>");
        assertThat(watch.take()).isEmpty();
    }

    @Test
    void anErrorInTheConsole() {
        show("<script src='script.js'></script>");
        assertThat(watch.take()).anyMatch(problem -> problem.contains("said by the script"));
    }

    @Test
    void aBrokenContentPolicy() {
        show("<p style='color:red'>styled in place</p>");
        assertThat(watch.take()).anyMatch(problem -> problem.contains("content policy: style-src-attr"));
    }

    @Test
    void anExceptionOfAScript() {
        show("<p>good</p>");
        page.evaluate("setTimeout(() => { throw new Error('thrown late') })");
        page.waitForCondition(() -> watch.seen().stream().anyMatch(problem -> problem.contains("thrown late")));
    }

    @Test
    void aMouseInHandsThatNeverLeaveTheKeyboard() {
        show("<p>good</p>");
        var person = new Person("somebody", SITE, context, new Words(new StaticMessageSource(), Locale.ENGLISH), watch);
        person.goTo("");
        new Keyboard(person).press("Tab");
        assertThat(watch.take()).isEmpty();
        person.page().mouse().click(10, 10);
        person.page().evaluate("0");
        assertThat(watch.take()).anyMatch(problem -> problem.contains("not by keyboard: mousedown"));
    }

    @Test
    void aRequestThatIsCut() {
        show("<p>good</p>");
        page.evaluate("fetch('/cut').catch(() => 0)");
        assertThat(watch.take()).anyMatch(problem -> problem.contains("request failed: GET " + SITE + "cut"));
    }

    @Test
    void anAnswerThatNobodyExpected() {
        show("<p>good</p>");
        page.evaluate("fetch('/gone').then(response => response.status)");
        assertThat(watch.take()).anyMatch(problem -> problem.contains("answer 404"));
        watch.expect(404);
        page.evaluate("fetch('/gone').then(response => response.status)");
        assertThat(watch.take()).noneMatch(problem -> problem.contains("gone"));
    }
}
