package org.redress.e2e.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.redress.e2e.browser.Person;

/** {@code /tasks/{id}}. */
public final class TaskPage {

    private final Person person;
    private final UserTask task;

    public TaskPage(Person person, UserTask task) {
        this.person = person;
        this.task = task;
    }

    public TaskPage take() {
        person.button("worklist.task.claim").click();
        assertThat(takeButton()).isHidden();
        return this;
    }

    public Locator takeButton() {
        return person.button("worklist.task.claim");
    }

    /** The form as form-js draws it. */
    public CamundaForm form() {
        return plainForm().drawn();
    }

    /** The form as it is without scripts. */
    public CamundaForm plainForm() {
        return new CamundaForm(person, task.id());
    }

    /** Sends the form; what comes then may be the list, or this page again with what is wrong. */
    public void send() {
        person.button("worklist.task.complete").click();
    }

    /** Sends the form and reads that it is done. */
    public void complete(String subject) {
        send();
        isDone(subject);
    }

    /** Reads that the task of the case is done. */
    public void isDone(String subject) {
        assertThat(person.page().getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions()
                .setHasText(person.text("worklist.done.completed", task.name(person.words()), subject))).first()).isVisible();
    }
}
