package org.redress.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.MovableClock;
import org.redress.RedressTest;
import org.redress.insight.BoardData.Clock;
import org.redress.insight.PersonLoad.Cell;
import org.redress.insight.PersonLoad.Lot;
import org.redress.insight.StageTimes.Visit;
import org.redress.organisation.Absence;
import org.redress.organisation.Absences;
import org.redress.organisation.Organisation;
import org.springframework.beans.factory.annotation.Autowired;

/** Work due against capacity, absence taken off, and what becomes of it when work changes hands. */
class WorkloadTest extends RedressTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 4);

    @Autowired
    private Workload workload;

    @Autowired
    private Absences absences;

    @Autowired
    private Organisation organisation;

    private BoardData data;

    @BeforeEach
    void work() {
        clock.setLocal("2026-03-04T15:30");
        jdbc.sql("truncate case_stage, open_task, case_clock, case_path, complaint, step_time cascade").update();
        absences.save("handler", Absence.NONE);
        data = new BoardData(jdbc);
    }

    private void task(String due, String assignee) {
        Instant at = LocalDateTime.parse(due).atZone(MovableClock.ZONE).toInstant();
        data.add("IN_PROGRESS", "S3", "repair-1", List.of(new Clock("RESOLVE", "RUNNING", at, at, null, 0)),
                List.of(new Visit("userTask_resolveComplaint", at.minusSeconds(90_000), null)), assignee);
    }

    @Test
    void workStandsOnTheDayItIsDueAndCapacityOnTheDayThePersonIsThere() {
        task("2026-03-03T10:00", "handler");
        task("2026-03-04T17:00", "handler");
        task("2026-03-05T12:00", "handler");
        task("2026-03-07T12:00", "handler");
        task("2026-04-30T12:00", "handler");
        absences.save("handler", new Absence(null, WEDNESDAY.plusDays(1), WEDNESDAY.plusDays(2), true, false));
        PersonLoad load = workload.person("handler");
        assertThat(load.cells()).extracting(Cell::day).hasSize(10).startsWith(WEDNESDAY, WEDNESDAY.plusDays(1), WEDNESDAY.plusDays(2), WEDNESDAY.plusDays(5));
        assertThat(load.cells()).extracting(Cell::minutes).as("late work today, Saturday's on Friday").startsWith(120, 60, 60, 0);
        assertThat(load.cells()).extracting(Cell::capacity).as("two hours left today, then half a day, then away").startsWith(120, 210, 0, 450);
        assertThat(load.cells()).extracting(Cell::away).startsWith(false, true, true, false);
        assertThat(load.later()).isEqualTo(60);
        assertThat(load.late()).isZero();
    }

    @Test
    void measuredTimesReplaceTheModels() {
        task("2026-03-05T12:00", "handler");
        jdbc.sql("insert into step_time values ('userTask_resolveComplaint', '', 40, 95, 200, now())").update();
        clock.setLocal("2026-03-04T15:32");
        assertThat(workload.person("handler").minutes()).isEqualTo(95);
        clock.setLocal("2026-03-04T15:34");
        jdbc.sql("delete from step_time").update();
    }

    @Test
    void whatDoesNotFitIsLate() {
        var person = organisation.person("handler").orElseThrow();
        var today = new Cell(WEDNESDAY, List.of(new Lot(3, 60), new Lot(1, 30)), 120, false);
        var tomorrow = new Cell(WEDNESDAY.plusDays(1), List.of(new Lot(2, 60)), 60, false);
        var load = new PersonLoad(person, List.of(today, tomorrow), 0);
        assertThat(load.late()).as("30 and 60 fit today; the rest pushes tomorrow's out").isEqualTo(4);
        assertThat(load.with(0, new Lot(-2, 60)).late()).as("30 and 60 today, 60 and then nothing tomorrow").isEqualTo(1);
        assertThat(load.with(0, new Lot(-2, 60)).tasks()).isEqualTo(4);
        assertThat(load.with(5, new Lot(1, 60)).later()).isEqualTo(60);
    }

    @Test
    void movingWorkShowsWhatItDoesFirstAndCanBeTakenBack() {
        task("2026-03-04T17:00", "handler");
        Browser leader = new Browser(url("")).as("leader");
        assertThat(leader.get("/board/workload").body()).contains("Wang Qiang", "Liu Gang", "1.0 / 2.0").doesNotContain("Zhao Lei");
        String person = leader.get("/board/workload/handler?day=2026-03-04").body();
        Matcher pick = Pattern.compile("name=\"pick\" value=\"([^\"]*)\"").matcher(person);
        assertThat(pick.find()).isTrue();
        String address = "/board/move?pick=" + pick.group(1) + "&back=/board/workload/handler";
        assertThat(leader.get(address).body()).contains("To", "Liu Gang");
        assertThat(leader.get(address + "&to=leader").body()).contains("Liu Gang will get: 1. Left alone: 0.", "1.0 h (1)", "0.0 h (0)", "Give 1 to Liu Gang");
        assertThat(leader.get(address + "&to=intake").body()).contains("Left alone: 1.");
        assertThat(leader.get("/board/workload/handler2").statusCode()).isEqualTo(403);
        assertThat(leader.get("/board/workload/nobody").statusCode()).isEqualTo(404);
        assertThat(leader.get("/board/workload/handler?day=soon").statusCode()).isEqualTo(400);
        assertThat(leader.get("/board/move").headers().firstValue("Location")).hasValue("/board/overdue");
        assertThat(new Browser(url("")).as("manager").speaking("zh-CN").get("/board/workload?lang=zh-CN").body()).contains("工作量", "赵磊", "有余量");
        assertThat(leader.get("/board/workload?page=abc&team=repair-2").statusCode()).isEqualTo(200);
        assertThat(new Browser(url("")).as("manager").get("/board/workload?team=repair-2").body()).contains("赵磊").doesNotContain("王强");
        assertThat(Map.of("rows", leader.get("/board/workload/handler").body())).allSatisfy((name, body) -> assertThat(body).contains("usually takes 1 h"));
    }
}
