package org.redress.process;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.redress.complaint.CategoryClass;
import org.redress.complaint.Channel;
import org.redress.customer.Segment;
import org.redress.deadline.ClockKind;
import org.redress.deadline.Severity;
import org.redress.escalation.LadderAction;
import org.redress.escalation.LadderAudience;
import org.redress.shared.Business;
import org.redress.survey.Meaning;

/** What models and the house say to each other, as the checks of the studio know it. */
final class HouseWords {

    /** Messages that adapters of this package send into processes. */
    static final Set<String> MESSAGES = sorted("briefing.wanted", "call.declined", "complaint.ended", "complaint.reopened", "complaint.resumed",
            "complaint.transferred", "complaint.waiting", "complaint.withdrawn");

    /** Processes that adapters of this package start, and tables they ask. */
    static final Set<String> FILES = sorted("bpmn/briefing.bpmn", "bpmn/callback.bpmn", "bpmn/complaint.bpmn", "bpmn/escalation.bpmn", "bpmn/extension.bpmn",
            "bpmn/evaluation.dmn", "bpmn/ladder.dmn", "bpmn/sampling.dmn", "bpmn/sla-policy.dmn");

    /** Lists of options that {@link TaskFormsAdapter} fills. */
    static final Set<String> LISTS = sorted("categories", "teams");

    /** What only the step answered last has left. */
    static final Set<String> ANSWERS = Set.of(Vars.DECISION, Vars.REACHED, Vars.SOLVED, Vars.REASON, Vars.RETRY_AT, Vars.RATING);

    /** What completing a step of the house carries: promised to clients of the API. */
    static final Map<String, Set<String>> FORM_KEYS = Map.of(
            "userTask_callCustomer", Set.of("reached", "appointmentKept", "rating", "suggestion", "complaint", "complaintSummary", "retryAt"),
            "userTask_triageComplaint", Set.of("decision", "team", "category", "severity", "severityReason", "mergeInto", "reason"),
            "userTask_signForCase", Set.of("decision", "reason"),
            "userTask_resolveComplaint", Set.of("contactedCustomerAt", "customerStatement", "employeeStatement", "finding", "remedies", "amount", "rootCause",
                    "basisForResolution"),
            "userTask_reviewResolution", Set.of("decision", "verdict", "liableParty", "causedByService", "reason"),
            "userTask_recallCustomer", Set.of("reached", "solved", "scale", "rating", "dissatisfactionReason", "retryAt"),
            "userTask_answerSupervisionOrder", Set.of("action", "team", "reason"),
            "userTask_decideExtension", Set.of("decision", "reason"));

    private static final Map<String, Set<String>> FACTS = Map.ofEntries(
            Map.entry("severity", names(Severity.values())), Map.entry("severityOverride", names(Severity.values())),
            Map.entry("clock", names(ClockKind.values())), Map.entry("channel", names(Channel.values())), Map.entry("segment", names(Segment.values())),
            Map.entry("business", names(Business.values())), Map.entry("categoryClass", names(CategoryClass.values())),
            Map.entry("meaning", names(Meaning.values())), Map.entry("purpose", sorted("FOLLOW_UP", "RECALL")), Map.entry("next", sorted("GIVE_UP", "RETRY")),
            Map.entry("trigger", sorted("AGE", "CAPTURED", "DISSATISFIED", "HAND_OVER", "SHARE")), Map.entry("action", names(LadderAction.values())),
            Map.entry("audience", names(LadderAudience.values())));

    private HouseWords() {
    }

    /** Words of a fact that are the same in every company; empty where anything can come. */
    static Set<String> of(String fact) {
        return FACTS.getOrDefault(fact, Set.of());
    }

    /** Every name of {@link Vars} and {@link RuleFacts}. */
    static Set<String> variables() {
        Set<String> names = new TreeSet<>(List.of("words", "channel", "segment", "category", "categoryClass", "area", "business", "safety", "media", "groupSize",
                "repeat", "leadership", "severityOverride", "sourceQueue"));
        for (Field field : Vars.class.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                try {
                    names.add(String.valueOf(field.get(null)));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("A name of this package cannot be read", e);
                }
            }
        }
        return names;
    }

    private static Set<String> names(Enum<?>[] constants) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.stream(constants).map(Enum::name).toList()));
    }

    private static Set<String> sorted(String... words) {
        return Collections.unmodifiableSet(new TreeSet<>(List.of(words)));
    }
}
