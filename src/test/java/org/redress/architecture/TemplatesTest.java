package org.redress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates hold no words of one language and nothing inline; each rule is shown to find what it looks for. */
class TemplatesTest {

    @Test
    void noTemplateHoldsWordsOrInlineCode() throws IOException {
        var templates = Templates.all();
        assertThat(templates).isNotEmpty();
        assertThat(templates).allSatisfy((file, text) -> assertThat(Templates.faults(text)).as(file.toString()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<p>Hello</p>",
        "<p>退单</p>",
        "<input placeholder=\"Search\">",
        "<button aria-label='Close'></button>",
        "<img alt=\"Logo\">",
        "<p th:text=\"'Hello'\"></p>",
        "<p th:text=\"${ok} ? 'Yes' : 'No'\"></p>",
        "<p th:text=\"|due ${when}|\"></p>",
        "<a th:title=\"'Go ' + ${there}\"></a>",
        "<script>go()</script>",
        "<style>p { color: red }</style>",
        "<p style=\"color: red\"></p>",
        "<p th:style=\"'width:' + ${share}\"></p>",
        "<button onclick=\"go()\"></button>",
        "<button hx-on:click=\"go()\"></button>",
        "<a href=\"javascript:go()\"></a>",
    })
    void aFaultIsFound(String template) {
        assertThat(Templates.faults(template)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<p th:text=\"#{a.b}\"></p>",
        "<p>[[#{a.b}]] · 42</p>",
        "<p th:text=\"${row.name + ' (' + row.team + ')'}\"></p>",
        "<p th:text=\"#{|enum.Severity.${level}|}\"></p>",
        "<script type=\"application/json\">{\"schema\": 1}</script>",
        "<script src=\"/assets/app.js\"></script>",
        "<!-- words for whoever writes templates --><p></p>",
        "<a th:aria-current=\"${here} ? 'page'\" th:data-key=\"'j'\"></a>",
    })
    void whatIsRightIsLeftAlone(String template) {
        assertThat(Templates.faults(template)).isEmpty();
    }
}
