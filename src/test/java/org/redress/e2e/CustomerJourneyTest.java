package org.redress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Person;
import org.redress.e2e.page.ComplainPage;
import org.redress.e2e.page.TrackPage;
import org.redress.e2e.page.UserTask;

/**
 * A customer with a small phone that runs no scripts, from the complaint to the rating and back. At each stop somebody else, whose browser
 * does run scripts because axe needs them, opens the same address on a phone as small and looks for barriers.
 */
class CustomerJourneyTest extends BrowserTest {

    private static final int SMALL_PHONE = 320;
    private static final String NOTHING_SIDEWAYS = "() => document.documentElement.scrollWidth <= window.innerWidth";

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void fromTheComplaintToTheRatingAndBack(String language) {
        var locale = Locale.forLanguageTag(language);
        var customer = people.nobodyWithoutScripts(locale).expecting(422);
        customer.page().setViewportSize(SMALL_PHONE, 640);
        var form = new ComplainPage(customer).open().says("", "0755-0400 10" + language.length(), "It drips again.");
        look(customer);
        form.send();
        lookAtTheErrors(locale);
        assertThat(customer.main()).containsText(customer.text("portal.problem.name"));
        assertThat(customer.field("portal.complain.words")).hasValue("It drips again.");
        var track = form.says("Ada Finch", "0755-0400 10" + language.length(), "It drips again.")
                .adds(new FilePayload("drip.png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'})).sent();
        track.says("portal.done.received").says("portal.state.TRIAGE").says("portal.said.file", "drip.png");
        var number = track.number();
        assertThat(track.done()).containsExactly(customer.text("portal.step.RECEIVED"));
        look(customer);
        track.adds("At night as well.").says("portal.state.TRIAGE");

        var office = new Api(url(""));
        office.complete("specialist", number, UserTask.TRIAGE.id(),
                Map.of("decision", "ASSIGN", "team", "repair-1", "category", "gas.service.unsolved"));
        office.complete("handler", number, UserTask.SIGN.id(), Map.of("decision", "SIGN"));
        track.open().says("portal.state.IN_PROGRESS");
        assertThat(track.done()).hasSize(3);
        pass(Duration.ofHours(1));
        outcome(office, number);
        track.open().says("portal.state.RECALL_DUE").says("enum.Remedy.REWORK").rates("PASS")
                .says("portal.rate.given", customer.text("enum.Rating.GRADE5.PASS"));
        look(customer);
        office.complete("agent2", number, UserTask.RECALL.id(), Map.of("reached", true, "solved", true, "scale", "GRADE5", "rating", "GOOD"));
        track.open().says("portal.state.CLOSED");
        assertThat(track.done()).hasSize(5);
        look(customer);
        track.reopens("It drips again after two days.").says("portal.state.ASSIGNED");
        track.withdraws().says("portal.state.WITHDRAWN");
        look(customer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void largeTypeAndTheOtherLanguageWhereverOneIs(String language) {
        var customer = people.nobodyWithoutScripts(Locale.forLanguageTag(language));
        customer.page().setViewportSize(SMALL_PHONE, 640);
        var track = new ComplainPage(customer).open().says("Ada Finch", "0755-0400 20" + language.length(), "Too small to read.").sent();
        var size = (String) customer.page().evaluate("() => getComputedStyle(document.querySelector('main')).fontSize");
        customer.link("portal.type.large").click();
        assertThat(size).isNotEqualTo("20.625px");
        assertThat(customer.page().locator("main")).hasCSS("font-size", "20.625px");
        assertThat(customer.where()).startsWith(track.path());
        assertThat(customer.page().evaluate(NOTHING_SIDEWAYS)).as("in large type").isEqualTo(true);
        customer.link(language.equals("en") ? "layout.language.zh" : "layout.language.en").click();
        assertThat(customer.where()).startsWith(track.path());
        assertThat(customer.page().locator("html").getAttribute("lang")).isNotEqualTo(language);
        new TrackPage(customer, track.path() + "?lang=" + language + "&type=normal").open().says("portal.state.TRIAGE");
    }

    private static void outcome(Api office, String number) {
        office.complete("handler", number, UserTask.RESOLVE.id(), Map.of("contactedCustomerAt", "2026-03-02T09:30:00+08:00", "customerStatement",
                "It drips", "employeeStatement", "Tightened", "finding", "Worn seal", "remedies", List.of("REWORK"), "rootCause",
                "No second look", "basisForResolution", "Shown to the customer"));
        office.complete("specialist", number, UserTask.REVIEW.id(),
                Map.of("decision", "ACCEPT", "verdict", "UPHELD", "liableParty", "TEAM", "causedByService", true));
    }

    private void look(Person customer) {
        assertThat(customer.page().evaluate(NOTHING_SIDEWAYS)).as("nothing to scroll sideways").isEqualTo(true);
        assertThat(customer.page().locator("body").innerText()).doesNotContain("??");
        var looker = looker(customer.locale());
        looker.goTo(customer.where());
        assertThat(Axe.violations(looker.page())).as(customer.where()).isEmpty();
    }

    private void lookAtTheErrors(Locale locale) {
        var looker = looker(locale).expecting(422);
        new ComplainPage(looker).open().send();
        assertThat(looker.main()).containsText(looker.text("portal.problem.contact"));
        assertThat(Axe.violations(looker.page())).isEmpty();
        assertThat(looker.page().evaluate(NOTHING_SIDEWAYS)).isEqualTo(true);
    }

    private Person looker(Locale locale) {
        var looker = people.nobody(locale);
        looker.page().setViewportSize(SMALL_PHONE, 640);
        return looker;
    }
}
