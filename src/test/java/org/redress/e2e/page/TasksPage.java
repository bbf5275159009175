package org.redress.e2e.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.redress.e2e.browser.Person;

/** {@code /tasks}. */
public final class TasksPage {

    private final Person person;

    public TasksPage(Person person) {
        this.person = person;
    }

    /** @param scope mine, team or claimable */
    public TasksPage open(String scope) {
        person.goTo("/tasks?scope=" + scope);
        return this;
    }

    /** The line of a task; there is none when the person may not see it. */
    public Locator row(UserTask task, String subject) {
        return person.main().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(subject))
                .filter(new Locator.FilterOptions().setHas(link(task)));
    }

    /** What appears when somebody else changed the list. */
    public Locator changes() {
        return person.button("js.live.refresh", 1);
    }

    private Locator link(UserTask task) {
        return person.named(AriaRole.LINK, task.name(person.words()));
    }

    public TaskPage openTask(UserTask task, String subject) {
        row(task, subject).getByRole(AriaRole.LINK).first().click();
        person.page().waitForURL("**/tasks/*");
        return new TaskPage(person, task);
    }
}
