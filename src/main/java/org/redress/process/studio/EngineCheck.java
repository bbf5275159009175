package org.redress.process.studio;

import java.io.ByteArrayInputStream;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionRequirementsDefinitionDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.model.xml.ModelException;
import org.redress.studio.Finding;
import org.redress.studio.Finding.Layer;
import org.redress.studio.ModelKind;
import org.redress.worklist.Conditions;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXParseException;

/**
 * What the engine itself says when it reads a model: its own parsers with our listeners and our expressions, on a deployment that exists in
 * memory alone. Nothing is deployed, so there is nothing to roll back. Only for files that the gate let in, because some things run while
 * the engine reads.
 */
@Component
public class EngineCheck {

    private final ProcessEngineConfigurationImpl engine;
    private final FeelCheck feel;
    private final ObjectMapper json;

    EngineCheck(ProcessEngineConfigurationImpl engine, Conditions conditions, ObjectMapper json) {
        this.engine = engine;
        this.feel = new FeelCheck(conditions);
        this.json = json;
    }

    /** @param file name of a process, decision or form */
    public List<Finding> check(String file, byte[] content) {
        Findings found = new Findings(file, Layer.ENGINE);
        ModelKind kind = ModelKind.of(file).orElseThrow();
        Places places = kind == ModelKind.FORM ? Places.NONE : Places.of(content);
        switch (kind) {
            case PROCESS -> process(file, content, places, found);
            case DECISION -> decision(kind.id(file), content, places, found);
            case FORM -> feel.form(FormFile.read(json, content), found);
        }
        return found.in(places);
    }

    /** The deployment counts as new, because what is released is new: the engine asks more of it. */
    private void process(String file, byte[] content, Places places, Findings found) {
        DeploymentEntity nowhere = new DeploymentEntity();
        nowhere.setNew(true);
        BpmnParser parser = deployer(BpmnDeployer.class).getBpmnParser();
        engine.getCommandExecutorTxRequired().execute(context -> {
            Parsing parsing = new Parsing(parser);
            try {
                parsing.deployment(nowhere).sourceInputStream(new ByteArrayInputStream(content)).name(file);
                parsing.execute();
                parsing.warnings().forEach(problem -> tell(problem, false, places, found));
            } catch (ParseException e) {
                for (ResourceReport report : e.getResorceReports()) {
                    report.getErrors().forEach(problem -> tell(problem, true, places, found));
                    report.getWarnings().forEach(problem -> tell(problem, false, places, found));
                }
            } catch (ProcessEngineException e) {
                EngineWords.tell(String.valueOf(innermost(e).getMessage()), "", true, places, found);
            }
            return file;
        });
    }

    private static void tell(Problem problem, boolean error, Places places, Findings found) {
        String element = problem.getMainElementId();
        if (element == null || !places.has(element)) {
            element = problem.getElementIds().stream().filter(places::has).findFirst().orElseGet(() -> places.at(problem.getLine(), problem.getColumn()));
        }
        EngineWords.tell(String.valueOf(problem.getMessage()), element, error, places, found);
    }

    private void decision(String id, byte[] content, Places places, Findings found) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            try {
                deployer(DecisionRequirementsDefinitionDeployer.class).getTransformer().createTransform()
                        .modelInstance(new ByteArrayInputStream(content)).transformDecisionRequirementsGraph();
                feel.decision(content, found);
            } catch (DmnEngineException | ModelException | ProcessEngineException e) {
                Throwable cause = innermost(e);
                String at = cause instanceof SAXParseException place ? places.at(place.getLineNumber(), place.getColumnNumber()) : named(e, places);
                at = at.isEmpty() && places.has(id) ? id : at;
                EngineWords.tell(String.valueOf(cause.getMessage()), at, true, places, found);
            }
            return found;
        });
    }

    /** What somebody on the way of the exception has called by its id. */
    private static String named(Throwable problem, Places places) {
        String name = "";
        for (Throwable each = problem; each != null && name.isEmpty(); each = each.getCause()) {
            name = places.namedIn(String.valueOf(each.getMessage()));
        }
        return name;
    }

    private static Throwable innermost(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }

    private <D extends Deployer> D deployer(Class<D> type) {
        return engine.getDeployers().stream().filter(type::isInstance).map(type::cast).findFirst()
                .orElseThrow(() -> new IllegalStateException("The engine has no " + type.getSimpleName()));
    }

    /** The engine's parse, which keeps its warnings to itself. */
    private static final class Parsing extends BpmnParse {

        Parsing(BpmnParser parser) {
            super(parser);
        }

        List<Problem> warnings() {
            return List.copyOf(warnings);
        }

        /** They are told to who asked, and would fill the log at every key stroke. */
        @Override
        public void logWarnings() {
        }
    }
}
