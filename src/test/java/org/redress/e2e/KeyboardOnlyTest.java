package org.redress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.complaint.CaseState;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Keyboard;
import org.redress.e2e.browser.Person;
import org.redress.e2e.page.CasePage;
import org.redress.e2e.page.NewCasePage;
import org.redress.e2e.page.TaskPage;
import org.redress.e2e.page.UserTask;

/** Taken down and triaged without a mouse: a routine complaint in at most nine fields. */
class KeyboardOnlyTest extends BrowserTest {

    private static final int FIELDS = 9;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void aRoutineComplaintIsTakenDownAndTriaged(String language) {
        var locale = Locale.forLanguageTag(language);
        var number = takeDown(people.signIn("intake", locale));
        triage(people.signIn("specialist", locale), number);
    }

    private String takeDown(Person intake) {
        intake.goTo("/");
        var keys = new Keyboard(intake);
        keys.press("g", "n");
        intake.page().waitForURL("**/cases/new");
        var page = new NewCasePage(intake);
        var words = intake.words();
        var answers = List.of(List.of("phone", words.choose("0755-0100 1004", "0755-0100 1006")),
                List.of("category", words.choose("Safety check done badly", "ajbdw")),
                List.of("summary", words.choose("The inspector did not look at the stove", "安检员没有检查灶具")),
                List.of("words", words.choose("He was gone after two minutes.", "来了两分钟就走了。")),
                List.of("remedySought", words.choose("A proper check", "重新安检")));
        assertThat(answers).hasSizeLessThanOrEqualTo(FIELDS);
        answers.forEach(answer -> keys.tabTo(page.field(answer.get(0))).type(answer.get(1)));
        keys.press("Enter");
        intake.page().waitForURL("**/cases/RD-*");
        var number = intake.where().substring("/cases/".length());
        new CasePage(intake, number).stands(CaseState.TRIAGE).says(answers.get(2).get(1));
        return number;
    }

    private void triage(Person specialist, String number) {
        var words = specialist.words();
        specialist.goTo("/");
        var keys = new Keyboard(specialist);
        keys.press("g", "t");
        specialist.page().waitForURL("**/tasks");
        keys.tabTo(specialist.named(AriaRole.LINK, specialist.text("enum.WorkScope.CLAIMABLE"))).press("Enter");
        specialist.page().waitForURL("**/tasks?*");
        var row = specialist.main().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(number))
                .getByRole(AriaRole.LINK);
        do {
            keys.press("j");
        } while (!Boolean.TRUE.equals(row.evaluate("link => link === document.activeElement")));
        keys.press("o");
        specialist.page().waitForURL("**/tasks/*");

        var task = new TaskPage(specialist, UserTask.TRIAGE);
        keys.press("a");
        var form = task.form();
        keys.tabTo(form.radio("decision", "ASSIGN")).press("Space");
        keys.tabTo(form.list("team"));
        form.chooseWords("team", words.choose("Repair Team 1", "维修一班"));
        keys.press("Tab", "Control+Enter");
        task.isDone(number);
        new CasePage(specialist, number).open().stands(CaseState.ASSIGNED);
    }
}
