package org.redress.e2e.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.redress.complaint.CaseState;
import org.redress.deadline.Severity;
import org.redress.e2e.browser.Person;

/** {@code /cases/{number}} and its tabs. */
public final class CasePage {

    private static final String TICK = "✓";
    private static final Pattern NUMBERED = Pattern.compile(TICK + " (\\d+)");

    private final Person person;
    private final String number;

    public CasePage(Person person, String number) {
        this.person = person;
        this.number = number;
    }

    public CasePage open() {
        return tab("");
    }

    /** @param name the last part of the tab's address; empty for the timeline */
    public CasePage tab(String name) {
        person.goTo("/cases/" + number + (name.isEmpty() ? "" : "/" + name));
        return this;
    }

    private Locator head() {
        return person.main().locator("header").first();
    }

    public CasePage stands(CaseState state) {
        assertThat(head()).containsText(person.words().of(state));
        return this;
    }

    public CasePage isOf(Severity severity) {
        assertThat(head()).containsText(severity.name());
        return this;
    }

    /** Who holds which piece of work, as the head says it. */
    public CasePage isWith(String task, String who) {
        assertThat(head()).containsText(person.text("complaint.head.work", task, who));
        return this;
    }

    public CasePage says(String words) {
        assertThat(person.main()).containsText(words);
        return this;
    }

    /** What happened, the newest first. */
    public List<String> timeline() {
        return person.main().getByRole(AriaRole.LIST).last().getByRole(AriaRole.LISTITEM).allInnerTexts();
    }

    /** Opens the small form of a verb such as "note", writes the text and sends it. */
    public CasePage act(String verb, String text) {
        return writing(verb, text).sendWriting(verb);
    }

    /** Opens the small form of a verb and writes, no more. */
    public CasePage writing(String verb, String text) {
        head().getByText(person.text("complaint.verb." + verb), new Locator.GetByTextOptions().setExact(true)).first().click();
        head().getByLabel(person.text("complaint.verb." + verb + ".text")).fill(text);
        return this;
    }

    public CasePage sendWriting(String verb) {
        head().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(person.text("complaint.verb." + verb)).setExact(true))
                .last().click();
        return this;
    }

    /** The elements that the outline of the process calls done, by their ids, in the order in which they were reached. */
    public List<String> pathOfOutline() {
        var done = person.main().getByRole(AriaRole.NAVIGATION, new Locator.GetByRoleOptions().setName(person.text("diagram.outline")).setExact(true))
                .locator("summary[data-element]").filter(new Locator.FilterOptions().setHasText(TICK));
        return done.all().stream()
                .sorted(Comparator.comparingInt(element -> order(element.innerText())))
                .map(element -> element.getAttribute("data-element")).toList();
    }

    private static int order(String text) {
        var number = NUMBERED.matcher(text);
        return number.find() ? Integer.parseInt(number.group(1)) : Integer.MAX_VALUE;
    }
}
