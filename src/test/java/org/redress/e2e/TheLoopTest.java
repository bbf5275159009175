package org.redress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.complaint.CaseState.ASSIGNED;
import static org.redress.complaint.CaseState.CLOSED;
import static org.redress.complaint.CaseState.IN_PROGRESS;
import static org.redress.complaint.CaseState.RECALL_DUE;
import static org.redress.complaint.CaseState.RESOLVED;
import static org.redress.complaint.CaseState.TRIAGE;
import static org.redress.complaint.CaseState.WAITING_CUSTOMER;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.MovableClock;
import org.redress.complaint.CaseState;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Person;
import org.redress.e2e.page.CallListPage;
import org.redress.e2e.page.CamundaForm;
import org.redress.e2e.page.CasePage;
import org.redress.e2e.page.TaskPage;
import org.redress.e2e.page.TasksPage;
import org.redress.e2e.page.UserTask;

/**
 * Five people, each before a browser of their own: one hears the complaint, one decides and reviews, one works, one calls again, and the
 * manager only looks: at a page opened once, which must follow by itself.
 */
class TheLoopTest extends BrowserTest {

    private Person agent;
    private Person specialist;
    private Person handler;
    private Person agent2;
    private CasePage manager;
    private String number;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void aComplaintIsFollowedToTheEnd(String language) {
        sitDown(Locale.forLanguageTag(language));
        hearTheComplaint(language);
        manager = new CasePage(people.signIn("manager", Locale.forLanguageTag(language)), number).open();
        stands(TRIAGE, UserTask.TRIAGE);

        assignTo(words("Repair Team 1", "维修一班"));
        stands(ASSIGNED, UserTask.SIGN);
        returnIt(words("The pipe belongs to the other team.", "该管段不属于本班组。"));
        stands(TRIAGE, UserTask.TRIAGE);
        manager.says(words("The pipe belongs to the other team.", "该管段不属于本班组。"));
        assignTo(words("Repair Team 1", "维修一班"));
        sign();
        stands(IN_PROGRESS, UserTask.RESOLVE);
        new CasePage(handler, number).open().act("pause", words("When may we come?", "请客户确认上门时间。"));
        stands(WAITING_CUSTOMER, UserTask.AWAIT);
        pass(Duration.ofHours(1));
        new CasePage(handler, number).open().act("resume", words("Tomorrow at nine.", "客户回复：明早九点。"));
        stands(IN_PROGRESS, UserTask.RESOLVE);

        resolve(words("Valve replaced.", "已更换阀门。"));
        stands(RESOLVED, UserTask.REVIEW);
        review().pick("decision", "REWORK").type("reason", words("Ask the neighbours too.", "请一并走访邻居。"));
        completeReview();
        stands(IN_PROGRESS, UserTask.RESOLVE);
        resolve(words("Neighbours asked, valve tested.", "已走访邻居并试压合格。"));
        accept();
        stands(RECALL_DUE, UserTask.RECALL);

        recall(false, words("It still hisses.", "仍有漏气声。"));
        stands(ASSIGNED, UserTask.SIGN);
        manager.says(words("It still hisses.", "仍有漏气声。"));
        sign();
        resolve(words("Pipe replaced, no more noise.", "已更换管道，无异响。"));
        accept();
        recall(true, "");
        manager.stands(CLOSED);

        assertThat(new TasksPage(handler).open("team").row(UserTask.SIGN, number)).hasCount(0);
        theOutlineTellsThePath();
        assertThat(new Api(url("")).get("manager", "/complaints/" + number).path("reopenCount").asInt()).isEqualTo(1);
    }

    private void sitDown(Locale locale) {
        agent = people.signIn("agent", locale);
        specialist = people.signIn("specialist", locale);
        handler = people.signIn("handler", locale);
        agent2 = people.signIn("agent2", locale);
    }

    private String words(String english, String chinese) {
        return agent.words().choose(english, chinese);
    }

    private void stands(CaseState state, UserTask next) {
        manager.stands(state).says(next.name(agent.words()));
    }

