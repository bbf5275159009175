package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.redress.process.studio.EngineCheckTest;
import org.redress.process.studio.Shipped;
import org.redress.studio.Finding;
import org.redress.studio.ModelChecks;
import org.redress.studio.ModelSet;
import org.springframework.beans.factory.annotation.Autowired;

/** A check is a look: whatever it is shown, the engine has the same rows, the same caches and the same cases behind it. */
class ModelChecksTraceTest extends LoopTest {

    private static final String COMPLAINT = "bpmn/complaint.bpmn";
    private static final List<String> HOSTILE = List.of("not xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "");

    @Autowired
    ModelChecks checks;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Test
    void leavesNoTraceAndRunningCasesGoOn() {
        String number = captured();
        Map<String, String> before = rows();
        var cache = engine.getDeploymentCache();
        int processes = cache.getProcessDefinitionCache().size();
        int decisions = cache.getDecisionDefinitionCache().size();
        Object parsed = cache.getProcessDefinitionCache().get(cache.getProcessDefinitionCache().keySet().iterator().next());

        checks.check(Shipped.set(), Shipped.set().files().keySet());
        EngineCheckTest.broken().forEach(arguments -> check(COMPLAINT, Shipped.changed(COMPLAINT, (String) arguments.get()[0], (String) arguments.get()[1])));
        HOSTILE.forEach(content -> assertThat(check(COMPLAINT, content)).isNotEmpty());
        check("bpmn/attempts.dmn", Shipped.changed("bpmn/attempts.dmn", "&lt; 3", "&lt; 3 and"));
        check("forms/userTask_signForCase.form", "{}");

        assertThat(rows()).isEqualTo(before);
        assertThat(cache.getProcessDefinitionCache().size()).isEqualTo(processes);
        assertThat(cache.getDecisionDefinitionCache().size()).isEqualTo(decisions);
        assertThat(cache.getProcessDefinitionCache().get(cache.getProcessDefinitionCache().keySet().iterator().next())).isSameAs(parsed);
        done("specialist", number, "triageComplaint", "decision", "REJECT", "reason", "不属于本公司业务");
        assertThat(stateOf(number)).isEqualTo("REJECTED");
    }

    private List<Finding> check(String file, String content) {
        ModelSet set = Shipped.set().with(Map.of(file, content.getBytes(StandardCharsets.UTF_8)));
        return checks.check(set, List.of(file));
    }

    /** Every table of the engine with the sum of its rows. */
    private Map<String, String> rows() {
        Map<String, String> sums = new TreeMap<>();
        for (String table : jdbc.sql("select table_name from information_schema.tables where table_schema = 'public' and table_name like 'act\\_%'")
                .query(String.class).list()) {
            sums.put(table, jdbc.sql("select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from public." + table + " t")
                    .query(String.class).single());
        }
        assertThat(sums).containsKeys("act_re_deployment", "act_re_procdef", "act_ru_job", "act_ru_jobdef", "act_hi_procinst", "act_ge_bytearray");
        return sums;
    }
}
