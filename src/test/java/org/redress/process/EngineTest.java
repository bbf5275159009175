package org.redress.process;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.FreshDatabase;
import org.redress.platform.TestPlatform;
import org.redress.studio.ModelContents;
import org.redress.studio.ModelSet;
import org.redress.studio.ReleaseBook;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Base of tests of the engine's own configuration: the engine as it runs, without the rooms around it, in a database of its own,
 * with a step and a function that only these tests have. Models are deployed by each test.
 */
@SpringBootTest(classes = EngineTest.EngineAlone.class, webEnvironment = WebEnvironment.NONE,
        properties = {"redress.engine.run-jobs=false", "test.database=engine", "spring.test.print-condition-evaluation-report=false"})
@ExtendWith(FreshDatabase.class)
abstract class EngineTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    List<String> stepsTaken;

    /** @param body what stands inside the process element */
    static String process(String body) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="test">
                  <bpmn:process id="probe" isExecutable="true" camunda:historyTimeToLive="P30D">
                %s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(body);
    }

    void deploy(String body) {
        repository.createDeployment().name("probe").addString("probe.bpmn", process(body)).deploy();
    }

    /** What the engine makes of an expression in a running case, past the gate. */
    Object evaluate(String expression, Map<String, Object> variables) {
        deploy("""
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="flow" sourceRef="start" targetRef="task"/>
                <bpmn:receiveTask id="task"/>""");
        var instance = runtime.startProcessInstanceByKey("probe", variables);
        return engine.getCommandExecutorTxRequired().execute(context -> engine.getExpressionManager().createExpression(expression)
                .getValue(context.getExecutionManager().findExecutionById(instance.getId())));
    }

    /** Functions of these tests. */
    interface ProbeFunctions extends ModelFunctions {

        Date due(Long complaintId, String clock);
    }

    static class ProbeClock implements ProbeFunctions {

        @Override
        public Date due(Long complaintId, String clock) {
            return new Date(complaintId * 1_000 + clock.length());
        }

        public String secret() {
            return "not declared by the marked interface";
        }
    }

    record NotingStep(List<String> taken) implements ModelStep {

        @Override
        public void execute(DelegateExecution execution) {
            taken.add(execution.getCurrentActivityId());
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = {SecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
    @Import({TestPlatform.class, EngineConfiguration.class, EngineSchema.class, ModelVocabulary.class,
            BackgroundJobs.class, CompanyCycles.class, ShippedModels.class, ReleaseBook.class, ModelContents.class})
    static class EngineAlone {

        @Bean
        ModelDeployment noModels(ShippedModels shipped, ReleaseBook book, PlatformTransactionManager transactions, Clock clock) {
            return new ModelDeployment(shipped, book, transactions, clock) {
                @Override
                void bringIntoForce(RepositoryService repository, ModelSet models) {
                    // the models of the house name steps that are not here
                }
            };
        }

        @Bean
        List<String> stepsTaken() {
            return new CopyOnWriteArrayList<>();
        }

        @Bean
        ModelStep noteStep(List<String> stepsTaken) {
            return new NotingStep(stepsTaken);
        }

        @Bean
        ProbeFunctions probe() {
            return new ProbeClock();
        }

        @Bean
        String plainBean() {
            return "a bean that is nobody's business";
        }
    }
}
