package org.redress.insight.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.redress.complaint.ComplaintWorkflow;
import org.redress.complaint.ComplaintWorkflow.Outline;
import org.redress.insight.Flow;
import org.springframework.stereotype.Component;

/** Names of the steps of the process, in the order in which its outline is read; a step of an older version keeps the name it had there. */
@Component
class FlowNames {

    private static final String STEP = "userTask";

    private final Flow flow;
    private final ComplaintWorkflow workflow;

    FlowNames(Flow flow, ComplaintWorkflow workflow) {
        this.flow = flow;
        this.workflow = workflow;
    }

    List<String> known() {
        return flow.definitions();
    }

    /** The version that new cases run on. */
    String newest() {
        return workflow.current();
    }

    /** What a person does in the version drawn, and whatever else has numbers. */
    Map<String, String> steps(String drawn, List<String> versions, Collection<String> counted, Locale locale) {
        Map<String, String> every = every(drawn, versions, locale);
        Map<String, String> steps = new LinkedHashMap<>();
        flat(workflow.outline(drawn, locale)).filter(each -> each.kind().equals(STEP) || counted.contains(each.id()))
                .forEach(each -> steps.put(each.id(), every.getOrDefault(each.id(), each.id())));
        counted.forEach(element -> steps.putIfAbsent(element, every.getOrDefault(element, element)));
        return steps;
    }

    Map<String, String> every(String drawn, List<String> versions, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.concat(Stream.of(drawn), versions.stream()).distinct().flatMap(version -> flat(workflow.outline(version, locale)))
                .filter(each -> !each.name().isBlank()).forEach(each -> names.putIfAbsent(each.id(), each.name()));
        return names;
    }

    private static Stream<Outline> flat(Outline outline) {
        return Stream.concat(Stream.of(outline), outline.children().stream().flatMap(FlowNames::flat));
    }
}
