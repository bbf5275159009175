package org.redress.process.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.RedressTest;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.process.models.Sources;
import org.redress.studio.Finding;
import org.redress.studio.Finding.Weight;
import org.redress.studio.FindingTexts;
import org.redress.studio.ModelChecks;
import org.redress.studio.ModelSet;
import org.springframework.beans.factory.annotation.Autowired;

/** Every rule of the house sees a model that breaks it, at the element that breaks it, and says so in both languages. */
class HouseCheckTest extends RedressTest {

    private static final String COMPLAINT = "bpmn/complaint.bpmn";
    private static final String SEVERITY = "bpmn/severity.dmn";
    private static final String ATTEMPTS = "bpmn/attempts.dmn";
    private static final String POLICY = "bpmn/sla-policy.dmn";
    private static final String TRIAGE = "forms/userTask_triageComplaint.form";

    @Autowired
    ModelChecks checks;

    @Autowired
    FindingTexts texts;

    @Autowired
    Organisation organisation;

    static Stream<Arguments> broken() {
        return Stream.of(
                // people
                broken(COMPLAINT, "candidateGroups=\"CALLBACK_AGENT\"", "candidateGroups=\"DENTIST\"", "people.unknownGroup", "userTask_recallCustomer"),
                broken(COMPLAINT, "camunda:assignee=\"${owner}\"", "camunda:assignee=\"${ownr}\"", "people.unknownName", "userTask_triageComplaint"),
                broken(COMPLAINT, "camunda:assignee=\"${owner}\"", "camunda:assignee=\"nobody-here\"", "people.unknownPerson", "userTask_triageComplaint"),
                // forms
                broken(COMPLAINT, "formRef=\"userTask_awaitAnswer\"", "formRef=\"userTask_gone\"", "form.missing", "userTask_awaitAnswer"),
                broken(COMPLAINT, "formRef=\"userTask_signForCase\"", "formRef=\"userTask_awaitAnswer\"", "form.houseKey", "userTask_signForCase"),
                broken(TRIAGE, "\"key\": \"mergeInto\"", "\"key\": \"mergedWith\"", "form.houseKey", ""),
                broken(TRIAGE, "\"label\": \"Decision\"", "\"label\": \"\"", "form.noLabel", "field_decision"),
                broken(TRIAGE, "\"zh-CN.label\": \"研判结论\"", "\"zh-CN.label\": \"Decision\"", "form.noChinese", "field_decision"),
                broken(TRIAGE, "\"value\": \"REJECT\"", "\"value\": \"ASSIGN\"", "form.optionTwice", "field_decision"),
                broken(TRIAGE, "\"valuesKey\": \"teams\"", "\"valuesKey\": \"squads\"", "form.unknownList", "field_team"),
                // ways
                broken(COMPLAINT, "${not reached}", "${not reachd}", "split.unknownName", "flow_customerNotReached"),
                broken(COMPLAINT, " default=\"flow_teamOpen\"", "", "split.noDefault", "gateway_directToTeam"),
                broken(COMPLAINT, "<bpmn:sequenceFlow id=\"flow_rework\" name=\"Rework\"", "<bpmn:sequenceFlow id=\"flow_rework\"", "split.noAnswer", "flow_rework"),
                // clocks
                broken(COMPLAINT, "<camunda:property name=\"redress.clock\" value=\"SIGN\" />", "", "clock.none", "userTask_signForCase"),
                broken(COMPLAINT, "name=\"redress.clock\" value=\"SIGN\"", "name=\"redress.clock\" value=\"TEA_BREAK\"", "clock.unknown", "userTask_signForCase"),
                broken("bpmn/briefing.bpmn", "value=\"2 bd\"", "value=\"2 moons\"", "clock.budget", "userTask_reviewBriefing"),
                broken(COMPLAINT, "<camunda:property name=\"redress.workMinutes\" value=\"180\" />", "", "clock.noMinutes", "userTask_resolveComplaint"),
                broken(COMPLAINT, "name=\"redress.workMinutes\" value=\"180\"", "name=\"redress.workMinutes\" value=\"long\"", "clock.minutes", "userTask_resolveComplaint"),
                broken(COMPLAINT, "name=\"redress.workMinutes\" value=\"180\"", "name=\"redress.workMinutes\" value=\"9000\"", "promise.step", "userTask_resolveComplaint"),
                broken(COMPLAINT, "name=\"redress.workMinutes\" value=\"180\"", "name=\"redress.workMinutes\" value=\"9000\"", "promise.way", "complaint"),
                broken(POLICY, "\"2 bd\"", "\"2 bh\"", "promise.target", "complaint", COMPLAINT),
                // timers
                broken(COMPLAINT, "${retryAt}", "${attempts}", "timer.unreadable", "event_retryDue"),
                broken(COMPLAINT, "${retryAt}", "${direct}", "timer.noSample", "event_retryDue"),
                broken(COMPLAINT, "${retryAt}", "2001-01-01T00:00:00", "timer.past", "event_retryDue"),
                broken(COMPLAINT, "${retryAt}", "P9Y", "timer.far", "event_retryDue"),
                broken(COMPLAINT, "${clock.nextStep(complaintId,'ASSIGN')}", "${clock.nextStep(complaintId,'TEA')}", "timer.unreadable", "event_assignStepDue"),
                broken("bpmn/briefing.bpmn", "0 0 6 * * ?", "0 0 6 30 2 ?", "timer.never", "event_morning"),
                // what a process refers to
                broken(COMPLAINT, "name=\"complaint.waiting\"", "name=\"complaint.wating\"", "message.unknown", "event_waitingStarted"),
                broken(COMPLAINT, "decisionRef=\"attempts\"", "decisionRef=\"tries\"", "decision.missing", "businessRuleTask_nextAttempt"),
                broken(COMPLAINT, "${decisionResult[0].severity}", "${decisionResult[0].gravity}", "decision.noOutput", "businessRuleTask_rateSeverity"),
                broken(ATTEMPTS, "name=\"next\"", "name=\"following\"", "decision.stillRead", "attempts"),
                // words
                broken(COMPLAINT, "<camunda:property name=\"name.zh-CN\" value=\"签收案件\" />", "", "words.noChinese", "userTask_signForCase"),
                broken(COMPLAINT, "camunda:versionTag=\"2\" ", "", "file.noVersionTag", "complaint"),
                broken(ATTEMPTS, "<description>Follow-up call, three attempts: not reached | 服务回访已满三次：计为未接通</description>", "", "words.noRuleDescription", "rule_followUpGiveUp"),
                broken(ATTEMPTS, "name=\"name.zh-CN\" value=\"用途\"", "name=\"name.zh-CN\" value=\"\"", "words.noChinese", "input_purpose"),
                broken(ATTEMPTS, " camunda:versionTag=\"1\"", "", "file.noVersionTag", "attempts"),
                // phases
                broken(COMPLAINT, "<bpmn:terminateEventDefinition id=\"terminate_triaged\" />", "", "phase.staysOpen", "event_triaged"),
                // tables
                broken(ATTEMPTS, "&gt;= 3", "&gt;= 4", "table.gap", "decisionTable_attempts"),
                broken(ATTEMPTS, "&gt;= 3", "&gt;= 2", "table.overlap", "rule_followUpGiveUp"),
                broken("bpmn/evaluation.dmn", "\"DISSATISFIED\"", "\"CROSS\"", "table.unknownWord", ""),
                broken(SEVERITY, "<text>\"S2\"</text>", "<text>\"S9\"</text>", "table.unknownResult", ""),
                broken(SEVERITY, "\"S1\", \"S2\", \"S3\", \"S4\"", "", "table.neverReached", ""),
                broken(POLICY, "\"10 bd\"", "\"20 bd\"", "policy.laterThanPromised", "sla-policy"));
    }

