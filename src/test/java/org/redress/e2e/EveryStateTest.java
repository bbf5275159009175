package org.redress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.page.CasePage;
import org.redress.e2e.page.NewCasePage;
import org.redress.e2e.page.SignInPage;
import org.redress.e2e.page.TasksPage;
import org.redress.e2e.page.UserTask;

/** What pages become by what people do: refused, in part open, asking back. Nobody is shut out of these either. */
class EveryStateTest extends BrowserTest {

    private String assigned() {
        var api = new Api(url(""));
        var number = api.complaint(Map.of("channel", "HOTLINE", "summary", "The burner goes out", "anonymous", true));
        api.complete("specialist", number, UserTask.TRIAGE.id(),
                Map.of("decision", "ASSIGN", "team", "repair-1", "category", "gas.service.unsolved"));
        return number;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void aRefusedSignIn(String language) {
        var nobody = people.nobody(Locale.forLanguageTag(language)).expecting(401);
        new SignInPage(nobody).open().tryAs("handler", "wrong");
        assertThat(nobody.page().getByRole(AriaRole.ALERT)).isVisible();
        Barriers.none(nobody);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void aRefusedCaseWithDangerAndKnownCustomer(String language) {
        new Api(url("")).complaint(Map.of("channel", "HOTLINE", "summary", "The burner goes out", "customer",
                Map.of("name", "Ada Finch", "phone", "0755-0100 2031", "account", "70000031", "segment", "VIP")));
        var intake = people.signIn("intake", Locale.forLanguageTag(language)).expecting(422);
        var page = new NewCasePage(intake).open().fill("phone", "0755-0100 2031").fill("words", "漏气 gas leak");
        assertThat(page.known()).containsText(intake.text("complaint.new.danger"));
        page.save();
        assertThat(page.problem()).isVisible();
        Barriers.none(intake);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void aFormThatIsNotComplete(String language) {
        var number = assigned();
        var handler = people.signIn("handler", Locale.forLanguageTag(language));
        var task = new TasksPage(handler).open("claimable").openTask(UserTask.SIGN, number).take();
        task.form();
        task.send();
        assertThat(handler.page().getByRole(AriaRole.ALERT)).isVisible();
        Barriers.none(handler);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void severalTasksBeforeTheyAreTaken(String language) {
        var number = assigned();
        var leader = people.signIn("leader", Locale.forLanguageTag(language));
        new TasksPage(leader).open("claimable").row(UserTask.SIGN, number).getByRole(AriaRole.CHECKBOX).check();
        Barriers.none(leader);
        leader.button("worklist.bulk.claim").click();
        assertThat(leader.heading("worklist.bulk.title.CLAIM")).isVisible();
        Barriers.none(leader);
        leader.button("worklist.bulk.go", 1).click();
        assertThat(leader.heading("worklist.bulk.result.CLAIM")).isVisible();
        Barriers.none(leader);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void aCaseWithAnOpenVerbAndTheKeysShown(String language) {
        var specialist = people.signIn("specialist", Locale.forLanguageTag(language));
        new CasePage(specialist, assigned()).open().writing("note", "漏气 gas leak");
        Barriers.none(specialist);
        specialist.link("keys.title").last().click();
        assertThat(specialist.page().getByRole(AriaRole.DIALOG)).isVisible();
        Barriers.none(specialist);
    }
}