    private void hearTheComplaint(String language) {
        var customer = words("Ada Finch", "周小雨");
        new Api(url("")).post("agent", "/service-jobs", Map.of("jobs", List.of(Map.of("externalId", "WO-" + language, "business", "REPAIR",
                "doneAt", "2026-03-01T10:00:00+08:00", "team", "repair-1", "employee", "handler",
                "customer", Map.of("account", words("70000001", "70000002"), "name", customer, "phone", "0755-0100 2000")))));
        var sheet = new CallListPage(agent).open().call(customer);
        sheet.form().pick("reached", "true").pick("appointmentKept", "false").chooseWords("rating", words("Fail", "不合格")).tick("complaint")
                .type("complaintSummary", words("The new valve hisses since the repair.", "维修后阀门一直有异响。"));
        number = sheet.send().openedCase();
        assertThat(number).matches("RD-2026-\\d{6}");
        new CasePage(agent, number).open().stands(TRIAGE).says(words("The new valve hisses", "阀门一直有异响"));
    }

    private TaskPage open(Person person, UserTask task) {
        pass(Duration.ofMinutes(10));
        var list = new TasksPage(person).open("claimable");
        if (list.row(task, number).count() == 0) {
            return list.open("mine").openTask(task, number);
        }
        return list.openTask(task, number).take();
    }

    private void assignTo(String team) {
        var task = open(specialist, UserTask.TRIAGE);
        task.form().pick("decision", "ASSIGN").chooseWords("team", team)
                .chooseWords("category", words("Repair did not solve the fault", "维修未解决问题"));
        task.complete(number);
    }

    private void returnIt(String reason) {
        var task = open(handler, UserTask.SIGN);
        task.form().pick("decision", "RETURN").type("reason", reason);
        task.complete(number);
    }

    private void sign() {
        var task = open(handler, UserTask.SIGN);
        task.form().pick("decision", "SIGN");
        task.complete(number);
    }

    private void resolve(String finding) {
        var task = open(handler, UserTask.RESOLVE);
        task.form().moment("contactedCustomerAt", LocalDateTime.ofInstant(clock.instant(), MovableClock.ZONE).withMinute(0))
                .type("customerStatement", words("It hisses day and night.", "白天晚上都有声音。"))
                .type("employeeStatement", words("I tightened it.", "当时已拧紧。"))
                .type("finding", finding).tick("remedies", "APOLOGY").tick("remedies", "REWORK")
                .type("rootCause", words("Worn seal.", "密封圈老化。"))
                .type("basisForResolution", words("Pressure test passed.", "试压合格。"));
        task.complete(number);
    }

    private CamundaForm review() {
        return open(specialist, UserTask.REVIEW).form();
    }

    private void completeReview() {
        new TaskPage(specialist, UserTask.REVIEW).complete(number);
    }

    private void accept() {
        review().pick("decision", "ACCEPT").choose("verdict", "UPHELD").choose("liableParty", "TEAM").pick("causedByService", "true");
        completeReview();
    }

    private void recall(boolean solved, String why) {
        var task = open(agent2, UserTask.RECALL);
        var form = task.form().pick("reached", "true").pick("solved", Boolean.toString(solved));
        if (solved) {
            form.chooseWords("rating", words("Good", "良好"));
        } else {
            form.chooseWords("rating", words("Fail", "不合格")).type("dissatisfactionReason", why);
        }
        task.complete(number);
    }

    private void theOutlineTellsThePath() {
        assertThat(new CasePage(specialist, number).tab("process").pathOfOutline())
                .containsSubsequence("event_complaintCaptured", "businessRuleTask_rateSeverity", "subProcess_triage")
                .contains("userTask_triageComplaint", "userTask_signForCase", "userTask_resolveComplaint", "userTask_awaitAnswer",
                        "userTask_reviewResolution", "userTask_recallCustomer", "serviceTask_reopenComplaint", "serviceTask_closeSolved",
                        "event_closedSolved")
                .doesNotContain("event_rejected", "event_merged", "event_settledOnCall", "event_withdrawn", "event_closedNotReached");
    }
}
