package org.redress.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RepositoryService;

/** The models of the folders as they are released together, with some of them changed. */
final class ReleasedModels {

    static final String COMPLAINT = "bpmn/complaint.bpmn";

    private final Map<String, String> files = new TreeMap<>();

    ReleasedModels() {
        Stream.of("bpmn", "forms").map(Path::of).forEach(this::read);
    }

    private void read(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            found.filter(Files::isRegularFile).forEach(file -> files.put(folder + "/" + file.getFileName(), text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String file(String name) {
        return files.get(name);
    }

    ReleasedModels with(String name, String content) {
        files.put(name, content);
        return this;
    }

    ReleasedModels change(String name, UnaryOperator<String> change) {
        String before = files.get(name);
        String after = change.apply(before);
        if (before.equals(after)) {
            throw new AssertionError("nothing was changed in " + name);
        }
        return with(name, after);
    }

    /** A second person looks at a resolution before the specialist does: a task with a form and with the clock of the resolution. */
    ReleasedModels withSecondReview() {
        with("forms/userTask_secondReview.form", """
                {"type": "default", "id": "userTask_secondReview", "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0", "schemaVersion": 19,
                 "components": [{"type": "textfield", "id": "field_opinion", "key": "opinion", "label": "Opinion", "validate": {"required": true},
                   "properties": {"zh-CN.label": "意见"}}]}""");
        return change(COMPLAINT, model -> model
                .replace("<bpmn:sequenceFlow id=\"flow_resolutionGiven\" sourceRef=\"userTask_resolveComplaint\" targetRef=\"userTask_reviewResolution\" />", """
                        <bpmn:userTask id="userTask_secondReview" name="Check resolution" camunda:formRef="userTask_secondReview" camunda:formRefBinding="deployment" camunda:candidateGroups="TEAM_LEADER">
                          <bpmn:documentation>A second pair of eyes. Why: fewer resolutions come back. Who: the team leader. Basis: house rule.</bpmn:documentation>
                          <bpmn:extensionElements><camunda:properties>
                            <camunda:property name="name.en" value="Check resolution" /><camunda:property name="name.zh-CN" value="复核办理结果" />
                            <camunda:property name="redress.clock" value="RESOLVE" /><camunda:property name="redress.workMinutes" value="15" />
                          </camunda:properties></bpmn:extensionElements>
                          <bpmn:incoming>flow_resolutionGiven</bpmn:incoming><bpmn:outgoing>flow_checked</bpmn:outgoing>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="flow_checked" sourceRef="userTask_secondReview" targetRef="userTask_reviewResolution" />
                        <bpmn:sequenceFlow id="flow_resolutionGiven" sourceRef="userTask_resolveComplaint" targetRef="userTask_secondReview" />""")
                .replace("<bpmn:incoming>flow_resolutionGiven</bpmn:incoming>\n          <bpmn:outgoing>flow_reviewed", "<bpmn:incoming>flow_checked</bpmn:incoming>\n          <bpmn:outgoing>flow_reviewed"));
    }

    /** @return version of the process complaint */
    int release(RepositoryService repository) {
        var deployment = repository.createDeployment().name("redress").source("studio");
        files.forEach(deployment::addString);
        var done = deployment.deployWithResult();
        return done.getDeployedProcessDefinitions().stream().filter(definition -> definition.getKey().equals("complaint")).findFirst().orElseThrow().getVersion();
    }
}