    private static Arguments broken(String file, String from, String to, String key, String element) {
        return broken(file, from, to, key, element, file);
    }

    private static Arguments broken(String file, String from, String to, String key, String element, String told) {
        return arguments(file, from, to, key, element, told);
    }

    @ParameterizedTest(name = "{3} at {4}")
    @MethodSource("broken")
    void aModelThatBreaksARuleIsToldAtTheElement(String file, String from, String to, String key, String element, String told) {
        ModelSet set = Shipped.with(file, Shipped.changed(file, from, to));

        List<Finding> found = checks.check(set, Set.of(told));

        assertThat(found).anySatisfy(finding -> {
            assertThat(finding.key()).isEqualTo("studio.finding.house." + key);
            assertThat(finding.file()).isEqualTo(told);
            if (!element.isEmpty()) {
                assertThat(finding.element()).isEqualTo(element);
            }
        });
        assertThat(found).allSatisfy(this::speaksBothLanguages);
    }

    @Test
    void theShippedModelsHaveNoErrors() {
        List<Finding> found = checks.check(Shipped.set(), Shipped.set().files().keySet());

        assertThat(found).filteredOn(finding -> finding.weight() == Weight.ERROR).isEmpty();
        // what computes cannot be examined, and is told as that
        assertThat(found).allSatisfy(finding -> assertThat(finding.key()).isEqualTo("studio.finding.house.table.computes"));
    }

