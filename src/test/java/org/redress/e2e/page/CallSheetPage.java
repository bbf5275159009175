package org.redress.e2e.page;

import org.redress.e2e.browser.Person;

/** {@code /callbacks/{id}}: the number, the script, the questions. */
public final class CallSheetPage {

    private final Person person;

    CallSheetPage(Person person) {
        this.person = person;
    }

    public CamundaForm form() {
        return new CamundaForm(person, "userTask_callCustomer").drawn();
    }

    public CallListPage send() {
        person.button("callback.sheet.send").click();
        person.page().waitForURL("**/callbacks");
        return new CallListPage(person);
    }
}
