package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.insight.BoardFilter;
import org.redress.insight.BoardRow;
import org.redress.insight.BoardState;
import org.redress.insight.Boards;
import org.redress.insight.Tonight;
import org.springframework.beans.factory.annotation.Autowired;

/** Boards over cases that went through the real loop: state, cause, ladder, who is told, and the verbs of a manager. */
class BoardOfTheLoopTest extends LoopTest {

    @Autowired
    private Boards boards;

    @Autowired
    private Tonight tonight;

    @Autowired
    private ModelClock ladder;

    private Instant of(String number, String kind, String column) {
        return jdbc.sql("select " + column + " from case_clock where kind = ? and complaint_id = ?").params(kind, idOf(number))
                .query(OffsetDateTime.class).single().toInstant();
    }

    private BoardRow row(String number) {
        return boards.page(BoardFilter.of(java.util.Set.of(number)), null, 10).rows().get(0);
    }

    @Test
    void aCaseGoesFromOnTrackToLateAndIsPausedBetween() {
        String number = signed();
        assertThat(row(number).state()).isEqualTo(BoardState.ON_TRACK);
        clock.set(of(number, "FIRST_CONTACT", "risk_at").minusSeconds(1));
        assertThat(row(number).state()).isEqualTo(BoardState.ON_TRACK);
        clock.set(of(number, "FIRST_CONTACT", "risk_at"));
        assertThat(row(number).state()).as("three quarters of the first contact").isEqualTo(BoardState.AT_RISK);
        as("handler", () -> cases.contacted(number, null, null, "已联系"));
        assertThat(row(number).state()).isEqualTo(BoardState.ON_TRACK);
        clock.set(of(number, "RESOLVE", "due_at"));
        BoardRow late = row(number);
        assertThat(late.state()).isEqualTo(BoardState.BREACHED);
        assertThat(late.clock().kind().name()).isEqualTo("RESOLVE");
        assertThat(late.work()).extracting(BoardRow.Work::key).containsExactly("userTask_resolveComplaint");
    }

    @Test
    void theDrillNamesWhoIsToldBeforeItHappens() {
        String number = signed();
        clock.set(of(number, "FIRST_CONTACT", "next_step_at").minus(Duration.ofMinutes(10)));
        Tonight.Step foreseen = tonight.now().steps().stream().filter(step -> step.number().equals(number)).findFirst().orElseThrow();
        assertThat(foreseen.recipients()).isNotEmpty();
        String page = new Browser(url("")).as("manager").get("/board/drill?lang=en").body();
        assertThat(page).contains(number, "Escalation drill", "Level " + foreseen.level());
        clock.set(foreseen.at().plusSeconds(1));
        jobs.runDue();
        List<String> told = List.of((String[]) jdbc.sql("select recipients from ladder_step where complaint_id = ? and clock = ? and level = ?")
                .params(idOf(number), foreseen.clock().name(), foreseen.level()).query((row, index) -> row.getArray(1).getArray()).single());
        assertThat(told).as("the drill and the step agree").containsExactlyInAnyOrderElementsOf(foreseen.recipients());
        BoardRow row = row(number);
        assertThat(row.ladderLevel()).isEqualTo(foreseen.level());
        assertThat(row.step().recipients()).containsExactlyInAnyOrderElementsOf(told);
        assertThat(row.nextLevel()).isGreaterThan(foreseen.level());
        assertThat(new Browser(url("")).as("manager").speaking("zh-CN").get("/board/drill?lang=zh-CN").body()).contains("升级演练", "将通知的人员");
    }

    @Test
    void aFirstContactEndsItsLadderForGood() {
        String number = signed();
        as("handler", () -> cases.contacted(number, null, null, "已联系"));
        clock.set(of(number, "RESOLVE", "next_step_at").plusSeconds(1));
        assertThat(jobs.runDue()).as("one step of the resolution and its message, not a loop").isLessThan(10);
        assertThat(ladder.nextStep(idOf(number), "FIRST_CONTACT")).as("a clock that has stopped asks nobody at once").isAfter(java.util.Date.from(clock.instant()));
    }

    @Test
    void aManagerAcknowledgesOrdersAndExtends() {
        String number = signed();
        as("handler", () -> cases.contacted(number, null, null, "已联系"));
        clock.set(of(number, "RESOLVE", "next_step_at").plusSeconds(1));
        jobs.runDue();
        Browser manager = new Browser(url("")).as("manager");
        manager.get("/board/overdue?lang=en");
        assertThat(manager.post("/board/overdue/act", Map.of("one", "ACKNOWLEDGE:" + number)).statusCode()).isEqualTo(302);
        assertThat(manager.get("/board/overdue").body()).contains("You have acknowledged", "Acknowledged by Sun Wei");
        manager.post("/board/overdue/act", Map.of("one", "ACKNOWLEDGE:" + number));
        assertThat(manager.get("/board/overdue").body()).contains("Somebody has acknowledged it already.");

        assertThat(manager.post("/board/overdue/act/apply", Map.of("verb", "ORDER", "case", number, "reason", "今天必须给答复")).body())
                .contains("Done: 1. Left alone: 0.");
        assertThat(row(number).ordered()).isTrue();
        assertThat(manager.post("/board/overdue/act", Map.of("one", "ORDER:" + number)).body()).contains("A supervision order waits for its answer already.");

        String until = of(number, "PROMISE", "due_at").plus(Duration.ofHours(20)).atZone(org.redress.MovableClock.ZONE).toLocalDateTime().toString();
        String answer = manager.post("/board/overdue/act/apply", Map.of("verb", "EXTEND", "case", number, "reason", "配件明天到", "until", until)).body();
        assertThat(answer).contains("Done: 1. Left alone: 0.");
        assertThat(row(number).extensionAsked()).isTrue();
        assertThat(manager.get("/board/overdue").body()).contains("Supervision order open", "More time asked for");
    }

    @Test
    void workOfTheBoardGoesIntoOtherHandsAndBack() {
        String number = signed();
        Browser leader = new Browser(url("")).as("leader");
        leader.get("/board/overdue?state=open&lang=en");
        String address = leader.post("/board/overdue/act", Map.of("one", "MOVE:" + number, "back", "/board/overdue?state=open")).headers()
                .firstValue("Location").orElseThrow();
        assertThat(address).startsWith("/board/move?pick=");
        String preview = leader.get(address + "&to=leader").body();
        assertThat(preview).contains("Liu Gang will get: 1. Left alone: 0.", "Hours due in the next 10 working days");
        String pick = value(preview, "pick");
        String done = leader.post("/board/move", Map.of("pick", pick, "to", "leader", "back", "/board/overdue?state=open")).body();
        assertThat(done).contains("Liu Gang got: 1. Left alone: 0.");
        assertThat(open(number, "resolveComplaint").assignee()).isEqualTo("leader");
        var undone = leader.post("/board/move/undo", Map.of("pick", value(done, "pick"), "before", value(done, "before"), "back", "/board/overdue?state=open"));
        assertThat(undone.headers().firstValue("Location")).hasValue("/board/overdue?state=open");
        assertThat(open(number, "resolveComplaint").assignee()).isEqualTo("handler");
        assertThat(leader.get("/board/overdue?state=open").body()).contains("Taken back: 1 of 1.");
    }

    private static String value(String page, String field) {
        var found = Pattern.compile("name=\"" + field + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as(field).isTrue();
        return found.group(1);
    }
}
