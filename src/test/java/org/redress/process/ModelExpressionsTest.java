package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second net: whatever gets past {@link org.redress.process.gate.ModelGate} still reaches only the listed names. */
class ModelExpressionsTest extends EngineTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "${''.getClass()}", "${''.class}", "${''.getClass().forName('java.lang.Runtime')}", "${''['class']}", "${decision.length()}",
            "${execution.getProcessEngineServices()}", "${execution.processEngineServices}", "${execution.id}",
            "${execution.setVariable('a','b')}", "${task.delete()}",
            "${plainBean}", "${dataSource}", "${runtimeService.deleteProcessInstance('x','y')}", "${environment['path']}",
            "${probe.secret()}", "${probe.getClass()}", "${probe.class}", "${probe.hashCode()}", "${noteStep.execute(execution)}",
            "${currentUser()}", "${dateTime()}"})
    void nothingElseIsReached(String expression) {
        var variables = Map.<String, Object>of("decision", "ASSIGN");
        assertThatThrownBy(() -> evaluate(expression, variables)).isInstanceOf(RuntimeException.class)
                .hasMessageMatching("(?s).*(Unknown (method|property)|Could not resolve function).*");
    }

    @Test
    void whatModelsNeedWorks() {
        var variables = new HashMap<String, Object>(Map.of("decision", "ASSIGN", "reached", false, "attempts", 2, "complaintId", 7L));
        variables.put("nothing", null);
        assertThat(evaluate("${decision == 'ASSIGN' and not reached}", variables)).isEqualTo(true);
        assertThat(evaluate("${attempts + 1 >= 3 ? 'GIVE_UP' : 'RETRY'}", variables)).isEqualTo("GIVE_UP");
        assertThat(evaluate("${empty nothing}", variables)).isEqualTo(true);
        assertThat(evaluate("${now()}", variables)).isInstanceOf(Date.class);
        assertThat(evaluate("Case ${complaintId}", variables)).isEqualTo("Case 7");
    }

    @Test
    void listedFunctionsAreCalledWithTheirOwnTypes() {
        assertThat(evaluate("${probe.due(complaintId,'ASSIGN')}", Map.of("complaintId", 7L))).isEqualTo(new Date(7_006));
        assertThat(evaluate("${probe.due(complaintId,'ASSIGN')}", Map.of("complaintId", "8"))).isEqualTo(new Date(8_006));
    }

    @Test
    void aVariableCannotTakeThePlaceOfAListedName() {
        assertThat(evaluate("${probe.due(1,'')}", Map.of("probe", "hijacked"))).isEqualTo(new Date(1_000));
    }

    @Test
    void noScriptLanguageIsThere() {
        for (var language : new String[] {"javascript", "groovy", "juel", "feel", "python", "ruby"}) {
            assertThatThrownBy(() -> engine.getScriptingEngines().getScriptEngineForLanguage(language))
                    .as(language).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void noJavaObjectIsStored() {
        var object = Variables.serializedObjectValue("rO0ABXQAAA==").serializationDataFormat(Variables.SerializationDataFormats.JAVA)
                .objectTypeName("java.lang.String").create();
        assertThatThrownBy(() -> evaluate("${now()}", Map.of("object", object))).isInstanceOf(ProcessEngineException.class);
    }
}
