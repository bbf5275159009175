package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sign-in never leads out of the house. */
class InsideRedirectTest {

    @ParameterizedTest
    @CsvSource({
        "'', http://localhost:8080/cases?q=%E7%83%AD, /cases?q=%E7%83%AD",
        "'', https://elsewhere.example/cases, /cases",
        "'', https://elsewhere.example//third.example/x, /",
        "'', //elsewhere.example, /",
        "'', /\\elsewhere.example, /",
        "'', javascript:alert(1), /",
        "'', /, /",
        "/redress, http://localhost/redress/cases, /cases",
        "/redress, http://localhost/other/cases, /",
        "/redress, /, /",
    })
    void onlyPathAndQueryOfThisApplication(String context, String asked, String led) {
        assertThat(InsideRedirect.inside(context, asked)).isEqualTo(led);
    }
}
