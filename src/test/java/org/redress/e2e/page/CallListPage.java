package org.redress.e2e.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.redress.e2e.browser.Person;

/** {@code /callbacks}. */
public final class CallListPage {

    private final Person person;

    public CallListPage(Person person) {
        this.person = person;
    }

    public CallListPage open() {
        person.goTo("/callbacks");
        return this;
    }

    public Locator row(String customer) {
        return person.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHas(
                person.page().getByRole(AriaRole.LINK, new com.microsoft.playwright.Page.GetByRoleOptions().setName(customer).setExact(true))));
    }

    public CallSheetPage call(String customer) {
        person.button("callback.list.callWhom", customer).click();
        return new CallSheetPage(person);
    }

    /** The sheet that is open. */
    public CallSheetPage sheet() {
        return new CallSheetPage(person);
    }

    /** The case that the last call opened. */
    public String openedCase() {
        return person.page().getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText(person.text("callback.list.opened")))
                .getByRole(AriaRole.LINK).textContent();
    }
}
