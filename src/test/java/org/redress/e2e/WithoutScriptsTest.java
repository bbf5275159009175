package org.redress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.complaint.CaseState;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.page.CasePage;
import org.redress.e2e.page.TasksPage;
import org.redress.e2e.page.UserTask;

/** A browser that runs no scripts: list, read, take, complete, and the process in words. */
class WithoutScriptsTest extends BrowserTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void workIsFoundReadTakenAndDone(String language) {
        var api = new Api(url(""));
        var number = api.complaint(Map.of("channel", "HOTLINE", "summary", "The burner goes out " + language,
                "customer", Map.of("name", "Ada Finch", "phone", "0755-0100 2001", "account", "7000000" + language.length(), "segment", "ORDINARY")));
        api.complete("specialist", number, UserTask.TRIAGE.id(),
                Map.of("decision", "ASSIGN", "team", "repair-1", "category", "gas.service.unsolved"));

        var handler = people.withoutScripts("handler", Locale.forLanguageTag(language));
        handler.goTo("/");
        handler.link("nav.tasks").click();
        handler.link("enum.WorkScope.CLAIMABLE").click();
        var task = new TasksPage(handler).openTask(UserTask.SIGN, number);
        assertThat(handler.main()).containsText("Ada Finch");
        task.take();
        handler.expecting(422);
        task.send();
        assertThat(handler.main()).containsText(handler.text("field.summary"));
        task.plainForm().radio("decision", "SIGN").check();
        task.complete(number);

        var page = new CasePage(handler, number).open().stands(CaseState.IN_PROGRESS);
        assertThat(page.tab("process").pathOfOutline()).contains("userTask_signForCase");
    }
}
