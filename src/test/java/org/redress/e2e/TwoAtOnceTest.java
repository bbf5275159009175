package org.redress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.complaint.CaseState;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Person;
import org.redress.e2e.page.CasePage;
import org.redress.e2e.page.TaskPage;
import org.redress.e2e.page.TasksPage;
import org.redress.e2e.page.UserTask;

/** Two people at the same work: one wins, the other is told who and loses no word; and each sees what the other did. */
class TwoAtOnceTest extends BrowserTest {

    private static final String TEXT = "该管段属于维修二班，请改派。";
    private static final LocatorAssertions.ContainsTextOptions SOON = new LocatorAssertions.ContainsTextOptions().setTimeout(5_000);

    private Api api;
    private Person handler;
    private Person leader;

    @BeforeEach
    void twoOfOneTeam() {
        api = new Api(url(""));
        handler = people.signIn("handler", Locale.SIMPLIFIED_CHINESE);
        leader = people.signIn("leader", Locale.ENGLISH);
    }

    private String captured(String summary) {
        return api.complaint(Map.of("channel", "HOTLINE", "summary", summary, "anonymous", true));
    }

    private void assign(String number) {
        api.complete("specialist", number, UserTask.TRIAGE.id(),
                Map.of("decision", "ASSIGN", "team", "repair-1", "category", "gas.service.unsolved"));
    }

    @Test
    void whoTakesSecondIsToldWhoWasFirst() {
        var number = captured("Taken by two");
        assign(number);
        var first = new TasksPage(handler).open("claimable").openTask(UserTask.SIGN, number);
        var second = new TasksPage(leader).open("claimable").openTask(UserTask.SIGN, number);
        first.take();
        leader.expecting(409);
        second.takeButton().click();
        assertThat(leader.main()).containsText(leader.text("worklist.problem.takenBy", "Wang Qiang"));
    }

    @Test
    void whoseTaskWasGivenAwayKeepsEveryWord() {
        var number = captured("Given away while somebody writes");
        assign(number);
        var mine = new TasksPage(handler).open("claimable").openTask(UserTask.SIGN, number).take();
        mine.form().pick("decision", "RETURN").type("reason", TEXT);

        leader.goTo(handler.where());
        leader.field("worklist.task.assignTo").selectOption(new SelectOption().setLabel("Liu Gang"));
        leader.button("worklist.task.assign").click();
        assertThat(leader.page().getByRole(AriaRole.STATUS).first()).containsText("Liu Gang");

        handler.expecting(409);
        mine.send();
        assertThat(handler.page().getByRole(AriaRole.ALERT)).containsText("刘刚");
        assertThat(handler.main()).containsText(TEXT);
        new CasePage(handler, number).open().stands(CaseState.ASSIGNED);
    }

    @Test
    void anOldPageOfACaseChangesNothingAndKeepsItsText() {
        var number = captured("Withdrawn meanwhile");
        assign(number);
        api.complete("handler", number, UserTask.SIGN.id(), Map.of("decision", "SIGN"));
        var page = new CasePage(handler, number).open().writing("pause", TEXT);
        api.post("specialist", "/complaints/" + number + "/withdraw", Map.of("reason", "solved itself"));
        handler.expecting(409);
        page.sendWriting("pause");
        assertThat(handler.page().getByRole(AriaRole.ALERT)).isVisible();
        page.stands(CaseState.WITHDRAWN).says(TEXT);
    }

    @Test
    void whatOneDoesTheOtherSees() {
        var list = new TasksPage(handler).open("claimable");
        var case1 = captured("Seen by itself");
        var page = new CasePage(leader, case1);
        assign(case1);
        assertThat(list.changes()).isVisible();
        list.changes().click();
        assertThat(list.row(UserTask.SIGN, case1)).isVisible();

        page.open().stands(CaseState.ASSIGNED);
        var task = list.openTask(UserTask.SIGN, case1).take();
        task.form().pick("decision", "SIGN");
        task.complete(case1);
        assertThat(leader.main().locator("header").first()).containsText(leader.words().of(CaseState.IN_PROGRESS), SOON);
    }

    @Test
    void theLineIsCutAndComesBack() {
        var number = captured("Cut off");
        assign(number);
        var page = new CasePage(leader, number).open().stands(CaseState.ASSIGNED);
        leader.offline(true);
        api.complete("handler", number, UserTask.SIGN.id(), Map.of("decision", "SIGN"));
        leader.offline(false);
        page.stands(CaseState.IN_PROGRESS);
    }
}