    @Test
    void aFileThatGoesIsMissedByWhoNeedsIt() {
        Map<String, byte @Nullable []> without = new HashMap<>();
        without.put("forms/userTask_signForCase.form", null);
        without.put("bpmn/routing.dmn", null);
        without.put("bpmn/ladder.dmn", null);

        List<Finding> found = checks.check(Shipped.set().with(without), without.keySet());

        assertThat(found).extracting(Finding::file, Finding::element, finding -> finding.key().replace("studio.finding.house.", ""))
                .contains(org.assertj.core.groups.Tuple.tuple(COMPLAINT, "userTask_signForCase", "form.missing"),
                        org.assertj.core.groups.Tuple.tuple(COMPLAINT, "businessRuleTask_proposeTeam", "decision.missing"),
                        org.assertj.core.groups.Tuple.tuple("bpmn/ladder.dmn", "", "file.needed"));
    }

    @Test
    void aRoleWhosePeopleAreAllGoneIsTold() {
        ModelSet set = Shipped.with(COMPLAINT, Shipped.changed(COMPLAINT, "candidateGroups=\"CALLBACK_AGENT\"", "candidateGroups=\"SERVICE_DIRECTOR\""));
        assertThat(keys(checks.check(set, Set.of(COMPLAINT)))).doesNotContain("people.nobody");

        organisation.withRole(Role.SERVICE_DIRECTOR).forEach(person -> organisation.save(new Person(person.username(), person.name(), person.email(), person.phone(), false,
                person.roles(), person.teams(), person.leads())));

        assertThat(checks.check(set, Set.of(COMPLAINT))).filteredOn(finding -> finding.key().endsWith("people.nobody")).singleElement()
                .satisfies(finding -> assertThat(finding.element()).isEqualTo("userTask_recallCustomer"));
    }

    @Test
    void everyKeyThatARuleUsesHasASentence() {
        Pattern used = Pattern.compile("\"([a-z]+\\.[a-z][A-Za-z]+)\"");
        Pattern engine = Pattern.compile("know\\([^;]*\"([a-zA-Z]+)\"\\);");
        Set<String> keys = new TreeSet<>();
        Sources.of("org.redress.process.studio").values().forEach(source -> {
            engine.matcher(source).results().forEach(match -> keys.add("studio.finding.engine." + match.group(1)));
            source.lines().filter(line -> line.contains("found.") || line.contains("return \"timer") || line.contains("? \"timer") || line.contains("? \"words")
                    || line.contains(": \"words")).flatMap(line -> used.matcher(line).results()).map(match -> match.group(1))
                    .filter(key -> !key.startsWith("redress.") && !key.startsWith("name.")).forEach(key -> keys.add("studio.finding.house." + key));
        });
        assertThat(keys).hasSizeGreaterThan(90);
        assertThat(keys).allSatisfy(key -> speaksBothLanguages(new Finding("x", "", Finding.Layer.HOUSE, Weight.ERROR, key, List.of("a", "b", "c"))));
    }

    private void speaksBothLanguages(Finding finding) {
        String english = texts.text(finding, Locale.ENGLISH);
        String chinese = texts.text(finding, Locale.SIMPLIFIED_CHINESE);
        assertThat(english).doesNotContainPattern("\\{\\d").hasSizeGreaterThan(20);
        assertThat(chinese).doesNotContainPattern("\\{\\d").containsPattern("\\p{IsHan}").isNotEqualTo(english);
    }

