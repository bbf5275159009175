package org.redress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.page.SignInPage;

/** The way in, in both languages. */
class WayInTest extends BrowserTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void aWrongPasswordIsToldAndTheNameStays(String language) {
        var nobody = people.nobody(Locale.forLanguageTag(language)).expecting(401);
        new SignInPage(nobody).open().tryAs("handler", "wrong");
        assertThat(nobody.page().getByRole(AriaRole.ALERT))
                .containsText(nobody.text("access.problem.signIn"));
        assertThat(nobody.field("access.username")).hasValue("handler");
        assertThat(nobody.page().getByRole(AriaRole.ALERT)).isFocused();
        assertThat(nobody.page().locator("html")).hasAttribute("lang", language);
    }
}
