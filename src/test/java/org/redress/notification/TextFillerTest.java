package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is filled in stays what it is; and the waits and hours of the outbox. */
class TextFillerTest {

    @Test
    void aValueIsNeverReadAsAPlaceNorAsMarkup() {
        var text = new TextFiller(Map.of("a", "{b} <b> [x](http://y)", "b", "never", "link", "https://redress.example/?a=1&b=2"))
                .fill(new TemplateText("{a}", "Said: {a}\n{link}"));
        assertThat(text.subject()).isEqualTo("{b} <b> [x](http://y)");
        assertThat(text.plain()).isEqualTo("Said: {b} <b> [x](http://y)\nhttps://redress.example/?a=1&b=2");
        assertThat(text.html()).isEqualTo("<p>Said: {b} &lt;b&gt; [x](http://y)<br>\n"
                + "<a href=\"https://redress.example/?a=1&amp;b=2\">https://redress.example/?a=1&amp;b=2</a></p>");
        assertThat(text.markdown()).contains("[x] (http://y)", "&lt;b>").doesNotContain("never");
    }

    @Test
    void aLinkThatIsNoneIsNotMadeOne() {
        assertThat(new TextFiller(Map.of("link", "javascript:alert(1)")).fill(new TemplateText("s", "{link}")).html()).isEqualTo("<p>javascript:alert(1)</p>");
    }

    @Test
    void aLineThatSaysNothingIsLeftOutAndAHoleShowsADash() {
        var text = new TextFiller(Map.of("a", "A", "b", " ")).fill(new TemplateText("{a} {c}", "One {b} {c}\n\nTwo {a} {b}\n{c}\n\n\nThree"));
        assertThat(text.subject()).isEqualTo("A —");
        assertThat(text.plain()).isEqualTo("Two A —\n\nThree");
        assertThat(text.html()).isEqualTo("<p>Two A —</p>\n<p>Three</p>");
    }

    @Test
    void linesThatSomebodyTypedStayLinesAndASubjectIsOne() {
        var text = new TextFiller(Map.of("a", "one\r\ntwo\nBcc: x@example.com")).fill(new TemplateText("{a}", "{a}"));
        assertThat(text.subject()).isEqualTo("one two Bcc: x@example.com");
        assertThat(text.plain()).isEqualTo("one\ntwo\nBcc: x@example.com");
        assertThat(text.html()).isEqualTo("<p>one<br>\ntwo<br>\nBcc: x@example.com</p>");
    }

    @ParameterizedTest
    @CsvSource({"22:00,07:00,21:59,false", "22:00,07:00,22:00,true", "22:00,07:00,00:00,true", "22:00,07:00,06:59,true", "22:00,07:00,07:00,false",
        "12:00,14:00,13:00,true", "12:00,14:00,14:00,false", "07:00,07:00,07:00,false"})
    void quietHours(LocalTime from, LocalTime until, LocalTime at, boolean quiet) {
        assertThat(settings(from, until).quietAt(at)).isEqualTo(quiet);
    }

    @Test
    void waitsGrowToALimitAndDiffer() {
        var backoff = new Backoff(Duration.ofSeconds(30), new Random(7));
        var longest = Duration.ofHours(1);
        for (int failures = 1; failures < 100; failures++) {
            long full = Math.min(longest.toMillis(), 30_000L << Math.min(failures - 1, 20));
            assertThat(backoff.after(failures, longest).toMillis()).isBetween(full / 2, full);
        }
        assertThat(backoff.after(9, longest)).isNotEqualTo(backoff.after(9, longest));
    }

    @Test
    void aTextIsCutBetweenLetters() {
        assertThat(WebhookTransport.cut("投诉", 6)).isEqualTo("投诉");
        assertThat(WebhookTransport.cut("投诉".repeat(1000), 100)).endsWith("…").hasSizeLessThan(40);
        assertThat(WebhookTransport.cut("😀".repeat(1000), 100)).doesNotContain("\ud83d…");
    }

    private static MessageSettings settings(LocalTime from, LocalTime until) {
        return new MessageSettings(false, Duration.ZERO, 1, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, from, until, "",
                Set.of(), Duration.ZERO);
    }
}
