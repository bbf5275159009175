package org.redress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.demo.DemoWork;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Person;
import org.redress.e2e.page.CamundaForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A manager with the monthly briefing: reads it, opens the rows behind a number, takes it away, and publishes the next one. */
class BriefingJourneyTest extends BrowserTest {

    private static final String TEAMS = "table[data-table=teams]";

    @Autowired
    private ApplicationContext application;

    @BeforeEach
    void company() {
        DemoWork.load(application);
    }

    @Test
    void theMonthIsReadInChineseDownToItsRowsAndTakenAway() throws IOException {
        Person manager = people.signIn("manager", Locale.SIMPLIFIED_CHINESE);
        Page page = manager.page();
        manager.goTo("/briefings");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("2026年1月")).first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("2026年1月回访简报"))).isVisible();
        assertThat(page.getByText("总体保持稳定")).isVisible();
        assertThat(page.locator("figure canvas")).hasCount(page.locator("figure[data-chart]").count());
        assertThat(page.evaluate("() => [...document.querySelectorAll('figure canvas')].every(c => new Set(c.getContext('2d').getImageData(0, 0, c.width, c.height).data).size > 2)"))
                .as("every chart is drawn").isEqualTo(true);
        Barriers.none(manager);

        Locator hall = page.locator(TEAMS + " tbody tr").first();
        List<String> numbers = hall.locator("td.num").allInnerTexts();
        byte[] paper = taken(manager, "briefing.pdf");
        byte[] workbook = taken(manager, "briefing.xlsx");
        try (var document = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " ")).contains("2026年1月回访简报", "总体保持稳定",
                    hall.locator("th").innerText() + " " + String.join(" ", numbers));
        }
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            Row row = book.findSheet("班组回访数据").orElseThrow().read().get(1);
            assertThat(row.getCellText(0)).isEqualTo(hall.locator("th").innerText());
            assertThat(row.getCellAsNumber(1)).hasValueSatisfying(called -> assertThat(called).isEqualByComparingTo(number(numbers.get(0))));
        }

        hall.locator("td.num a").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/reports/rows\\?figure=SATISFACTION_PUBLISHED&part=denominator&from=2026-01-01&to=2026-02-01&team=.*"));
        assertThat(page.getByText(Pattern.compile("共 " + numbers.get(0) + " ")).first()).isVisible();
    }

    @Test
    void theNextOneIsReviewedAndPublished() {
        Person manager = people.signIn("manager", Locale.ENGLISH);
        Page page = manager.page();
        manager.goTo("/briefings");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("February 2026")).first().click();
        assertThat(page.getByText(manager.text("briefing.draft"))).isVisible();
        manager.link("briefing.draft.task").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Review briefing")).first().click();
        manager.button("worklist.task.claim").click();
        new CamundaForm(manager, "userTask_reviewBriefing").drawn().pick("decision", "PUBLISH").type("wordsTeams", "Repair 1: keep calling before the visit.");
        page.locator("button[data-submit]").click();
        page.waitForURL(url -> !url.contains("/tasks/"));
        manager.goTo("/briefings/month/2026-02");
        assertThat(page.getByText("Repair 1: keep calling before the visit.")).isVisible();
        assertThat(page.getByText(manager.text("enum.BriefingState.PUBLISHED"), new Page.GetByTextOptions().setExact(true))).isVisible();
        Person agent = people.signIn("agent", Locale.ENGLISH);
        agent.goTo("/briefings/month/2026-02");
        assertThat(agent.page().locator(TEAMS + " a")).hasCount(0);
    }

    private static byte[] taken(Person manager, String key) throws IOException {
        var download = manager.page().waitForDownload(new Page.WaitForDownloadOptions().setTimeout(60_000), () -> manager.link(key).click());
        return Files.readAllBytes(download.path());
    }

    private static BigDecimal number(String shown) {
        return new BigDecimal(shown.replace(",", ""));
    }
}
