package org.redress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.complaint.CaseState;
import org.redress.deadline.Severity;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Person;
import org.redress.e2e.page.CasePage;
import org.redress.e2e.page.NewCasePage;

/** While somebody speaks: danger is seen in their words, and who is known with an open case is not taken down twice. */
class CaptureTest extends BrowserTest {

    @ParameterizedTest
    @CsvSource({"en, there is a gas leak in my kitchen", "zh-CN, 厨房里漏气了"})
    void wordsOfDangerMakeItS1AtOnce(String language, String words) {
        var intake = people.signIn("intake", Locale.forLanguageTag(language));
        var page = new NewCasePage(intake).open().fill("phone", language.equals("en") ? "0755-0100 1008" : "0755-0100 1011").fill("summary", "123");
        page.field("words").fill(words);
        assertThat(page.known()).containsText(intake.text("complaint.new.danger"));
        assertThat(page.known()).containsText(intake.words().of(Severity.S1));
        page.save();
        new CasePage(intake, number(intake)).isOf(Severity.S1).stands(CaseState.TRIAGE);
    }

    private static String number(Person person) {
        person.page().waitForURL("**/cases/RD-*");
        return person.where().substring("/cases/".length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void whoHasAnOpenCaseIsNotTakenDownTwiceUnawares(String language) {
        var phone = language.equals("en") ? "0755-0100 2021" : "0755-0100 2022";
        var first = new Api(url("")).complaint(Map.of("channel", "HOTLINE", "summary", "The burner goes out",
                "customer", Map.of("name", "Ada Finch " + language, "phone", phone, "account", phone.substring(10), "segment", "ORDINARY")));
        var intake = people.signIn("intake", Locale.forLanguageTag(language));
        var page = new NewCasePage(intake).open().fill("summary", "It went out again");
        page.field("phone").pressSequentially(phone);
        assertThat(page.known()).containsText(first);

        intake.expecting(422);
        page.save();
        assertThat(page.problem()).containsText(intake.text("complaint.problem.duplicate"));
        assertThat(page.field("summary")).hasValue("It went out again");

        page.repeats(first).click();
        assertThat(page.field("summary")).hasValue("It went out again");
        page.save();
        new CasePage(intake, number(intake)).isOf(Severity.S2).says(intake.text("complaint.flag.REPEAT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void aPhoneThatIsNoneIsToldAndNothingIsLost(String language) {
        var intake = people.signIn("intake", Locale.forLanguageTag(language)).expecting(422);
        var page = new NewCasePage(intake).open().fill("phone", "call me").fill("summary", "No answer").fill("words", "Never mind");
        page.save();
        assertThat(page.problem()).containsText(intake.text("complaint.problem.phone", "call me"));
        assertThat(page.problem()).isFocused();
        assertThat(page.field("phone")).hasValue("call me");
        assertThat(page.field("words")).hasValue("Never mind");
    }
}
