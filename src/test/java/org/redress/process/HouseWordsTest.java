package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.redress.process.models.Sources;

/** What the checks take for the house's own is what the house really says. */
class HouseWordsTest {

    private final Map<String, String> sources = new TreeMap<>(Sources.of("org.redress.process"));

    HouseWordsTest() {
        sources.remove("HouseWords.java");
    }

    @Test
    void everyMessageThatAdaptersSendIsKnown() {
        assertThat(named("\"((?:complaint|call|briefing)\\.[a-z]+)\"")).containsExactlyInAnyOrderElementsOf(HouseWords.MESSAGES);
    }

    @Test
    void everyListThatFormsAreFilledWithIsKnown() {
        assertThat(named("asksFor\\(form, \"(\\w+)\"\\)")).containsExactlyInAnyOrderElementsOf(HouseWords.LISTS);
    }

    @Test
    void everyProcessThatIsStartedIsNeeded() {
        assertThat(named("startProcessInstanceByKey\\(\"(\\w+)\"")).isNotEmpty().allSatisfy(key -> assertThat(HouseWords.FILES).contains("bpmn/" + key + ".bpmn"));
    }

    @Test
    void theNamesOfFactsAreThoseOfTheRules() {
        assertThat(HouseWords.variables()).containsAll(named("named\\.put\\(\"(\\w+)\"")).contains("complaintId", "decision", "retryAt");
    }

    private Set<String> named(String pattern) {
        Set<String> found = new TreeSet<>();
        Pattern sought = Pattern.compile(pattern);
        sources.values().forEach(source -> sought.matcher(source).results().forEach(match -> found.add(match.group(1))));
        return found;
    }
}
