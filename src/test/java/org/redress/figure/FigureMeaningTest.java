package org.redress.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.platform.DatabaseBaseline;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.springframework.beans.factory.annotation.Autowired;

/** What figures mean, on rows small enough to count by hand. */
class FigureMeaningTest extends RedressTest {

    private static final FigureQuery JANUARY = FigureQuery.of(PeriodKind.MONTH, LocalDate.of(2026, 1, 1));
    private static final FigureQuery FEBRUARY = FigureQuery.of(PeriodKind.MONTH, LocalDate.of(2026, 2, 1));

    @Autowired
    private Figures figures;

    @Autowired
    private FigureRows rows;

    @Autowired
    private Targets targets;

    @Autowired
    private BaseNumbers numbers;

    @Autowired
    private AskedShareMarks marks;

    @Autowired
    private CurrentActor actor;

    @Autowired
    private DatabaseBaseline baseline;

    private long customer;
    private int last;

    @BeforeEach
    void customer() {
        baseline.restore();
        clock.setLocal("2026-03-04T15:00");
        customer = jdbc.sql("insert into customer (name, area) values ('林芳', 'north') returning id").query(Long.class).single();
    }

    private static OffsetDateTime at(String instant) {
        return Instant.parse(instant).atOffset(ZoneOffset.UTC);
    }

    private long job(String done, @Nullable String team, @Nullable String employee, @Nullable String line) {
        return job(done, team, employee, line, line != null);
    }

    private long job(String done, @Nullable String team, @Nullable String employee, @Nullable String line, boolean sampled) {
        long id = jdbc.sql("""
                insert into service_job (external_id, business, done_at, team, employee, customer_id, customer_name, sampled, rate, sampling_rule, received_at)
                values (:key, 'REPAIR', :done, :team, :employee, :customer, '林芳', :sampled, 100, 'r', :done) returning id""").param("key", "M-" + ++last)
                .param("done", at(done)).param("team", team).param("employee", employee).param("customer", customer).param("sampled", sampled)
                .query(Long.class).single();
        if (line != null) {
            jdbc.sql("insert into follow_up_call (job_id, state, window_ends_at, attempts) values (:id, :line, :end, :tries)").param("id", id).param("line", line)
                    .param("end", at(done).plusDays(14)).param("tries", Set.of("NO_PHONE", "DO_NOT_CALL", "OPEN").contains(line) ? 0 : 1).update();
        }
        return id;
    }

    private void asked(@Nullable Long job, String team, @Nullable String employee, String at, boolean reached, @Nullable String meaning) {
        jdbc.sql("""
                insert into evaluation (source_key, via, job_id, business, team, employee, done_at, asked_at, reached, scale, rating, meaning)
                values (:key, 'PHONE', :job, 'REPAIR', :team, :employee, :at, :at, :reached, :scale, :rating, :meaning)""").param("key", "CALL:M" + ++last)
                .param("job", job).param("team", team).param("employee", employee).param("at", at(at)).param("reached", reached)
                .param("scale", meaning == null ? null : "GRADE3").param("rating", meaning == null ? null : "SATISFIED".equals(meaning) ? "GOOD" : "POOR")
                .param("meaning", meaning).update();
    }

    private long aCase(String received, String state, @Nullable String due, @Nullable String clockState, @Nullable String closed) {
        long id = jdbc.sql("""
                insert into complaint (number, state, severity, channel, received_at, captured_at, captured_by, summary, business, team, teams, area, closed_at, handler)
                values (:number, :state, 'S3', 'O12345', :at, :at, 'intake', '表具漏水', 'REPAIR', 'repair-1', array['repair-1'], 'north', :closed, 'handler') returning id""")
                .param("number", "MC-" + ++last).param("state", state).param("at", at(received)).param("closed", closed == null ? null : at(closed))
                .query(Long.class).single();
        if (due != null) {
            jdbc.sql("""
                    insert into case_clock (complaint_id, kind, state, started_at, due_at, critical_at, risk_at, breached_at)
                    values (:id, 'PROMISE', :state, :at, :due, :due, :due, :breached)""").param("id", id).param("state", clockState).param("at", at(received))
                    .param("due", at(due)).param("breached", "BREACHED".equals(clockState) ? at(due) : null).update();
        }
        return id;
    }

    private FigureValue value(Figure figure, FigureQuery query) {
        return figures.total(figure, query).value();
    }

