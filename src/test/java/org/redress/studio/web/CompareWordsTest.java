package org.redress.studio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.shared.Bilingual;
import org.redress.studio.ModelKind;
import org.redress.studio.compare.FileDifference;
import org.redress.studio.compare.How;
import org.redress.studio.compare.PropertyDifference;
import org.springframework.beans.factory.annotation.Autowired;

/** Differences in words, in both languages. */
class CompareWordsTest extends RedressTest {

    private static final FileDifference FILE = new FileDifference("bpmn/x.bpmn", ModelKind.PROCESS, How.CHANGED, List.of(), List.of(),
            Map.of("userTask_x", new Bilingual("Look again", "复核")), Map.of(), true);

    @Autowired
    CompareWords words;

    @Test
    void timesAreSaidAsPeopleSayThem() {
        assertThat(said("timer", "", "P2DT4H", "P1D")).isEqualTo("timer: 2 days 4 hours → 1 day | 定时器：2 天 4 小时 → 1 天");
        assertThat(said("timer", "", "R3/PT30M", "")).isEqualTo("timer: every 30 minutes → none | 定时器：每 30 分钟 → 无");
        assertThat(said("house", "redress.budget", "2 bd", "3 bd")).isEqualTo("time allowed: 2 working days → 3 working days | 时限额度：2 个工作日 → 3 个工作日");
        assertThat(said("timer", "", "${clock.nextStep(complaintId, 'RESOLVE')}", "PT")).isEqualTo(
                "timer: ${clock.nextStep(complaintId, 'RESOLVE')} → PT | 定时器：${clock.nextStep(complaintId, 'RESOLVE')} → PT");
    }

    @Test
    void elementsAreNamedAndKindsTranslated() {
        assertThat(said("targetRef", "", "userTask_x", "userTask_y")).isEqualTo("to: Look again (userTask_x) → userTask_y | 终点：复核（userTask_x） → userTask_y");
        assertThat(said("type", "", "userTask", "serviceTask")).isEqualTo("kind: User task → Service task | 类型：人工任务 → 服务任务");
        assertThat(said("validation", "required", "true", "false")).isEqualTo("validation: required: yes → no | 校验：必填：是 → 否");
        assertThat(said("input", "team", "a", "b")).startsWith("input: team: a → b");
        assertThat(said("somethingNew", "", "a", "b")).isEqualTo("somethingNew: a → b | somethingNew：a → b");
    }

    private String said(String property, String detail, String before, String after) {
        PropertyDifference difference = new PropertyDifference(property, detail, before, after);
        return line(difference, Locale.ENGLISH, ": ") + " | " + line(difference, Locale.SIMPLIFIED_CHINESE, "：");
    }

    private String line(PropertyDifference difference, Locale locale, String colon) {
        return words.property(difference, locale) + colon + words.value(FILE, difference, difference.before(), locale) + " → "
                + words.value(FILE, difference, difference.after(), locale);
    }
}
