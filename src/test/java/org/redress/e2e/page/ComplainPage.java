package org.redress.e2e.page;

import com.microsoft.playwright.options.FilePayload;
import org.redress.e2e.browser.Person;

/** The public form {@code /complain}. */
public final class ComplainPage {

    private final Person customer;

    public ComplainPage(Person customer) {
        this.customer = customer;
    }

    public ComplainPage open() {
        customer.goTo("/complain");
        return this;
    }

    public ComplainPage says(String name, String phone, String words) {
        customer.field("portal.complain.name").fill(name);
        customer.field("portal.complain.phone").fill(phone);
        customer.field("portal.complain.words").fill(words);
        return this;
    }

    public ComplainPage adds(FilePayload file) {
        customer.field("portal.files").setInputFiles(file);
        return this;
    }

    public void send() {
        customer.button("portal.complain.send").click();
    }

    /** Sends it and answers the page that follows the complaint. */
    public TrackPage sent() {
        send();
        customer.page().waitForURL(url -> url.contains("/track/"));
        return new TrackPage(customer, customer.where());
    }
}
