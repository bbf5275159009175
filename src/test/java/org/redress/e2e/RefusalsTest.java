package org.redress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.page.CasePage;

/** What cannot be done is said in a sentence, in the language of who asked, with a way on. */
class RefusalsTest extends BrowserTest {

    private static final int FAR_TOO_LARGE = 40 * 1024 * 1024;

    @TempDir
    private Path folder;

    private String captured() {
        return new Api(url("")).complaint(Map.of("channel", "HOTLINE", "summary", "The burner goes out", "anonymous", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void aCaseNumberWithOneWrongDigitFindsTheCase(String language) {
        var number = captured();
        var specialist = people.signIn("specialist", Locale.forLanguageTag(language)).expecting(404);
        var wrong = number.substring(0, number.length() - 2) + "9" + number.substring(number.length() - 1);
        specialist.goTo("/cases/" + wrong);
        assertThat(specialist.heading("complaint.unknown.title")).isVisible();
        specialist.named(AriaRole.LINK, number).click();
        assertThat(specialist.named(AriaRole.LINK, number).first()).isVisible();
        assertThat(specialist.main()).containsText("The burner goes out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void aFileTooLargeIsRefusedWithTheLimit(String language) throws IOException {
        var number = captured();
        var specialist = people.signIn("specialist", Locale.forLanguageTag(language)).expecting(413);
        new CasePage(specialist, number).tab("documents");
        specialist.field("complaint.documents.file").setInputFiles(Files.write(folder.resolve("film.mp4"), new byte[FAR_TOO_LARGE]));
        specialist.button("complaint.documents.add").click();
        assertThat(specialist.main()).containsText("10 MB");
        new CasePage(specialist, number).tab("documents").says(specialist.text("complaint.documents.none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void aFileThatIsNotWhatItsNameSaysIsRefused(String language) {
        var number = captured();
        var specialist = people.signIn("specialist", Locale.forLanguageTag(language)).expecting(422);
        new CasePage(specialist, number).tab("documents");
        specialist.field("complaint.documents.file")
                .setInputFiles(new FilePayload("photo.png", "image/png", "#!/bin/sh".getBytes()));
        specialist.button("complaint.documents.add").click();
        assertThat(specialist.page().getByRole(AriaRole.ALERT)).containsText("photo.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void aPageOfAnotherRoleSaysWhoMayOpenIt(String language) {
        var handler = people.signIn("handler", Locale.forLanguageTag(language)).expecting(403);
        handler.goTo("/admin/people");
        assertThat(handler.heading("error.403.title")).isVisible();
        assertThat(handler.main()).containsText(handler.text("error.403.text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void aCaseOfAnotherTeamStaysHidden(String language) {
        var number = captured();
        var handler2 = people.signIn("handler2", Locale.forLanguageTag(language)).expecting(403);
        handler2.goTo("/cases/" + number);
        assertThat(handler2.main()).containsText(handler2.text("complaint.problem.hidden", number));
    }
}
