package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.redress.MovableClock;
import org.redress.briefing.Briefing;
import org.redress.briefing.BriefingContent.Row;
import org.redress.briefing.BriefingContent.Table;
import org.redress.briefing.Briefings;
import org.redress.briefing.Period;
import org.redress.callback.CallWork;
import org.redress.callback.PlanCount;
import org.redress.callback.SamplingPlanDesk;
import org.redress.callback.ServiceJob;
import org.redress.callback.ServiceJobs;
import org.redress.figure.Dimension;
import org.redress.figure.Figure;
import org.redress.figure.FigureLine;
import org.redress.figure.FigureQuery;
import org.redress.figure.FigureValue;
import org.redress.figure.Figures;
import org.redress.figure.GradeTables;
import org.redress.figure.PeriodKind;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.redress.worklist.OpenTask;
import org.redress.worklist.TaskKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/**
 * The whole chain with real rows: every request of Boston that was closed in 2024 is a service job of March 2026, done on the day of the month and at
 * the hour of its closing by the team of its queue; its reason stands for a kind of service. The sampling picks, two agents call all March, what
 * customers answer is drawn by {@value #SEED}, dissatisfied ones and complaints go through the loop, and what was not called until the middle of
 * April lapses. Each figure is counted a second time by this test from what it drew, not from the database.
 */
class BostonChainTest extends LoopTest {

    private static final long SEED = 20_240_311;
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate OVER = LocalDate.of(2026, 4, 16);
    private static final List<LocalTime> HALF_DAYS = List.of(LocalTime.of(9, 30), LocalTime.of(14, 30));
    private static final int CALLS_A_HALF_DAY = 3;
    @Autowired
    private ServiceJobs intakeOfJobs;

    @Autowired
    private CallWork calls;

    @Autowired
    private Figures figures;

    @Autowired
    private GradeTables gradeTables;

    @Autowired
    private SamplingPlanDesk plans;

    @Autowired
    private Briefings briefings;

    @Autowired
    private MessageSource words;

    private final Random random = new Random(SEED);
    private final Map<String, BostonLine> lines = new TreeMap<>();
    private final List<String> openCases = new ArrayList<>();

    @Test
    void realRequestsGoThroughPlanCallsComplaintsAndFigures() throws IOException {
        clock.set(MARCH.atTime(7, 0).atZone(MovableClock.ZONE).toInstant());
        List<ServiceJob> jobs = BostonRequests.jobs(MARCH, organisation);
        assertThat(jobs).hasSizeBetween(250, 500);
        jobs.forEach(job -> lines.put(String.valueOf(job.externalId()), new BostonLine(job)));
        for (LocalDate day = MARCH; day.isBefore(APRIL); day = day.plusDays(1)) {
            takeIn(jobs, day);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                workOnCases();
                HALF_DAYS.forEach(call(day));
            }
        }
        takeIn(jobs, APRIL);
        workOnCases();
        for (LocalDate day = APRIL.plusDays(1); !day.isAfter(OVER); day = day.plusDays(1)) {
            at(day, LocalTime.of(8, 0));
        }

