package org.redress.process;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.redress.process.gate.ModelGate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The one engine, inside our transactions. Camunda's starter builds it from these settings; the starter's own job executor is
 * switched off in application.yaml, since this one is ours. Each figure here was measured; see {@code src/docs/decisions}. A
 * {@link BpmnParseListener} bean is taken in as it is found: it is made before the engine, so what it needs of the engine it must
 * ask for later ({@link ObjectProvider}).
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineProperties.class)
class EngineConfiguration {

    /** The one gate: what is checked in the studio and what is deployed meet the same. */
    @Bean
    ModelGate modelGate(ModelVocabulary vocabulary) {
        return new ModelGate(vocabulary, List.of(new ClockPolicyRules(), new LadderRules(), new SamplingRules()));
    }

    @Bean
    @DependsOnDatabaseInitialization
    ProcessEngineConfigurationImpl engineSettings(DataSource dataSource, PlatformTransactionManager transactions, EngineProperties properties,
            ModelVocabulary vocabulary, ModelGate gate, ModelDeployment models, CompanyCycles cycles, ObjectProvider<BpmnParseListener> listeners,
            ObjectProvider<DmnDecisionEvaluationListener> decisions) {
        var engine = new SpringTransactionsProcessEngineConfiguration();
        engine.setProcessEngineName("redress");
        engine.setDataSource(dataSource);
        engine.setTransactionManager(transactions);
        storeIn(engine);
        restrict(engine, vocabulary, gate, decisions.orderedStream().toList());
        engine.setJobExecutor(jobExecutor(properties));
        scheduleJobs(engine);
        engine.setBusinessCalendarManager(cycles.calendars());
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(listeners.orderedStream().toList()));
        engine.getProcessEnginePlugins().add(models);
        return engine;
    }

    /** What is written, and what is not. {@link EngineSchema} has made the tables. */
    private static void storeIn(SpringTransactionsProcessEngineConfiguration engine) {
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        engine.setIdGenerator(new StrongUuidGenerator());
        engine.setCustomHistoryLevels(new ArrayList<>(List.of(new LeanHistory())));
        engine.setHistory(LeanHistory.NAME);
        // At the end it would rewrite every history row of a case when the case closes.
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setQueryMaxResultsLimit(2_000);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        // Whoever called hears of it; a refused step is no error to log, and a failed job is logged by the executor.
        engine.setEnableCmdExceptionLogging(false);
    }

    /**
     * A model is code that runs in here, so it gets a short list of names and no language but FEEL and that list. The engine's
     * own authorisations stay off: its API is exposed to nobody, {@code access} decides before the engine is asked.
     */
    private static void restrict(SpringTransactionsProcessEngineConfiguration engine, ModelVocabulary vocabulary, ModelGate gate,
            List<DmnDecisionEvaluationListener> listeners) {
        engine.setExpressionManager(new ModelExpressions(vocabulary));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setCustomPreDeployers(new ArrayList<>(List.of(gate)));
        engine.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(new ParsedModelNet())));
        engine.setAuthorizationEnabled(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setJavaSerializationFormatEnabled(false);
        var decisions = feelOnly();
        decisions.getCustomPostDecisionEvaluationListeners().addAll(listeners);
        engine.setDmnEngineConfiguration(decisions);
    }

    static DefaultDmnEngineConfiguration feelOnly() {
        var decisions = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(new FeelParsedOnce());
        decisions.setDefaultInputExpressionExpressionLanguage("feel");
        decisions.setDefaultInputEntryExpressionLanguage("feel");
        decisions.setDefaultOutputEntryExpressionLanguage("feel");
        decisions.setDefaultLiteralExpressionLanguage("feel");
        return decisions;
    }

    private static DefaultJobExecutor jobExecutor(EngineProperties properties) {
        var executor = new DefaultJobExecutor();
        executor.setCorePoolSize(properties.threads());
        executor.setMaxPoolSize(properties.threads());
        executor.setQueueSize(properties.batch());
        executor.setMaxJobsPerAcquisition(properties.batch());
        executor.setWaitTimeInMillis((int) Math.min(250, properties.idle().toMillis()));
        executor.setMaxWait(properties.idle().toMillis());
        executor.setLockTimeInMillis((int) properties.lock().toMillis());
        executor.setBackoffTimeInMillis(25);
        executor.setMaxBackoff(properties.idle().toMillis());
        return executor;
    }

    /** Goes with the indexes of V90: together 500 timers a second with a million waiting, 20 without. */
    private static void scheduleJobs(SpringTransactionsProcessEngineConfiguration engine) {
        engine.setJobExecutorActivate(false);
        engine.setJobExecutorDeploymentAware(false);
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setJobExecutorPreferTimerJobs(true);
        engine.setEnsureJobDueDateNotNull(true);
        engine.setFailedJobRetryTimeCycle("PT5S,PT1M,PT10M");
    }
}
