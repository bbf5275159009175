package org.redress.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.shared.Actor;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.beans.factory.annotation.Autowired;

/** Measures are decided once, end once, and keep the numbers they began with. */
class MeasuresTest extends RedressTest {

    private static final Actor MANAGER = new Actor("manager", Set.of("DEPARTMENT_MANAGER"), Set.of(), "test");
    private static final Baseline BASELINE = new Baseline("SATISFACTION_RATED", 96, 100, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1));

    @Autowired
    private Measures measures;

    @Autowired
    private CurrentActor current;

    private long decide(NewMeasure measure) {
        return current.callAs(MANAGER, () -> measures.decide(measure));
    }

    private static NewMeasure of(long campaign, String text) {
        return new NewMeasure(MeasureSource.CAMPAIGN, campaign, "repair-1", Business.REPAIR, text, "leader", LocalDate.of(2026, 3, 31), BASELINE);
    }

    @Test
    void whatWasDecidedStandsWithItsNumbers() {
        long first = decide(of(7, " 上门前一小时电话确认 "));
        long second = decide(new NewMeasure(MeasureSource.CAMPAIGN, 7, null, null, "培训", null, null, null));
        decide(of(8, "别的专题"));
        assertThat(measures.of(MeasureSource.CAMPAIGN, 7)).extracting(Measure::id).containsExactly(first, second);
        assertThat(measures.of(MeasureSource.BRIEFING, 7)).isEmpty();
        assertThat(measures.find(first)).hasValueSatisfying(measure -> {
            assertThat(measure.text()).isEqualTo("上门前一小时电话确认");
            assertThat(measure.baseline()).isEqualTo(BASELINE);
            assertThat(measure.state()).isEqualTo(MeasureState.OPEN);
            assertThat(measure.decidedBy()).isEqualTo("manager");
            assertThat(measure.decidedAt()).isEqualTo(clock.instant());
        });
        assertThat(measures.find(second).orElseThrow().baseline()).isNull();
    }

    @Test
    void aMeasureEndsOnceWithAResult() {
        long id = decide(of(9, "复检"));
        assertThatThrownBy(() -> measures.done(id, "  ")).isInstanceOf(Problem.class);
        current.callAs(MANAGER, () -> {
            measures.done(id, "已落实");
            return true;
        });
        assertThat(measures.find(id).orElseThrow()).extracting(Measure::state, Measure::result, Measure::endedBy)
                .containsExactly(MeasureState.DONE, "已落实", "manager");
        assertThatThrownBy(() -> measures.drop(id, "改变主意")).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.status()).isEqualTo(409));
        assertThatThrownBy(() -> measures.drop(999_999, "没有")).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.status()).isEqualTo(404));
        assertThat(jdbc.sql("select act from audit_entry where subject = 'MEASURE' and subject_id = ? order by id").param(String.valueOf(id))
                .query(String.class).list()).containsExactly("DECIDE", "DONE");
    }

    @Test
    void everyWrongFieldIsNamed() {
        var wrong = new NewMeasure(MeasureSource.CAMPAIGN, 1, "no-team", null, " ", "nobody", LocalDate.of(2026, 3, 1), null);
        assertThatThrownBy(() -> decide(wrong)).isInstanceOfSatisfying(Problem.class, problem ->
                assertThat(problem.fields()).extracting(FieldProblem::field).containsExactly("text", "team", "owner", "dueOn"));
    }
}
