package org.redress.briefing;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.figure.Figure;
import org.redress.figure.PeriodKind;
import org.redress.organisation.Organisation;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.shared.Slice;
import org.redress.shared.TryAgain;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Briefings for people, with the rules of who may. */
@Service
@TryAgain
@Transactional
class BriefingService implements Briefings {

    private static final String[] MANAGE = {"DEPARTMENT_MANAGER", "SERVICE_DIRECTOR"};

    private final BriefingTable table;
    private final MeasureService measures;
    private final MeasureSection baselines;
    private final BriefingWorkflow workflow;
    private final Organisation organisation;
    private final BriefingCalendar calendar;
    private final CurrentActor actor;

    BriefingService(BriefingTable table, MeasureService measures, MeasureSection baselines, BriefingWorkflow workflow, Organisation organisation,
            BriefingCalendar calendar, CurrentActor actor) {
        this.table = table;
        this.measures = measures;
        this.baselines = baselines;
        this.workflow = workflow;
        this.organisation = organisation;
        this.calendar = calendar;
        this.actor = actor;
    }

    @Override
    @Transactional(readOnly = true)
    public Slice<Line> list(@Nullable PeriodKind kind, @Nullable String cursor, int limit) {
        LocalDate before = null;
        long beforeId = 0;
        if (cursor != null && !cursor.isBlank()) {
            if (!cursor.matches("\\d{4}-\\d{2}-\\d{2}_\\d{1,18}")) {
                throw Problem.badRequest("shared.problem.cursor");
            }
            before = LocalDate.parse(cursor.substring(0, 10));
            beforeId = Long.parseLong(cursor.substring(11));
        }
        return Slice.of(table.list(kind, mayManage(), before, beforeId, limit + 1), limit, line -> line.period().from() + "_" + line.id());
    }

    @Override
    @Transactional(readOnly = true)
    public Briefing read(long id) {
        return table.find(id).filter(briefing -> briefing.isPublished() || mayManage()).orElseThrow(() -> Problem.notFound("briefing.problem.none"));
    }

    @Override
    @Transactional(readOnly = true)
    public Briefing read(Period period, @Nullable Business business) {
        return read(table.find(period, business).orElseThrow(() -> Problem.notFound("briefing.problem.none")).id());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Line> before(Briefing briefing) {
        return table.find(briefing.period().previous(), briefing.business()).filter(line -> line.state() == BriefingState.PUBLISHED || mayManage());
    }

    @Override
    public long start(Period period, @Nullable Business business) {
        if (!mayManage()) {
            throw Problem.forbidden("briefing.problem.mayNotStart");
        }
        if (period.to().isAfter(calendar.today())) {
            throw Problem.invalid("day", "briefing.problem.notOver");
        }
        Optional<Line> there = table.find(period, business);
        if (there.isEmpty() || there.get().state() == BriefingState.DROPPED) {
            workflow.start(period, business, actor.get().username());
        }
        return table.find(period, business).orElseThrow().id();
    }

    @Override
    public long decide(long id, Decided measure) {
        Briefing briefing = read(id);
        if (!mayDecide(measure.team())) {
            throw Problem.forbidden("briefing.problem.mayNotDecide");
        }
        Figure figure = measure.figure();
        Baseline baseline = figure == null || !figure.isShare() ? null
                : baselines.baseline(figure, measure.team(), measure.business() == null ? null : measure.business().name(), briefing.period());
        return measures.decide(new NewMeasure(MeasureSource.BRIEFING, id, measure.team(), measure.business(), measure.text(), measure.owner(),
                measure.dueOn(), baseline));
    }

    @Override
    public void end(long id, boolean done, String result) {
        Measure measure = measures.find(id).orElseThrow(() -> Problem.notFound("briefing.problem.noMeasure"));
        if (!mayDecide(measure.team()) && !actor.get().username().equals(measure.owner())) {
            throw Problem.forbidden("briefing.problem.mayNotDecide");
        }
        if (done) {
            measures.done(id, result);
        } else {
            measures.drop(id, result);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayDecide(@Nullable String team) {
        return mayManage() || team != null && actor.get().hasAny("TEAM_LEADER")
                && organisation.person(actor.get().username()).filter(person -> person.leads().contains(team)).isPresent();
    }

    @Override
    public boolean mayManage() {
        return actor.get().hasAny(MANAGE);
    }
}
