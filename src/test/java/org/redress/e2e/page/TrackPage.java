package org.redress.e2e.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import org.redress.e2e.browser.Person;

/** The page {@code /track/{token}} of one case. */
public final class TrackPage {

    private static final Pattern NUMBER = Pattern.compile("RD-\\d{4}-\\d{6}");

    private final Person customer;
    private final String path;

    public TrackPage(Person customer, String path) {
        this.customer = customer;
        this.path = path;
    }

    public String path() {
        return path;
    }

    public String token() {
        return path.substring("/track/".length());
    }

    public TrackPage open() {
        customer.goTo(path);
        return this;
    }

    public String number() {
        var found = NUMBER.matcher(customer.main().innerText());
        if (!found.find()) {
            throw new AssertionError("no number on " + path);
        }
        return found.group();
    }

    public TrackPage says(String key, Object... args) {
        assertThat(customer.main()).containsText(customer.text(key, args));
        return this;
    }

    /** Kinds of the steps that are done, by their names. */
    public List<String> done() {
        return customer.page().locator(".portal-steps .step-DONE .step-name").allInnerTexts();
    }

    public TrackPage adds(String words) {
        customer.field("portal.words").fill(words);
        customer.button("portal.words.send").click();
        return says("portal.done.words");
    }

    public TrackPage rates(String grade) {
        customer.button("enum.Rating.GRADE5." + grade).click();
        return says("portal.done.rate");
    }

    public TrackPage reopens(String why) {
        customer.field("portal.reopen.reason").fill(why);
        customer.button("portal.reopen.send").click();
        return says("portal.done.reopen");
    }

    public TrackPage withdraws() {
        customer.page().locator("details summary").click();
        customer.button("portal.withdraw.send").click();
        return says("portal.done.withdraw");
    }
}
