package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.complaint.CaptureComplaint;
import org.redress.complaint.Channel;
import org.redress.studio.DecisionTrials;
import org.redress.studio.DecisionTrials.Told;
import org.redress.studio.DecisionTrials.Trial;
import org.redress.studio.Drafts;
import org.redress.studio.ModelSet;
import org.springframework.beans.factory.annotation.Autowired;

/** A changed table is tried on what was asked for real: which cases would have been told otherwise, and what cannot be known. */
class DecisionsOnRealInputsTest extends LoopTest {

    private static final String SEVERITY = "bpmn/severity.dmn";

    @Autowired
    DecisionTrials trials;
    @Autowired
    DecisionInputs inputs;
    @Autowired
    Drafts drafts;

    @Test
    void aCaseIsShownThatWouldBeRatedOtherwise() {
        String vip = as("intake", () -> intake.capture(CaptureComplaint.by(Channel.HOTLINE).summary("Leak").words("漏气，客厅里有很大的气味，请马上派人来看一下好吗谢谢你们了").safety(true)
                .build()).number());
        String plain = captured("Bill far too high");
        Trial same = trial(SEVERITY, table -> table);
        assertThat(same.asked()).isGreaterThanOrEqualTo(2);
        assertThat(same.same()).isEqualTo(same.asked());
        assertThat(same.problems()).isEmpty();
        Trial changed = trial(SEVERITY, table -> table.replace("\"S1\"", "\"S2\""));
        assertThat(changed.changed()).anySatisfy(one -> {
            assertThat(one.subject()).isEqualTo(vip);
            assertThat(one.now().text()).contains("severity = S1");
            assertThat(one.then().text()).contains("severity = S2");
            assertThat(one.inputs()).contains("channel = HOTLINE").doesNotContain("谢谢你们了");
        }).noneSatisfy(one -> assertThat(one.subject()).isEqualTo(plain));
        assertThat(changed.shifts()).isNotEmpty();
        assertThat(changed.shifts().stream().mapToInt(DecisionTrials.Shift::count).sum()).isEqualTo(changed.changed().size());
        assertThat(jdbc.sql("select subject from decision_input where decision = 'routing'").query(String.class).list()).contains(vip, plain);
    }

    @Test
    void whatTheTableWasNeverAskedIsTold() {
        captured();
        Trial trial = trial("bpmn/attempts.dmn", table -> table);
        assertThat(trial.problems()).allSatisfy(why -> assertThat(why.key()).isEqualTo("studio.try.why.nothing"));
        String number = recallDue();
        done("agent", number, "recallCustomer", "reached", false);
        assertThat(trial("bpmn/attempts.dmn", table -> table).asked()).isEqualTo(1);
        Trial missing = trial("bpmn/attempts.dmn", table -> table.replace("<text>attempts</text>", "<text>weekday</text>"));
        assertThat(missing.problems()).anySatisfy(why -> {
            assertThat(why.key()).isEqualTo("studio.try.why.missing");
            assertThat(why.args().get(0).en()).isEqualTo("weekday");
        });
    }

    @Test
    void aTableThatDoesNotPassTheGateIsNotEvaluatedAndAGapIsTold() {
        captured();
        Trial refused = trial(SEVERITY, table -> table.replaceFirst("<inputExpression ", "<inputExpression expressionLanguage=\"javascript\" "));
        assertThat(refused.problems()).singleElement().satisfies(why -> assertThat(why.key()).isEqualTo("studio.try.why.gate"));
        Trial gap = trial("bpmn/routing.dmn", table -> {
            int last = table.lastIndexOf("<rule ");
            return table.substring(0, last) + table.substring(table.indexOf("</rule>", last) + "</rule>".length());
        });
        assertThat(gap.shifts()).anySatisfy(shift -> assertThat(shift.then().told()).isEqualTo(Told.NO_RULE));
    }

    @Test
    void tablesThatAreReadWholeAreTriedOnTheClocksTheyWereAskedFor() {
        String number = captured();
        assertThat(trial("bpmn/sla-policy.dmn", table -> table.replace("\"4 bh\"", "\"5 bh\"")).changed()).anySatisfy(one -> assertThat(one.subject()).isEqualTo(number));
        assertThat(trial("bpmn/ladder.dmn", table -> table.replace("<text>75</text>", "<text>80</text>")).changed())
                .anySatisfy(one -> assertThat(one.subject()).isEqualTo(number));
        assertThat(trial("bpmn/sampling.dmn", table -> table).asked())
                .isEqualTo(jdbc.sql("select least(500, count(*)) from service_job").query(Integer.class).single());
    }

    @Test
    void aDesignerSeesItOnThePageOfTheChange() {
        String number = captured("Bill far too high");
        Browser designer = new Browser(url("")).as("designer");
        designer.get("/designer/changes/new");
        String change = designer.post("/designer/changes/new", Map.of("title", "Rate higher")).headers().firstValue("Location").orElseThrow().replaceAll("(/designer/changes/\\d+).*", "$1");
        assertThat(designer.get(change + "/try").body()).contains("no changed decision table").doesNotContain("??");
        long id = Long.parseLong(change.substring(change.lastIndexOf('/') + 1));
        String table = new ReleasedModels().file(SEVERITY);
        as("designer", () -> drafts.add(id, SEVERITY, table.replace("\"S3\"", "\"S2\"").getBytes(StandardCharsets.UTF_8)));
        assertThat(designer.get(change + "/try?lang=en").body()).contains(number, "severity = S3", "severity = S2", "with another").doesNotContain("??", "三个月的量一次抄完了");
        assertThat(designer.get(change + "/try?lang=zh-CN").body()).contains("结果变化", number).doesNotContain("??");
        assertThat(designer.get(change + "/migrate").body()).contains("迁移").doesNotContain("??");
        assertThat(new Browser(url("")).as("manager").get(change + "/try").statusCode()).isEqualTo(403);
    }

    @Test
    void onlyTheNewestAreKept() {
        jdbc.sql("""
                insert into decision_input (decision, definition_id, at, inputs, outcome, rules)
                select 'worn', 'worn:1', now(), '{}', '[]', '{}' from generate_series(1, ?)""").param(DecisionInputs.KEPT + 40).update();
        inputs.tidy();
        assertThat(jdbc.sql("select count(*) from decision_input where decision = 'worn'").query(Integer.class).single()).isEqualTo(DecisionInputs.KEPT);
    }

    private Trial trial(String file, UnaryOperator<String> change) {
        String shipped = new ReleasedModels().file(file);
        ModelSet now = ModelSet.of(Map.of(file, shipped.getBytes(StandardCharsets.UTF_8)));
        ModelSet then = now.with(Map.of(file, change.apply(shipped).getBytes(StandardCharsets.UTF_8)));
        List<Trial> found = trials.of(now, then, List.of(file));
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
