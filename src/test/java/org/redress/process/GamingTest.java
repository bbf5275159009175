package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.MovableClock;
import org.redress.complaint.WaitingFor;
import org.redress.insight.GamingKind;
import org.redress.insight.GamingMark;
import org.redress.insight.GamingMarks;
import org.springframework.beans.factory.annotation.Autowired;

/** What looks like gaming is marked with its proof, and what does not is left alone. */
class GamingTest extends LoopTest {

    @Autowired
    private GamingMarks marks;

    private Instant risk(String number, String kind) {
        return jdbc.sql("select risk_at from case_clock where kind = ? and complaint_id = ?").params(kind, idOf(number))
                .query(java.time.OffsetDateTime.class).single().toInstant();
    }

    private Instant due(String number, String kind) {
        return jdbc.sql("select due_at from case_clock where kind = ? and complaint_id = ?").params(kind, idOf(number))
                .query(java.time.OffsetDateTime.class).single().toInstant();
    }

    private List<GamingMark> found(String number) {
        marks.run();
        marks.run();
        return marks.of(idOf(number));
    }

    @Test
    void aPauseInTheLastTenthIsMarkedWithItsLine() {
        String early = signed();
        as("handler", () -> cases.pause(early, null, WaitingFor.CUSTOMER, "需要客户提供表具照片"));
        String late = signed();
        clock.set(due(late, "RESOLVE").minus(Duration.ofMinutes(30)));
        as("handler", () -> cases.pause(late, null, WaitingFor.CUSTOMER, "等客户回电"));
        assertThat(found(early)).isEmpty();
        assertThat(found(late)).singleElement().satisfies(mark -> {
            assertThat(mark.kind()).isEqualTo(GamingKind.PAUSED_BEFORE_BREACH);
            assertThat(mark.actor()).isEqualTo("handler");
            assertThat(mark.proof().get(0).share()).isBetween(90, 99);
        });
        Browser specialist = new Browser(url("")).as("specialist");
        assertThat(specialist.get("/cases/" + late).body()).contains("Paused just before breach");
        assertThat(specialist.get("/cases/" + late + "/clock").body()).contains("Worth asking about", "within the last 10 % of its time", "by Wang Qiang");
        assertThat(specialist.speaking("zh-CN").get("/cases/" + late + "/clock?lang=zh-CN").body()).contains("异常操作标记", "临超时暂停", "王强于");
        assertThat(specialist.get("/cases/" + early + "/clock").body()).doesNotContain("临超时暂停");
        String board = new Browser(url("")).as("manager").get("/board/overdue?marked=1").body();
        assertThat(board).contains(late, "Paused just before breach").doesNotContain(early);
    }

    @Test
    void aLongerLimitAfterThreeQuartersIsMarked() {
        String early = assigned();
        String late = assigned();
        done("handler", early, "signForCase", "decision", "RETURN", "reason", "不是我班组的片区");
        lower(early);
        clock.set(risk(late, "RESOLVE").plus(Duration.ofMinutes(5)));
        done("handler", late, "signForCase", "decision", "RETURN", "reason", "不是我班组的片区");
        lower(late);
        assertThat(found(early)).isEmpty();
        assertThat(found(late)).isNotEmpty().allSatisfy(mark -> {
            assertThat(mark.kind()).isEqualTo(GamingKind.LONGER_LIMIT);
            assertThat(mark.actor()).isEqualTo("specialist");
            assertThat(mark.proof().get(0).dueAfter()).isAfter(mark.proof().get(0).dueBefore());
        });
    }

    private void lower(String number) {
        done("specialist", number, "triageComplaint", "decision", "ASSIGN", "team", "repair-1", "category", "gas.billing.reading",
                "severity", "S4", "severityReason", "只是咨询");
    }

    @Test
    void closedAndReopenedIntoTheSameHandsIsMarked() {
        String same = recallDue();
        recall("agent", same, true);
        clock.advance(Duration.ofDays(3));
        as("intake", () -> cases.reopen(same, null, "问题又出现了"));
        assertThat(found(same)).as("nobody has taken it yet").isEmpty();
        done("handler", same, "signForCase", "decision", "SIGN");
        assertThat(found(same)).singleElement().satisfies(mark -> {
            assertThat(mark.kind()).isEqualTo(GamingKind.CLOSED_AND_REOPENED);
            assertThat(mark.actor()).isEqualTo("handler");
            assertThat(mark.proof()).extracting(GamingMark.Proof::what).containsExactly("RESOLVED", "CLOSED", "REOPENED", "SIGNED");
        });
        String other = recallDue();
        recall("agent", other, true);
        as("intake", () -> cases.reopen(other, null, "问题又出现了"));
        done("leader", other, "signForCase", "decision", "SIGN");
        assertThat(found(other)).as("somebody else looks at it").isEmpty();
    }

    @Test
    void closingsEnMasseAtTheEndOfTheMonthAreMarked() {
        clock.setLocal("2026-05-06T09:00");
        jdbc.sql("delete from gaming_mark").update();
        closed("2026-03-10", 4, "hall-1");
        closed("2026-04-29", 2, "hall-1");
        closed("2026-04-30", 7, "hall-1");
        closed("2026-03-10", 150, "hall-2");
        closed("2026-04-30", 7, "hall-2");
        marks.monthEnds();
        marks.monthEnds();
        assertThat(jdbc.sql("select distinct team from gaming_mark where kind = 'CLOSED_EN_MASSE'").query(String.class).list()).containsExactly("hall-1");
        assertThat(jdbc.sql("select count(*) from gaming_mark where kind = 'CLOSED_EN_MASSE'").query(Integer.class).single()).isEqualTo(7);
        long one = jdbc.sql("select max(complaint_id) from gaming_mark").query(Long.class).single();
        assertThat(marks.of(one).get(0).proof().get(0).closed()).isEqualTo(7);
        assertThat(YearMonth.of(2026, 4).atEndOfMonth()).isEqualTo(LocalDate.of(2026, 4, 30));
    }

    private void closed(String day, int cases, String team) {
        Instant at = LocalDate.parse(day).atTime(16, 0).atZone(MovableClock.ZONE).toInstant();
        jdbc.sql("""
                insert into complaint (number, state, severity, channel, received_at, captured_at, captured_by, summary, team, closed_at)
                select :prefix || n, 'CLOSED', 'S3', 'HOTLINE', :at, :at, 'intake', 'closed', :team, :at from generate_series(1, :cases) n""")
                .param("prefix", "M" + team.charAt(5) + day.substring(5) + "-").param("team", team).param("at", at.atOffset(java.time.ZoneOffset.UTC))
                .param("cases", cases).update();
    }
}
