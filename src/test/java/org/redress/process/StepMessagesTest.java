package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.redress.escalation.Escalations;
import org.redress.notification.Bell;
import org.redress.notification.BellNote;
import org.redress.shared.web.PageTimes;
import org.springframework.beans.factory.annotation.Autowired;

/** What the ladder tells people, word by word, as they read it. */
class StepMessagesTest extends LoopTest {

    @Autowired
    private Escalations escalations;

    @Autowired
    private Bell bell;

    @Autowired
    private PageTimes times;

    @Test
    void aReminderNamesTheMomentTheClockIsDueNotTheOneOfTheStep() {
        String number = assigned();
        var due = dueAt(number, "SIGN");
        clock.set(due.minusSeconds(1));
        jobs.runDue();
        var note = newest("leader", Locale.ENGLISH);
        assertThat(note.caseNumber()).isEqualTo(number);
        assertThat(note.lines()).contains("Clock: Sign or return", "Due: " + times.text(due, Locale.ENGLISH), "Time used: 75 %");
        assertThat(newest("leader", Locale.CHINA).lines()).contains("时限：签收或退单", "到期时间：" + times.text(due, Locale.CHINA), "已用时间：75%");
        assertThat(String.join("\n", note.lines()) + note.subject()).doesNotContain("—", "{", "#");
    }

    @Test
    void aSupervisionOrderSaysWhoWantsAnAnswerAndWhy() {
        String number = signed();
        as("manager", () -> escalations.order(number, "客户第三次来电，仍无人上门"));
        jobs.runDue();
        assertThat(String.join("\n", newest("manager", Locale.CHINA).lines())).contains("督办原因：客户第三次来电，仍无人上门", number, "孙伟").doesNotContain("—");
    }

    @Test
    void aColleagueIsWrittenToInTheLanguageTheyChose() {
        jdbc.sql("update account set language = 'en' where username = 'leader'").update();
        jdbc.sql("update person set email = username || '@example.com' where username in ('leader', 'specialist')").update();
        String number = assigned();
        clock.set(dueAt(number, "SIGN").plusSeconds(1));
        jobs.runDue();
        assertThat(jdbc.sql("select distinct username || ' ' || language || ' ' || outlet from message where case_number = ? and template = 'clock.breached' order by 1")
                .param(number).query(String.class).list()).containsExactly("leader en mail", "specialist zh-CN mail");
    }

    @Test
    void namesOfPeopleAndTeamsAreReadInTheReadersLanguage() {
        String number = signed();
        clock.set(dueAt(number, "RESOLVE").plusSeconds(1));
        jobs.runDue();
        var english = String.join("\n", newestOf(number, Locale.ENGLISH).lines());
        var chinese = String.join("\n", newestOf(number, Locale.CHINA).lines());
        assertThat(english).contains(number, "Repair Team 1").doesNotContain("repair-1", "维修一班");
        assertThat(chinese).contains(number, "维修一班").doesNotContain("repair-1", "Repair Team 1");
    }

    private Instant dueAt(String number, String kind) {
        return jdbc.sql("select k.due_at from case_clock k join complaint c on c.id = k.complaint_id where c.number = ? and k.kind = ?")
                .param(number).param(kind).query((row, index) -> row.getTimestamp(1).toInstant()).single();
    }

    /** Other cases may run out of time in the same moment. */
    private BellNote newestOf(String number, Locale locale) {
        return as("leader", () -> bell.list(false, null, 50, locale).items()).stream().filter(note -> number.equals(note.caseNumber())).findFirst().orElseThrow();
    }

    private BellNote newest(String username, Locale locale) {
        List<BellNote> notes = as(username, () -> bell.list(false, null, 1, locale).items());
        return notes.get(0);
    }
}
