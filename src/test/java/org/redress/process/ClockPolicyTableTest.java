package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.redress.process.gate.ModelProblem;
import org.redress.process.gate.ModelRefused;
import org.redress.RedressTest;
import org.redress.deadline.Budget;
import org.redress.deadline.ClockKind;
import org.redress.deadline.ClockPolicies;
import org.redress.deadline.DomainPolicy;
import org.redress.deadline.Severity;
import org.springframework.beans.factory.annotation.Autowired;

/** sla-policy.dmn is where clocks get their time from, and an incomplete one never gets as far. */
class ClockPolicyTableTest extends RedressTest {

    private static final String TABLE = read();

    @Autowired
    private ClockPolicies policies;
    @Autowired
    private RepositoryService repository;

    @Test
    void theDeployedTableIsThatOfTheDomain() {
        for (var rule : DomainPolicy.rules()) {
            assertThat(policies.current().rule(rule.kind(), rule.severity())).contains(rule);
        }
        assertThat(policies.current().rule(ClockKind.OUTSIDE, Severity.S2)).isEmpty();
    }

    @Test
    void anotherVersionHoldsFromItsDeploymentOn() {
        deploy(TABLE.replaceFirst("(<outputEntry id=\"then_resolveS3_budget\"[^>]*>\\s*<text>)\"4 bd\"", "$1\"6 bd\""));
        clock.advance(Duration.ofSeconds(6));
        assertThat(policies.current().budget(ClockKind.RESOLVE, Severity.S3)).contains(Budget.businessDays(6));
        deploy(TABLE);
        clock.advance(Duration.ofSeconds(6));
        assertThat(policies.current().budget(ClockKind.RESOLVE, Severity.S3)).contains(Budget.businessDays(4));
    }

    @Test
    void aTableWithoutARowForASeverityIsRefusedAndNothingIsDeployed() {
        long before = repository.createDeploymentQuery().count();
        String gap = Pattern.compile("<rule id=\"rule_signS2\">.*?</rule>", Pattern.DOTALL).matcher(TABLE).replaceFirst("");
        assertThatThrownBy(() -> deploy(gap)).isInstanceOf(ModelRefused.class)
                .hasMessageContaining("There is no rule for the clock SIGN and severity S2. Every clock needs one for every severity");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void whatIsWrongIsSaidForEveryRow() {
        assertThat(problems(TABLE)).isEmpty();
        assertThat(problems(TABLE.replace("\"4 bd\"", "\"4 days\""))).singleElement().asString()
                .contains("\"4 days\" is no time for the clock RESOLVE and severity S3");
        assertThat(problems(TABLE.replaceFirst("(<outputEntry id=\"then_resolveS1_pause\"[^>]*>\\s*<text>)\"none\"", "$1\"5 bd\""))).singleElement()
                .asString().contains("A clock of severity S1 never pauses");
        assertThat(problems(TABLE.replaceFirst("(<inputEntry id=\"when_recallS4_severity\"[^>]*>\\s*<text>)\"S4\"", "$1\"S3\"")))
                .as("one twice, one missing").hasSize(2);
        assertThat(problems(TABLE.replace("\"30 min\"", "\"\""))).hasSize(2);
        assertThat(problems(TABLE.replace("hitPolicy=\"UNIQUE\"", "hitPolicy=\"NONSENSE\""))).isNotEmpty();
    }

    private static List<ModelProblem> problems(String table) {
        return TableProblems.of(new ClockPolicyRules(), "sla-policy.dmn", table);
    }

    private void deploy(String table) {
        repository.createDeployment().name("policy").addString("sla-policy.dmn", table).deploy();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("bpmn/sla-policy.dmn"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
