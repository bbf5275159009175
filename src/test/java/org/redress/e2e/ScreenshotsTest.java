package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.demo.DemoWork;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Person;
import org.redress.e2e.page.CallListPage;
import org.redress.e2e.page.CasePage;
import org.redress.e2e.page.ImportsPage;
import org.redress.e2e.page.NewCasePage;
import org.redress.e2e.page.SignInPage;
import org.redress.e2e.page.TaskPage;
import org.redress.e2e.page.UserTask;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The pictures of the README, of the real pages on the demo company's first day: {@code mvn test -Pscreenshots}. */
@Tag("screenshots")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreenshotsTest extends BrowserTest {

    private static final Path FOLDER = Path.of("src", "docs", "screenshots");
    private static final int LARGEST = 200_000;
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    @Autowired
    private ApplicationContext application;

    private String number = "";
    private String reopened = "";

    @BeforeEach
    void aDayOfTheDemoCompany() {
        if (number.isEmpty()) {
            DemoWork.load(application);
            var api = new Api(url(""));
            number = api.get("handler", "/tasks?scope=mine").path("items").path(0).path("caseNumber").asText();
            reopened = api.get("specialist", "/complaints?q=约好上午安检").path("items").path(0).path("number").asText();
        }
    }

    private void picture(Person person, String name) throws IOException {
        person.page().waitForLoadState(LoadState.NETWORKIDLE);
        var file = FOLDER.resolve(name + ".png");
        person.page().screenshot(new Page.ScreenshotOptions().setPath(file));
        assertThat(Files.size(file)).as(name).isLessThan(LARGEST);
    }

    @Test
    void signIn() throws IOException {
        var nobody = people.nobody(Locale.ENGLISH);
        new SignInPage(nobody).open();
        picture(nobody, "sign-in");
    }

    @Test
    void callSheet() throws IOException {
        var agent = people.signIn("agent", CHINESE);
        new CallListPage(agent).open();
        picture(agent, "call-list");
        agent.page().locator("[data-row] form button").first().click();
        agent.page().locator(".task-form .fjs-form").waitFor();
        picture(agent, "call-sheet");
    }

    @Test
    void capture() throws IOException {
        var intake = people.signIn("intake", Locale.ENGLISH);
        var page = new NewCasePage(intake).open();
        page.field("phone").pressSequentially("0755-0100 1003");
        page.fill("summary", "Strong smell of gas in the kitchen");
        page.field("words").pressSequentially("There is a gas leak, I can smell it in the whole flat.");
        page.known().getByText(intake.text("complaint.new.danger")).waitFor();
        picture(intake, "capture");
    }

    @Test
    void tasks() throws IOException {
        var leader = people.signIn("leader", CHINESE);
        leader.goTo("/tasks?scope=team");
        picture(leader, "tasks");
    }

    @Test
    void task() throws IOException {
        var handler = people.signIn("handler", Locale.ENGLISH);
        handler.goTo("/tasks/" + new Api(url("")).task("handler", number, UserTask.RESOLVE.id()));
        new TaskPage(handler, UserTask.RESOLVE).form();
        picture(handler, "task");
    }

    @Test
    void caseAndItsProcess() throws IOException {
        var specialist = people.signIn("specialist", CHINESE);
        new CasePage(specialist, reopened).open();
        picture(specialist, "case");
        var english = people.signIn("specialist", Locale.ENGLISH);
        new CasePage(english, reopened).tab("process");
        english.page().locator("[data-diagram] .djs-shape").first().waitFor();
        picture(english, "process");
        new CasePage(specialist, reopened).tab("clock");
        picture(specialist, "clock");
    }

    @Test
    void imports() throws IOException {
        var admin = people.signIn("admin", CHINESE);
        new ImportsPage(admin).open().send("service-jobs", "jobs.csv", """
                externalId,business,doneAt,team,employee,account,name,phone
                WO-30001,REPAIR,2026-03-01 10:30,repair-1,handler,60010001,张伟,0755-0100 1000
                WO-30002,SAFETY_CHECK,2026-03-01 11:10,repair-2,handler2,60010002,王芳,0755-0100 1001
                WO-30003,REPAIR,2026-03-01 14:00,repair-1,handler,60010003,李娜,请回电
                """);
        picture(admin, "imports");
    }
}
