package org.redress.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.redress.briefing.Briefings;
import org.redress.briefing.Briefings.Decided;
import org.redress.briefing.Period;
import org.redress.deadline.Calendars;
import org.redress.figure.Figure;
import org.redress.figure.PeriodKind;
import org.redress.shared.Business;
import org.redress.worklist.OpenWork;
import org.redress.worklist.TaskDesk;
import org.redress.worklist.TaskKind;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** One monthly briefing that is published, with a measure decided on it, and the next as a draft that waits for its review. */
@Component
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class DemoBriefings {

    private static final int DAYS_FOR_THE_MEASURE = 21;

    private final Briefings briefings;
    private final TaskDesk tasks;
    private final OpenWork open;
    private final DemoDesk desk;
    private final Calendars calendars;
    private final Clock clock;

    DemoBriefings(Briefings briefings, TaskDesk tasks, OpenWork open, DemoDesk desk, Calendars calendars, Clock clock) {
        this.briefings = briefings;
        this.tasks = tasks;
        this.open = open;
        this.desk = desk;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The second time it changes nothing. */
    void load() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), calendars.current().zone());
        Period last = Period.of(PeriodKind.MONTH, today).previous();
        desk.as("manager", actor -> {
            long published = briefings.start(last.previous(), null);
            open.of(TaskKind.BRIEFING, published).forEach(task -> {
                Map<String, Object> answers = new HashMap<>();
                answers.put("decision", "PUBLISH");
                answers.put("wordsOverview", "总体保持稳定。请各班组对照各自数据，重点看未评价率。");
                answers.put("wordsTeams", "维修班组请继续做好上门前电话确认。");
                tasks.complete(actor, task.id(), null, answers);
                briefings.decide(published, new Decided("repair-1", Business.REPAIR, "上门前一小时电话确认，完工后当面演示复测结果。", "leader",
                        today.plusDays(DAYS_FOR_THE_MEASURE), Figure.SATISFACTION_RATED));
            });
            briefings.start(last, null);
        });
    }
}
