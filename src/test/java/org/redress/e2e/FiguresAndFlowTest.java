package org.redress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.demo.DemoWork;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Person;
import org.redress.figure.FigureUpkeep;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** The flow and the reports as a manager reads them: what the diagram says leads to its cases, what a table says leads to its rows. */
class FiguresAndFlowTest extends BrowserTest {

    @Autowired
    private ApplicationContext application;

    @BeforeEach
    void work() {
        DemoWork.load(application);
        ReflectionTestUtils.invokeMethod(application.getBean("flowRollup"), "run");
        application.getBean(FigureUpkeep.class).catchUp();
    }

    @Test
    void aNoteOnTheDiagramOpensItsCasesAndTheMarkOfItsMakersStaysInSight() {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            Person manager = people.signIn("manager", locale);
            manager.goTo("/board/flow?kind=month&from=2026-02-01&compare=before&measure=work");
            Locator note = manager.page().locator("[data-diagram] a.mark-heat").first();
            note.waitFor();
            for (int width : new int[] {1280, 768, 320}) {
                manager.page().setViewportSize(width, 800);
                assertThat(WatermarkTest.covered(manager, "[data-diagram] .bjs-powered-by")).as("%d px", width).isEmpty();
            }
            Barriers.none(manager);
            manager.page().setViewportSize(1280, 900);
            note.click();
            manager.page().waitForURL("**/board/flow/cases?**");
            assertThat(manager.page().locator("tbody tr").first()).isVisible();
            Barriers.none(manager);
            manager.goTo("/board/flow?kind=quarter&from=2026-01-01");
            manager.page().locator("[data-diagram] a.mark-heat").first().waitFor();
            Barriers.none(manager);
        }
    }

    @Test
    void everyNumberOfAReportLeadsOnAndNoPageShutsAnybodyOut() {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            Person manager = people.signIn("manager", locale);
            manager.goTo("/reports?group=all&dimension=team&from=2026-02-01");
            Barriers.none(manager);
            manager.page().locator("a[href*='part=denominator']").first().click();
            manager.page().waitForLoadState(LoadState.LOAD);
            assertThat(manager.where()).startsWith("/reports/rows?");
            Barriers.none(manager);
            manager.page().locator("tbody th a").first().click();
            manager.page().waitForLoadState(LoadState.LOAD);
            Barriers.none(manager);
            manager.goTo("/reports/satisfaction_published?from=2026-02-01");
            assertThat(manager.page().locator(".chart-figure canvas")).isVisible();
            Barriers.none(manager);
            manager.goTo("/reports/views/new?group=calls");
            Barriers.none(manager);
            manager.field("report.views.name").fill("Calls " + locale);
            manager.button("report.save").click();
            assertThat(manager.heading("report.views.of", "Calls " + locale)).isVisible();
            Barriers.none(manager);
            manager.goTo("/reports/views");
            Barriers.none(manager);
        }
    }
}
