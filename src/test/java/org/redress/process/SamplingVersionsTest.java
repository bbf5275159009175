package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.redress.process.gate.ModelProblem;
import org.redress.RedressTest;
import org.redress.callback.PlanRule;
import org.redress.callback.SamplingPlans;
import org.redress.shared.Bilingual;
import org.springframework.beans.factory.annotation.Autowired;

/** A new version of the product does not undo what the company has released, unless it brings another table. */
class SamplingVersionsTest extends RedressTest {

    @Autowired
    RepositoryService repository;
    @Autowired
    SamplingVersions versions;
    @Autowired
    SamplingPlans plans;
    @Autowired
    Decisions decisions;

    @Test
    void thePlanOfTheCompanyOutlivesAnUpgrade() {
        String shipped = new String(versions.source(versions.inForce().id()), StandardCharsets.UTF_8);
        List<PlanRule> rules = new ArrayList<>(plans.running().rules());
        PlanRule first = rules.get(0);
        rules.set(0, new PlanRule(first.id(), first.name(), first.businesses(), first.segments(), first.warranty(), first.teams(), null, 80, 9,
                new Bilingual("80 of 100 & more", "百分之八十")));
        int released = plans.release(rules);
        assertThat(versions.inForce().version()).isEqualTo(released);
        assertThat(plans.running().rules().get(0)).satisfies(rule -> {
            assertThat(rule.rate()).isEqualTo(80);
            assertThat(rule.windowDays()).isEqualTo(9);
            assertThat(rule.text().en()).isEqualTo("80 of 100 & more");
        });
        assertThat(plans.running().rules()).extracting(PlanRule::name).isEqualTo(rules.stream().map(PlanRule::name).toList());

        upgrade(shipped);
        assertThat(versions.inForce().version()).as("the same table again").isEqualTo(released);
        upgrade(shipped.replace("30 of 100 safety checks", "Thirty of a hundred safety checks"));
        assertThat(versions.inForce().version()).as("another table").isEqualTo(released + 2);
        assertThat(plans.versions().stream().filter(version -> version.version() == released).findFirst().orElseThrow().shipped()).isFalse();
    }

    @Test
    void aRedeploymentOfTheSameTableChangesNothing() {
        String shipped = new String(versions.source(versions.inForce().id()), StandardCharsets.UTF_8);
        SamplingVersions.InForce before = versions.inForce();
        upgrade(shipped);
        upgrade(shipped);
        assertThat(versions.inForce().version()).isLessThanOrEqualTo(before.version());
    }

    @Test
    void aTableWithoutAnAnswerForSomeJobsIsNotDeployed() {
        String shipped = new String(versions.source(versions.inForce().id()), StandardCharsets.UTF_8);
        assertThat(problems(shipped)).isEmpty();
        int from = shipped.indexOf("<rule id=\"rule_other\">");
        int to = shipped.indexOf("</rule>", from) + "</rule>".length();
        String gap = shipped.substring(0, from) + shipped.substring(to);
        assertThat(problems(gap.replace("\"SAFETY_CHECK\"", "\"PLUMBING\""))).isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.text()).contains("There is no rule for SAFETY_CHECK"));
        assertThat(problems(shipped.replace("<text>15</text>", "<text>150</text>")))
                .anySatisfy(problem -> assertThat(problem.text()).contains("\"150\". Enter a whole number from 0 to 100"));
    }

    private static List<ModelProblem> problems(String table) {
        return TableProblems.of(new SamplingRules(), "sampling.dmn", table);
    }

    private void upgrade(String table) {
        repository.createDeployment().name(ModelDeployment.NAME).source(ModelDeployment.NAME).addString("bpmn/sampling.dmn", table).deploy();
        decisions.forget(SamplingTable.TABLE);
    }
}
