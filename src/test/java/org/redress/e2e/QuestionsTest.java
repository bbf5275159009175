package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Person;
import org.redress.shared.LinkToken;

/** A customer answers by a link on a small telephone without scripts; a designer changes a questionnaire on screen. */
class QuestionsTest extends BrowserTest {

    @Test
    void aCustomerAnswersByALinkWithoutScripts() {
        String path = "/rate/" + asked();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            Person customer = people.nobody(locale);
            look(customer, path);
        }
        Person customer = people.nobodyWithoutScripts(Locale.SIMPLIFIED_CHINESE);
        customer.page().setViewportSize(320, 640);
        customer.goTo(path + "?grade=GOOD");
        assertThat(customer.page().getByLabel("良好").isChecked()).isTrue();
        customer.page().getByLabel("是", new Page.GetByLabelOptions().setExact(true)).check();
        customer.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交评价")).click();
        assertThat(customer.page().getByRole(AriaRole.STATUS).innerText()).contains("感谢");
        assertThat(jdbc.sql("select rating || ' ' || appointment_kept || ' ' || reached from evaluation where source_key like 'LINK:%'").query(String.class).single())
                .isEqualTo("GOOD true true");
        pass(Duration.ofDays(2));
        Person later = people.nobody(Locale.ENGLISH);
        later.expecting(410);
        later.goTo(path);
        assertThat(Axe.violations(later.page())).isEmpty();
    }

    @Test
    void aDesignerChangesTheQuestionsOnScreen() {
        Person designer = people.signIn("designer", Locale.ENGLISH);
        designer.goTo("/designer/questionnaires/STANDARD");
        designer.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(designer.text("survey.version.newDraft"))).click();
        look(designer, designer.where());
        designer.page().setViewportSize(1280, 900);
        designer.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(designer.text("survey.version.editor"))).click();
        var field = designer.page().locator("[data-editor-canvas] .fjs-form-field", new Page.LocatorOptions().setHasText("Suggestions of the customer"));
        field.first().click();
        designer.page().locator("[data-editor-canvas] .bio-properties-panel-group-header", new Page.LocatorOptions().setHasText("General")).click();
        var label = designer.page().locator("[data-entry-id=label] textarea, [data-entry-id=label] .cm-content, [data-entry-id=label] input");
        label.first().click();
        designer.page().keyboard().press("Control+A");
        designer.page().keyboard().type("What should we do better?");
        designer.page().waitForCondition(() -> designer.page().locator("#form").inputValue().contains("What should we do better?"));
        assertThat(designer.page().locator("[data-editor-canvas] .fjs-powered-by").first().isVisible()).as("the mark of bpmn.io").isTrue();
        designer.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(designer.text("survey.version.save"))).click();
        designer.page().waitForCondition(() -> jdbc.sql("select form from questionnaire_version where version = 2").query(String.class).single()
                .contains("What should we do better?"));
        assertThat(jdbc.sql("select form from questionnaire_version where version = 2").query(String.class).single())
                .as("what the editor does not know stays").contains("客户意见建议", "\"scale\"");
        assertThat(designer.page().locator("#check-title").isVisible()).isTrue();
    }

    @Test
    void thePagesOfDesignersHoldUp() {
        long answer = jdbc.sql("""
                insert into evaluation (source_key, via, business, team, employee, done_at, asked_at, reached, answered_at, scale, rating, meaning, outcome, suggestion)
                values ('OUT:look', 'OUTSIDE', 'REPAIR', 'repair-1', 'handler', now(), now(), true, now(), 'GRADE5', 'GOOD', 'SATISFIED', 'SATISFIED', 'good')
                returning id""").query(Long.class).single();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            Person designer = people.signIn("designer", locale);
            for (String path : List.of("/designer/scales", "/designer/scales/new", "/designer/scales/GRADE5", "/designer/questionnaires", "/designer/questionnaires/new",
                    "/designer/questionnaires/STANDARD", "/designer/questionnaires/STANDARD/versions/1", "/designer/asking")) {
                look(designer, path);
            }
            look(people.signIn("director", locale), "/evaluations/" + answer);
        }
    }

    private static void look(Person person, String path) {
        person.goTo(path);
        for (int width : new int[] {1280, 320}) {
            person.page().setViewportSize(width, 900);
            assertThat(Axe.violations(person.page())).as(path + " " + width).isEmpty();
            assertThat((Boolean) person.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as(path + " fits " + width).isTrue();
        }
    }

    /** @return the token of a question that was sent */
    private String asked() {
        LinkToken token = LinkToken.fresh();
        long customer = jdbc.sql("select min(id) from customer").query(Long.class).single();
        long job = jdbc.sql("""
                insert into service_job (external_id, business, done_at, appointment_at, team, employee, customer_id, customer_name, segment, sampled, rate, sampling_rule, received_at)
                values ('ASK-1', 'METER_READING', :done, :done, 'repair-1', 'handler', :customer, 'x', 'ORDINARY', false, 15, 'test', :done) returning id""")
                .param("done", java.sql.Timestamp.from(clock.instant().minus(Duration.ofDays(1)))).param("customer", customer).query(Long.class).single();
        long link = jdbc.sql("insert into ask_link (hash, job_id, via, scale, sent_at, expires_at) values (?, ?, 'MAIL', 'GRADE5', ?, ?) returning id")
                .params(token.hash(), job, java.sql.Timestamp.from(clock.instant()), java.sql.Timestamp.from(clock.instant().plus(Duration.ofDays(13))))
                .query(Long.class).single();
        jdbc.sql("""
                insert into evaluation (source_key, via, job_id, business, team, employee, done_at, asked_at, reached)
                select 'LINK:' || :link, 'MAIL', id, business, team, employee, done_at, done_at, false from service_job where id = :job""")
                .param("link", link).param("job", job).update();
        return token.text();
    }
}
