package org.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The engine as it comes, on the same models and the same server in a schema of its own: default settings, history full, steps that do
 * nothing, no HTTP, no rights, no list, no clocks, no audit. What Redress is measured against.
 */
final class BareEngine implements Side {

    private static final String SCHEMA = "bare";
    private static final Pattern STEP = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");
    private final HikariDataSource connections;
    private final ProcessEngine engine;
    private final boolean keepsAnswers;

    /** What timers ask. */
    public static final class NoClock {

        public Date due(Long complaintId, String clock) {
            return Date.from(Instant.now().plus(5, ChronoUnit.DAYS));
        }

        public Date waitingLimit(Long complaintId) {
            return due(complaintId, "");
        }

        public Date windowEnd(Long callId) {
            return due(callId, "");
        }
    }

    /**
     * @param url          of a database in which the user may make a schema
     * @param keepsAnswers whether everything a form asks for becomes a variable, as the engine's own forms do, or only what routes
     */
    BareEngine(String url, String user, String password, boolean keepsAnswers) {
        this.keepsAnswers = keepsAnswers;
        String schema = SCHEMA + (keepsAnswers ? "_answers" : "");
        var pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(16);
        pool.setConnectionInitSql("create schema if not exists " + schema);
        pool.addDataSourceProperty("currentSchema", schema);
        connections = new HikariDataSource(pool);
        engine = build(schema);
        deploy();
    }

    private ProcessEngine build(String schema) {
        var settings = new StandaloneProcessEngineConfiguration();
        settings.setProcessEngineName(schema);
        settings.setDataSource(connections);
        settings.setDatabaseSchema(schema);
        settings.setDatabaseTablePrefix(schema + ".");
        settings.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        settings.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        settings.setJobExecutorActivate(false);
        Map<Object, Object> beans = new HashMap<>(Map.of("clock", new NoClock(), "call", new NoClock()));
        JavaDelegate nothing = execution -> { };
        find("bpmn/*.bpmn").forEach(model -> STEP.matcher(text(model)).results().forEach(step -> beans.put(step.group(1), nothing)));
        settings.setBeans(beans);
        return settings.buildProcessEngine();
    }

    private void deploy() {
        var deployment = engine.getRepositoryService().createDeployment();
        for (var pattern : new String[] {"bpmn/*.bpmn", "bpmn/*.dmn", "forms/*.form"}) {
            find(pattern).forEach(model -> deployment.addString(String.valueOf(model.getFilename()), text(model)));
        }
        deployment.deploy();
    }

    private static Iterable<Resource> find(String pattern) {
        try {
            return Arrays.asList(new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void oneCase(Story story) {
        var tasks = engine.getTaskService();
        String instance = engine.getRuntimeService().startProcessInstanceByKey("complaint", "case", start(story)).getId();
        for (var step : story.steps()) {
            var task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
            assertThat(task.getTaskDefinitionKey()).isEqualTo("userTask_" + step.key());
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), step.who());
            }
            Map<String, Object> variables = new HashMap<>(keepsAnswers ? step.answersAt(Instant.now()) : Map.of());
            variables.putAll(step.routes());
            tasks.complete(task.getId(), variables);
        }
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance).count()).isZero();
    }

    /** As Redress starts it: what routes, and the facts for the rules as transient values. */
    private static VariableMap start(Story story) {
        VariableMap variables = Variables.createVariables().putValue("complaintId", 1L).putValue("owner", null).putValue("handler", null)
                .putValue("attempts", 0);
        Map<String, Object> facts = new HashMap<>(Map.of("words", story.complaint().get("words"), "channel", story.complaint().get("channel"),
                "segment", "ORDINARY", "category", story.complaint().get("category"), "categoryClass", "BILLING", "area", "", "business", "",
                "safety", false, "media", false));
        facts.putAll(Map.of("groupSize", 1, "repeat", false, "leadership", false, "severityOverride", "", "sourceQueue", ""));
        facts.forEach((name, value) -> variables.putValueTyped(name, Variables.untypedValue(value, true)));
        return variables;
    }

    @Override
    public void close() {
        engine.close();
        connections.close();
    }
}