    private static List<String> keys(List<Finding> found) {
        return found.stream().map(finding -> finding.key().replace("studio.finding.house.", "")).collect(Collectors.toCollection(ArrayList::new));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A process drawn from nothing, for what no shipped model has. */
    private static String process(String body, String around) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="test">
                  <bpmn:process id="probe" isExecutable="true" camunda:historyTimeToLive="P30D">
                    <bpmn:startEvent id="event_begun"><bpmn:outgoing>flow_on</bpmn:outgoing></bpmn:startEvent>
                    <bpmn:sequenceFlow id="flow_on" sourceRef="event_begun" targetRef="x"/>
                %s
                  </bpmn:process>
                %s
                </bpmn:definitions>
                """.formatted(body, around);
    }

    static Stream<Arguments> drawn() {
        return Stream.of(
                arguments("<bpmn:callActivity id='x' calledElement='elsewhere' camunda:calledElementBinding='deployment'><bpmn:incoming>flow_on</bpmn:incoming></bpmn:callActivity>", "",
                        "call.missing", "x"),
                arguments("<bpmn:callActivity id='x' calledElement='extension' camunda:calledElementBinding='deployment'><bpmn:incoming>flow_on</bpmn:incoming></bpmn:callActivity>", "",
                        "call.noCase", "x"),
                arguments("<bpmn:task id='x'><bpmn:incoming>flow_on</bpmn:incoming></bpmn:task>", "", "end.missing", "x"),
                arguments("<bpmn:endEvent id='x'><bpmn:incoming>flow_on</bpmn:incoming></bpmn:endEvent><bpmn:endEvent id='event_lost'/>", "", "end.unreached", "event_lost"),
                arguments("<bpmn:endEvent id='x'><bpmn:incoming>flow_on</bpmn:incoming></bpmn:endEvent>", "", "id.form", "x"),
                arguments("<bpmn:endEvent id='x'><bpmn:incoming>flow_on</bpmn:incoming></bpmn:endEvent>", "", "words.noName", "x"),
                arguments("<bpmn:endEvent id='x'><bpmn:incoming>flow_on</bpmn:incoming></bpmn:endEvent>", "", "words.noDocumentation", "probe"),
                arguments("<bpmn:endEvent id='x'><bpmn:incoming>flow_on</bpmn:incoming><bpmn:errorEventDefinition id='e' errorRef='error'/></bpmn:endEvent>",
                        "<bpmn:error id='error' errorCode='LOST'/>", "code.uncaught", "x"),
                arguments("<bpmn:endEvent id='x'><bpmn:incoming>flow_on</bpmn:incoming><bpmn:escalationEventDefinition id='e' escalationRef='up'/></bpmn:endEvent>",
                        "<bpmn:escalation id='up' escalationCode='lost'/>", "code.unheard", "x"),
                arguments("<bpmn:endEvent id='x'><bpmn:incoming>flow_on</bpmn:incoming><bpmn:escalationEventDefinition id='e' escalationRef='up'/></bpmn:endEvent>",
                        "<bpmn:escalation id='up' escalationCode='lost'/>", "code.form", "up"),
                arguments("<bpmn:receiveTask id='x'><bpmn:incoming>flow_on</bpmn:incoming></bpmn:receiveTask>", "", "message.none", "x"),
                arguments("<bpmn:intermediateCatchEvent id='x'><bpmn:incoming>flow_on</bpmn:incoming><bpmn:signalEventDefinition id='s' signalRef='sig'/></bpmn:intermediateCatchEvent>",
                        "<bpmn:signal id='sig' name='dawn'/>", "message.noSignal", "x"),
                arguments("<bpmn:endEvent id='x'><bpmn:incoming>flow_on</bpmn:incoming></bpmn:endEvent><bpmn:startEvent id='event_also'><bpmn:outgoing>flow_also</bpmn:outgoing>"
                        + "<bpmn:messageEventDefinition id='m' messageRef='wanted'/></bpmn:startEvent><bpmn:sequenceFlow id='flow_also' sourceRef='event_also' targetRef='x'/>",
                        "<bpmn:message id='wanted' name='briefing.wanted'/>", "message.startsTwice", "event_also"),
                arguments("<bpmn:userTask id='x' camunda:candidateGroups='COMPLAINT_SPECIALIST' camunda:formRef='userTask_awaitAnswer' camunda:formRefBinding='deployment'>"
                        + "<bpmn:incoming>flow_on</bpmn:incoming><bpmn:outgoing>flow_off</bpmn:outgoing></bpmn:userTask><bpmn:sequenceFlow id='flow_off' sourceRef='x' targetRef='g'/>"
                        + "<bpmn:exclusiveGateway id='g' default='flow_no'><bpmn:incoming>flow_off</bpmn:incoming><bpmn:outgoing>flow_yes</bpmn:outgoing><bpmn:outgoing>flow_no</bpmn:outgoing>"
                        + "</bpmn:exclusiveGateway><bpmn:endEvent id='a'><bpmn:incoming>flow_yes</bpmn:incoming></bpmn:endEvent><bpmn:endEvent id='b'><bpmn:incoming>flow_no</bpmn:incoming>"
                        + "</bpmn:endEvent><bpmn:sequenceFlow id='flow_yes' sourceRef='g' targetRef='a'><bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>${decision == 'YES'}"
                        + "</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:sequenceFlow id='flow_no' sourceRef='g' targetRef='b'/>", "", "form.doesNotAsk", "x"));
    }

    @ParameterizedTest(name = "{2} at {3}")
    @MethodSource("drawn")
    void aProcessDrawnFromNothingIsToldTheSameWay(String body, String around, String key, String element) {
        ModelSet set = Shipped.set().with(Map.of("bpmn/probe.bpmn", bytes(process(body, around))));

        List<Finding> found = checks.check(set, Set.of("bpmn/probe.bpmn"));

        assertThat(found).as("%s", found).anySatisfy(finding -> {
            assertThat(finding.key()).isEqualTo("studio.finding.house." + key);
            assertThat(finding.element()).isEqualTo(element);
        });
        assertThat(found).allSatisfy(this::speaksBothLanguages);
    }
}