    @Test
    void nothingThatWasDueIsDroppedFromTheCoverage() {
        job("2026-01-10T02:00:00Z", "repair-1", null, "EVALUATED");
        job("2026-01-10T02:00:00Z", "repair-1", null, "LAPSED");
        job("2026-01-10T02:00:00Z", "repair-1", null, "NO_PHONE");
        job("2026-01-10T02:00:00Z", "repair-1", null, null, true);
        job("2026-01-10T02:00:00Z", "repair-1", null, "OPEN");
        job("2026-01-10T02:00:00Z", "repair-1", null, "DO_NOT_CALL");
        job("2026-01-10T02:00:00Z", "repair-1", null, null);
        FigureValue coverage = value(Figure.COVERAGE, JANUARY);
        assertThat(coverage.numerator()).isEqualTo(1);
        assertThat(coverage.denominator()).isEqualTo(4);
        assertThat(coverage.leftOut()).isEqualTo(Map.of("OPEN", 1L, "DO_NOT_CALL", 1L, "NOT_SAMPLED", 1L));
        assertThat(Figure.COVERAGE.value(coverage)).isEqualByComparingTo("25.00");
        assertThat(value(Figure.LAPSED_SHARE, JANUARY).numerator()).isEqualTo(1);
        assertThat(value(Figure.REACHED_SHARE, JANUARY).denominator()).as("attempted").isEqualTo(2);
        assertThat(value(Figure.SAMPLED_SHARE, JANUARY).numerator()).isEqualTo(6);
    }

    @Test
    void aDayIsADayOfTheCompanyAndAPeriodWithoutRowsHasNoShare() {
        job("2026-01-31T15:59:59Z", "repair-1", null, "EVALUATED");
        job("2026-01-31T16:00:00Z", "repair-1", null, "EVALUATED");
        assertThat(value(Figure.COVERAGE, JANUARY).denominator()).isEqualTo(1);
        assertThat(value(Figure.COVERAGE, FEBRUARY).denominator()).isEqualTo(1);
        FigureLine empty = figures.total(Figure.COVERAGE, FigureQuery.of(PeriodKind.MONTH, LocalDate.of(2025, 6, 1)));
        assertThat(empty.value().share()).isNull();
        assertThat(empty.value().interval()).isNull();
        assertThat(Figure.COVERAGE.value(empty.value())).isNull();
        assertThat(empty.yearBefore()).isNull();
        FigureLine nextYear = figures.total(Figure.COVERAGE, FigureQuery.of(PeriodKind.MONTH, LocalDate.of(2027, 1, 1)));
        assertThat(nextYear.yearBefore()).isNotNull().extracting(FigureValue::denominator).isEqualTo(1L);
    }

    @Test
    void aJobThatWasAskedTwiceCountsOnceAndACampaignsCallNotAtAll() {
        long job = job("2026-01-10T02:00:00Z", "repair-1", "handler", "EVALUATED");
        asked(job, "repair-1", "handler", "2026-01-12T02:00:00Z", false, null);
        asked(job, "repair-1", "handler", "2026-01-13T02:00:00Z", true, "SATISFIED");
        long other = job("2026-01-11T02:00:00Z", "repair-1", "handler", null);
        jdbc.sql("insert into follow_up_call (job_id, state, window_ends_at, campaign_id) values (:id, 'EVALUATED', now(), 3)").param("id", other).update();
        jdbc.sql("""
                insert into evaluation (source_key, via, job_id, campaign_id, business, team, done_at, asked_at, reached, scale, rating, meaning)
                values ('CALL:c', 'PHONE', :id, 3, 'REPAIR', 'repair-1', now(), '2026-01-14T02:00:00Z', true, 'GRADE3', 'POOR', 'DISSATISFIED')""").param("id", other).update();
        assertThat(value(Figure.ASKED_SHARE, JANUARY)).extracting(FigureValue::numerator, FigureValue::denominator).containsExactly(1L, 2L);
        assertThat(value(Figure.ANSWERED_SHARE, JANUARY)).extracting(FigureValue::numerator, FigureValue::denominator).containsExactly(1L, 1L);
        assertThat(value(Figure.COVERAGE, JANUARY)).extracting(FigureValue::numerator, FigureValue::denominator).containsExactly(1L, 1L);
        assertThat(value(Figure.DISSATISFIED_RATE, JANUARY).leftOut()).isEqualTo(Map.of("CAMPAIGN", 1L, "NOT_REACHED", 1L));
        jdbc.sql("delete from evaluation where job_id = :id").param("id", job).update();
        assertThat(value(Figure.ASKED_SHARE, JANUARY).numerator()).isZero();
    }

