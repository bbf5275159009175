package org.redress.e2e.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.redress.e2e.browser.Person;

/** {@code /cases/new}: what is taken down while somebody speaks. */
public final class NewCasePage {

    private final Person person;

    public NewCasePage(Person person) {
        this.person = person;
    }

    public NewCasePage open() {
        person.goTo("/cases/new");
        return this;
    }

    /** @param name the last part of the message key, such as "phone" */
    public Locator field(String name) {
        return person.field("complaint.new." + name);
    }

    public NewCasePage fill(String name, String text) {
        field(name).fill(text);
        return this;
    }

    /** What is known already: customers, their open cases, the severity that the rules propose. */
    public Locator known() {
        return person.named(AriaRole.COMPLEMENTARY, person.text("complaint.new.aside"));
    }

    public Locator repeats(String number) {
        return known().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(number))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(person.text("complaint.new.linkRepeat")).setExact(true));
    }

    public void save() {
        person.button("complaint.new.save").last().click();
    }

    /** What keeps the case from being saved. */
    public Locator problem() {
        return person.page().getByRole(AriaRole.ALERT);
    }
}