        assertThat(jdbc.sql("select count(*) from follow_up_call where state = 'OPEN'").query(Integer.class).single()).isZero();
        assertThat(count(BostonLine::due)).as("picked").isBetween(100, 300);
        assertThat(count(BostonLine::lapsed)).as("some lapse").isPositive();
        assertThat(count(BostonLine::opensCase)).as("some open a case").isGreaterThan(5);
        assertThat(openCases).isEmpty();
        assertThat(jdbc.sql("select state || ' ' || count(*) from complaint group by state").query(String.class).list()).containsExactly("CLOSED " + count(BostonLine::opensCase));
        planIsWhatWasPicked();
        figuresAreWhatWasDrawn();
        tableIsWhatWasDrawn();
        briefingIsWhatWasDrawn();
    }

    private void planIsWhatWasPicked() {
        PlanCount plan = as("manager", () -> plans.view(person("manager"), YearMonth.from(MARCH))).count();
        assertThat(plan).isNotNull();
        assertThat(plan.total()).extracting(PlanCount.Line::jobs, PlanCount.Line::callsRunning).containsExactly(lines.size(), count(BostonLine::due));
        assertThat(plan.silent()).as("picked, and nobody to call").isEqualTo(count(line -> line.due() && !line.callable()));
        for (PlanCount.Line business : plan.byBusiness()) {
            Predicate<BostonLine> here = line -> line.job().business().name().equals(business.key());
            assertThat(business).extracting(PlanCount.Line::jobs, PlanCount.Line::callsRunning).as(business.key())
                    .containsExactly(count(here), count(here.and(BostonLine::due)));
        }
    }

    /** The briefing of March is drafted, read by a manager, published, and then says the same whatever happens. */
    private void briefingIsWhatWasDrawn() {
        assertThat(jdbc.sql("select drafted_by from briefing where kind = 'MONTH' and from_day = ?").param(MARCH).query(String.class).list())
                .as("drafted by the timer of the first of April").containsExactly("system");
        long id = as("manager", () -> briefings.start(Period.of(PeriodKind.MONTH, MARCH), null));
        Briefing draft = as("manager", () -> briefings.read(id));
        assertNumbers(draft);
        complete("manager", work.of(TaskKind.BRIEFING, id).get(0), "decision", "PUBLISH");
        jdbc.sql("update evaluation set rating = 'FAIL', meaning = 'DISSATISFIED' where rating = 'GOOD'").update();
        Briefing published = as("manager", () -> briefings.read(id));
        assertThat(published.isPublished()).isTrue();
        assertNumbers(published);
        assertThat(published.sha256()).isEqualTo(draft.sha256());
    }

    private void assertNumbers(Briefing briefing) {
        int called = count(line -> line.reached());
        int unrated = count(line -> line.reached() && line.rating() == null);
        int good = count(line -> line.rated("EXCELLENT", "GOOD"));
        Map<String, BigDecimal> total = cells(briefing, "teams", Row::total);
        assertThat(total.get("called")).isEqualByComparingTo(String.valueOf(called));
        assertThat(total.get("unrated")).isEqualByComparingTo(String.valueOf(unrated));
        for (String grade : List.of("EXCELLENT", "GOOD", "FAIR", "PASS", "FAIL")) {
            assertThat(total.get(grade)).as(grade).isEqualByComparingTo(String.valueOf(count(line -> line.rated(grade))));
        }
        assertThat(total.get("published")).isEqualByComparingTo(percent(called - count(line -> line.rated("FAIR", "PASS", "FAIL")), called));
        assertThat(total.get("rated")).isEqualByComparingTo(percent(good, called - unrated));
        assertThat(total.get("unratedShare")).isEqualByComparingTo(percent(unrated, called));
        for (Optional<Business> each : businesses()) {
            each.filter(business -> count(line -> line.reached() && line.job().business() == business) > 0).ifPresent(business -> {
                String name = words.getMessage("enum.Business." + business, null, Locale.ENGLISH);
                Map<String, BigDecimal> row = cells(briefing, "businesses", cells -> name.equals(Optional.ofNullable(cells.cells().get(0).text()).map(Bilingual::en).orElse("")));
                assertThat(row.get("called")).as(name).isEqualByComparingTo(String.valueOf(count(line -> line.reached() && line.job().business() == business)));
            });
        }
    }

    private static BigDecimal percent(int some, int all) {
        return BigDecimal.valueOf(some * 100L).divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP);
    }

    /** Numbers of the first such row by the code of their column. */
    private static Map<String, BigDecimal> cells(Briefing briefing, String table, Predicate<Row> which) {
        Table found = briefing.content().sections().stream().flatMap(section -> section.tables().stream()).filter(each -> each.code().equals(table)).findFirst()
                .orElseThrow(() -> new AssertionError("no table " + table));
        Row row = found.rows().stream().filter(which).findFirst().orElseThrow(() -> new AssertionError("no such row in " + table));
        Map<String, BigDecimal> cells = new HashMap<>();
        for (int i = 0; i < found.columns().size(); i++) {
            BigDecimal number = row.cells().get(i).number();
            if (number != null) {
                cells.put(found.columns().get(i).code(), number);
            }
        }
        return cells;
    }

    private void figuresAreWhatWasDrawn() {
        FigureQuery march = new FigureQuery(MARCH, APRIL);
        for (Optional<Business> business : businesses()) {
            FigureQuery query = business.map(each -> march.with(Dimension.BUSINESS, each.name())).orElse(march);
            Predicate<BostonLine> here = line -> business.isEmpty() || business.get() == line.job().business();
            assertFigure(Figure.COVERAGE, query, here, line -> line.reached(), BostonLine::due);
            assertFigure(Figure.LAPSED_SHARE, query, here, BostonLine::lapsed, BostonLine::due);
            assertFigure(Figure.REACHED_SHARE, query, here, line -> line.reached(), line -> line.tries() > 0);
            assertFigure(Figure.SATISFACTION_PUBLISHED, query, here, line -> line.reached() && !line.rated("FAIR", "PASS", "FAIL"), line -> line.reached());
            assertFigure(Figure.SATISFACTION_RATED, query, here, line -> line.rated("EXCELLENT", "GOOD"), line -> line.reached() && line.rating() != null);
            assertFigure(Figure.UNRATED_SHARE, query, here, line -> line.reached() && line.rating() == null, line -> line.reached());
            assertFigure(Figure.DISSATISFIED_RATE, query, here, line -> line.rated("FAIL"), line -> line.reached() && line.rating() != null);
            assertFigure(Figure.APPOINTMENT_KEPT, query, here, line -> line.reached() && line.kept(), line -> line.reached());
            assertFigure(Figure.COMPLAINTS_PER_1000_JOBS, query, here, BostonLine::opensCase, line -> true);
        }
        Map<String, FigureValue> byTeam = new HashMap<>();
        for (FigureLine line : figures.by(Figure.COVERAGE, Dimension.TEAM, march)) {
            byTeam.put(line.code(), line.value());
        }
        Map<String, long[]> expected = new TreeMap<>();
        lines.values().stream().filter(BostonLine::due).forEach(line -> {
            long[] counts = expected.computeIfAbsent(String.valueOf(line.job().team()), team -> new long[2]);
            counts[0] += line.reached() ? 1 : 0;
            counts[1]++;
        });
        assertThat(expected).hasSizeGreaterThan(20).allSatisfy((team, counts) -> assertThat(byTeam.get(team)).as(team)
                .extracting(FigureValue::numerator, FigureValue::denominator).containsExactly(counts[0], counts[1]));
    }

    private void assertFigure(Figure figure, FigureQuery query, Predicate<BostonLine> here, Predicate<BostonLine> numerator, Predicate<BostonLine> denominator) {
        assertThat(figures.total(figure, query).value()).as("%s %s", figure, query.only()).extracting(FigureValue::numerator, FigureValue::denominator)
                .containsExactly((long) count(here.and(numerator)), (long) count(here.and(denominator)));
    }

    private void tableIsWhatWasDrawn() {
        var table = gradeTables.table(PeriodKind.MONTH, MARCH, null);
        assertThat(table.total().called()).isEqualTo(count(line -> line.reached()));
        assertThat(table.total().unrated()).isEqualTo(count(line -> line.reached() && line.rating() == null));
        for (String grade : List.of("EXCELLENT", "GOOD", "FAIR", "PASS", "FAIL")) {
            assertThat(table.total().counts().getOrDefault(grade, 0L)).as(grade).isEqualTo(count(line -> line.rated(grade)));
        }
        assertThat(table.total().flags()).as("as many answers as calls").isEmpty();
    }

    private static List<Optional<Business>> businesses() {
        List<Optional<Business>> all = new ArrayList<>(List.of(Optional.empty()));
        List.of(Business.values()).forEach(business -> all.add(Optional.of(business)));
        return all;
    }

    private int count(Predicate<BostonLine> which) {
        return (int) lines.values().stream().filter(which).count();
    }

    /** Jobs of the day before, and what is due this morning. */
    private void takeIn(List<ServiceJob> jobs, LocalDate day) {
        at(day, LocalTime.of(8, 0));
        List<ServiceJob> yesterday = jobs.stream().filter(job -> day(job).equals(day.minusDays(1))).toList();
        if (!yesterday.isEmpty()) {
            var taken = actors.callAs(person("admin"), () -> intakeOfJobs.intake(yesterday));
            assertThat(taken.accepted()).isEqualTo(yesterday.size());
            assertThat(taken.rejected()).isEmpty();
        }
    }

    private Consumer<LocalTime> call(LocalDate day) {
        return begins -> {
            at(day, begins);
            for (int i = 0; i < CALLS_A_HALF_DAY; i++) {
                for (String agent : List.of("agent", "agent2")) {
                    clock.advance(Duration.ofMinutes(4));
                    Optional<OpenTask> next = as(agent, () -> calls.next(person(agent)));
                    next.ifPresent(task -> answer(agent, task));
                }
            }
        };
    }

    private void answer(String agent, OpenTask task) {
        String number = jdbc.sql("select j.external_id from follow_up_call c join service_job j on j.id = c.job_id where c.id = ?").param(task.subjectId())
                .query(String.class).single();
        BostonLine line = lines.get(number);
        Map<String, Object> answers = line.draw(random);
        as(agent, () -> calls.complete(person(agent), task.id(), null, answers, null));
        jdbc.sql("select case_number from follow_up_call where id = ? and case_number is not null").param(task.subjectId()).query(String.class).optional()
                .ifPresent(openCases::add);
    }

    /** Each case of the day before is worked on to its end. */
    private void workOnCases() {
        for (String number : List.copyOf(openCases)) {
            assign(number, "repair-1");
            clock.advance(Duration.ofMinutes(1));
            done("handler", number, "signForCase", "decision", "SIGN");
            resolve("handler", number);
            accept(number);
            recall(jdbc.sql("select captured_by from complaint where number = ?").param(number).query(String.class).single().equals("agent") ? "agent2" : "agent",
                    number, true);
            openCases.remove(number);
        }
    }

    private void at(LocalDate day, LocalTime time) {
        Instant moment = day.atTime(time).atZone(MovableClock.ZONE).toInstant();
        if (moment.isAfter(clock.instant())) {
            clock.set(moment);
        }
        jobs.runDue();
    }

    private static LocalDate day(ServiceJob job) {
        return LocalDate.ofInstant(job.doneAt(), MovableClock.ZONE);
    }
}