    @Test
    void theBacklogIsWhatWasOpenAtTheEnd() {
        aCase("2026-01-02T02:00:00Z", "CLOSED", "2026-01-06T02:00:00Z", "BREACHED", "2026-02-10T02:00:00Z");
        aCase("2026-01-20T02:00:00Z", "IN_PROGRESS", "2026-02-20T02:00:00Z", "RUNNING", null);
        aCase("2026-01-21T02:00:00Z", "MERGED", null, null, "2026-01-22T02:00:00Z");
        assertThat(value(Figure.BACKLOG, JANUARY).numerator()).isEqualTo(2);
        assertThat(Figure.BACKLOG.value(value(Figure.BACKLOG, JANUARY))).isEqualByComparingTo("2");
        assertThat(value(Figure.BACKLOG_PAST_1X, JANUARY)).extracting(FigureValue::numerator, FigureValue::denominator).containsExactly(1L, 2L);
        assertThat(value(Figure.BACKLOG_PAST_2X, JANUARY).numerator()).isEqualTo(1);
        assertThat(value(Figure.BACKLOG, FEBRUARY).numerator()).isEqualTo(1);
        assertThat(value(Figure.BACKLOG_PAST_1X, FEBRUARY).numerator()).isEqualTo(1);
        assertThat(value(Figure.BACKLOG_PAST_8_WEEKS, FEBRUARY).numerator()).isZero();
        assertThat(value(Figure.BACKLOG_PAST_8_WEEKS, FigureQuery.of(PeriodKind.YEAR, LocalDate.of(2026, 1, 1))).numerator()).as("a running year stands at today").isZero();
        clock.setLocal("2026-03-20T15:00");
        assertThat(value(Figure.BACKLOG_PAST_8_WEEKS, FigureQuery.of(PeriodKind.YEAR, LocalDate.of(2026, 1, 1))).numerator()).isEqualTo(1);
        assertThat(value(Figure.BACKLOG, FigureQuery.of(PeriodKind.YEAR, LocalDate.of(2027, 1, 1))).numerator()).as("nobody knows next year").isZero();
        List<FigureRow> open = new ArrayList<>();
        rows.each(Figure.BACKLOG_PAST_1X, FigureRows.NUMERATOR, JANUARY, open::add);
        assertThat(open).singleElement().extracting(FigureRow::state).isEqualTo("CLOSED");
        assertThat(figures.series(Figure.BACKLOG, PeriodKind.MONTH, new FigureQuery(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 1))))
                .extracting(line -> line.value().numerator()).containsExactly(2L, 1L);
    }

    @Test
    void whatHasNoDueMomentOrIsNotDueYetIsLeftOutOfTheTimelyRate() {
        aCase("2026-01-02T02:00:00Z", "CLOSED", "2026-01-06T02:00:00Z", "MET", "2026-01-05T02:00:00Z");
        aCase("2026-01-02T02:00:00Z", "IN_PROGRESS", "2026-01-06T02:00:00Z", "BREACHED", null);
        aCase("2026-01-02T02:00:00Z", "CLOSED", null, null, "2026-01-05T02:00:00Z");
        aCase("2026-01-02T02:00:00Z", "IN_PROGRESS", "2026-05-06T02:00:00Z", "RUNNING", null);
        aCase("2026-01-02T02:00:00Z", "REJECTED", "2026-05-06T02:00:00Z", "CANCELLED", "2026-01-03T02:00:00Z");
        jdbc.sql("update case_clock set paused_minutes = 90 where state = 'MET'").update();
        FigureValue timely = value(Figure.TIMELY_RATE, JANUARY);
        assertThat(timely).extracting(FigureValue::numerator, FigureValue::denominator).containsExactly(1L, 2L);
        assertThat(timely.leftOut()).isEqualTo(Map.of("NO_DUE", 1L, "NOT_DUE_YET", 1L, "REJECTED", 1L));
        assertThat(timely.beside()).isEqualTo(Map.of("PAUSED_CASES", 1L, "PAUSED_MINUTES", 90L));
    }

    @Test
    void complaintsAreDividedByWhatWasEnteredElseByTheCustomerFile() {
        aCase("2026-01-02T02:00:00Z", "CLOSED", null, null, "2026-01-05T02:00:00Z");
        aCase("2026-01-03T02:00:00Z", "CLOSED", null, null, "2026-01-05T02:00:00Z");
        long file = jdbc.sql("select count(*) from customer").query(Long.class).single();
        assertThat(value(Figure.COMPLAINTS_PER_10000, JANUARY).denominator()).isEqualTo(file);
        assertThat(value(Figure.COMPLAINTS_PER_10000, JANUARY).beside()).containsEntry("CUSTOMERS_FILE", file);
        numbers.put(List.of(new BaseNumber(BaseNumber.Kind.SERVED_CUSTOMERS, LocalDate.of(2025, 12, 1), "", 40_000)));
        FigureValue rate = value(Figure.COMPLAINTS_PER_10000, JANUARY);
        assertThat(Figure.COMPLAINTS_PER_10000.value(rate)).isEqualByComparingTo("0.50");
        assertThat(rate.beside()).containsEntry("CUSTOMERS_ENTERED", 40_000L);
        assertThat(figures.by(Figure.COMPLAINTS_PER_10000, Dimension.REGION, JANUARY)).filteredOn(line -> line.code().equals("north")).singleElement()
                .extracting(line -> line.value().beside().firstKey()).isEqualTo("CUSTOMERS_FILE");

        jdbc.sql("update complaint set category = (select min(category) from call_centre_category) where number = (select min(number) from complaint where number like 'MC-%')").update();
        assertThat(value(Figure.CALL_CENTRE_COMPLAINTS, JANUARY).share()).as("no number of calls, no rate").isNull();
        assertThat(value(Figure.CALL_CENTRE_COMPLAINTS, JANUARY).beside()).containsEntry("MONTHS_WITHOUT_CALLS", 1L);
        numbers.put(List.of(new BaseNumber(BaseNumber.Kind.CALLS_HANDLED, LocalDate.of(2026, 1, 1), "", 1_000)));
        FigureValue calls = value(Figure.CALL_CENTRE_COMPLAINTS, JANUARY);
        assertThat(Figure.CALL_CENTRE_COMPLAINTS.value(calls)).isEqualByComparingTo("0.10");
        job("2026-01-10T02:00:00Z", "repair-2", null, null);
        assertThat(Figure.COMPLAINTS_PER_1000_JOBS.value(value(Figure.COMPLAINTS_PER_1000_JOBS, JANUARY))).isEqualByComparingTo("2000.00");
        assertThat(figures.by(Figure.COMPLAINTS_PER_1000_JOBS, Dimension.TEAM, JANUARY)).extracting(FigureLine::code).containsExactly("repair-1", "repair-2");
    }

    @Test
    void nobodyIsPunishedForTwoAnswers() {
        assertThat(targets.judge(Figure.SATISFACTION_RATED, of(1, 2))).isEqualTo(TargetVerdict.TOO_FEW);
        assertThat(targets.judge(Figure.SATISFACTION_RATED, of(0, 2))).isEqualTo(TargetVerdict.TOO_FEW);
        assertThat(targets.judge(Figure.SATISFACTION_RATED, of(100, 100))).isEqualTo(TargetVerdict.TOO_FEW);
        assertThat(targets.judge(Figure.SATISFACTION_RATED, of(300, 300))).isEqualTo(TargetVerdict.MET);
        assertThat(targets.judge(Figure.SATISFACTION_RATED, of(930, 1000))).isEqualTo(TargetVerdict.NOT_MET);
        assertThat(targets.judge(Figure.CALL_CENTRE_COMPLAINTS, of(1, 100_000))).isEqualTo(TargetVerdict.MET);
        assertThat(targets.judge(Figure.CALL_CENTRE_COMPLAINTS, of(300, 100_000))).isEqualTo(TargetVerdict.NOT_MET);
        assertThat(targets.judge(Figure.COVERAGE, of(1, 2))).as("no target").isNull();
        assertThat(targets.judge(Figure.SATISFACTION_RATED, of(0, 0))).isNull();
        Interval wilson = Interval.wilson(8, 10);
        assertThat(wilson.low()).isCloseTo(0.4902, org.assertj.core.data.Offset.offset(0.0001));
        assertThat(wilson.high()).isCloseTo(0.9433, org.assertj.core.data.Offset.offset(0.0001));
        targets.set(new Target(Figure.COVERAGE, true, new BigDecimal("0.1")));
        assertThat(targets.judge(Figure.COVERAGE, of(80, 100))).isEqualTo(TargetVerdict.MET);
    }

    private static FigureValue of(long some, long all) {
        return new FigureValue(some, all, new java.util.TreeMap<>());
    }

    @Test
    void aMarkWhereFewerAreAskedWhileRatingsFall() {
        for (int i = 0; i < 60; i++) {
            one("repair-1", "2026-01-10T02:00:00Z", i < 54, i % 10 != 0);
            one("repair-2", "2026-01-10T02:00:00Z", i < 54, i % 10 != 0);
        }
        for (int i = 0; i < 60; i++) {
            one("repair-1", "2026-02-10T02:00:00Z", i < 24, i % 2 == 0);
            one("repair-2", "2026-02-10T02:00:00Z", i < 24, i % 10 != 0);
        }
        one("hall-x", "2026-02-10T02:00:00Z", true, true);
        List<AskedShare> found = marks.shares(PeriodKind.MONTH, LocalDate.of(2026, 2, 1), Dimension.TEAM, Map.of());
        assertThat(found.get(0).code()).isEqualTo("repair-1");
        assertThat(found.get(0).marked()).isTrue();
        assertThat(found.get(0).asked()).extracting(FigureValue::numerator, FigureValue::denominator).containsExactly(24L, 60L);
        assertThat(found.get(0).askedThen().numerator()).isEqualTo(54);
        assertThat(found.get(0).rated().numerator()).isEqualTo(12);
        assertThat(found).filteredOn(share -> share.code().equals("repair-2")).singleElement().satisfies(share -> {
            assertThat(share.marked()).as("fewer asked, as satisfied as before").isFalse();
            assertThat(share.askedScore()).isLessThan(AskedShareMarks.LIMIT);
        });
        assertThat(found).filteredOn(share -> share.code().equals("-")).singleElement().extracting(AskedShare::tooFew).isEqualTo(true);
        assertThat(marks.marks(PeriodKind.MONTH, LocalDate.of(2026, 2, 1), Dimension.TEAM)).hasSize(1);
        assertThat(AskedShareMarks.score(of(24, 60), of(54, 60), 30)).isCloseTo(-5.7417, org.assertj.core.data.Offset.offset(0.001));
    }

    private void one(String team, String done, boolean asked, boolean satisfied) {
        String known = team.equals("hall-x") ? null : team;
        long job = job(done, known, "handler", null);
        if (asked) {
            asked(job, known == null ? "" : known, "handler", done, true, satisfied ? "SATISFIED" : "DISSATISFIED");
        }
    }

    @Test
    void leadersSeeThePeopleOfTheirOwnTeamsOnly() {
        job("2026-01-10T02:00:00Z", "repair-1", "handler", "EVALUATED");
        job("2026-01-10T02:00:00Z", "repair-2", "handler2", "EVALUATED");
        Actor leader = new Actor("leader", Set.of("TEAM_LEADER"), Set.of("repair-1"), "test");
        assertThat(actor.callAs(leader, () -> figures.by(Figure.COVERAGE, Dimension.EMPLOYEE, JANUARY))).extracting(FigureLine::code).containsExactly("handler");
        assertThat(actor.callAs(leader, () -> figures.by(Figure.COVERAGE, Dimension.TEAM, JANUARY))).hasSize(2);
        assertThat(actor.callAs(leader, () -> figures.total(Figure.COVERAGE, JANUARY.with(Dimension.EMPLOYEE, "handler2"))).value().denominator()).isZero();
        assertThat(actor.callAs(leader, () -> rows.page(Figure.COVERAGE, FigureRows.NUMERATOR, JANUARY, null, 10)).items()).extracting(FigureRow::team)
                .containsExactly("repair-1");
        assertThat(figures.by(Figure.COVERAGE, Dimension.EMPLOYEE, JANUARY)).hasSize(2);
        assertThat(figures.by(Figure.COVERAGE, Dimension.EMPLOYEE, JANUARY).get(0).name().zh()).isNotEqualTo("handler");
    }
}
