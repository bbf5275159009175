package org.redress.process.studio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The engine's own sentences, which exist in English only, as sentences of the house. What it says seldom is quoted, with a sentence around
 * it that says whose words they are.
 */
final class EngineWords {

    private static final Map<Pattern, String> KNOWN = new LinkedHashMap<>();

    static {
        know("Exclusive Gateway '[^']*' has no outgoing sequence flows.*", "gatewayEnds");
        know("Exclusive Gateway '[^']*' has only one outgoing sequence flow \\('([^']*)'\\).*", "oneWayCondition");
        know("Exclusive Gateway .* has outgoing sequence flow '([^']*)' which is the default flow but has a condition too.*", "defaultCondition");
        know("Exclusive Gateway .* has outgoing sequence flow '([^']*)' without condition which is not the default flow.*", "flowCondition");
        know(".* must define a startEvent element.*", "noStart");
        know("multiple none start events or timer start events not supported.*", "manyStarts");
        know("multiple start events not supported for subprocess.*", "manyStartsInside");
        know("Invalid source '([^']*)' of sequence flow '[^']*'.*", "flowFromNowhere");
        know("Invalid destination '([^']*)' of sequence flow '[^']*'.*", "flowToNowhere");
        know("attribute 'messageRef' is required.*", "noMessage");
        know("Invalid 'messageRef': no message with id '([^']*)' found.*", "unknownMessage");
        know("Cannot have a message event subscription with an empty or missing name.*", "messageWithoutName");
        know("Cannot have more than one (?:message|signal) event subscription with name '([^']*)' for scope .*", "messageTwice");
        know("Timer needs configuration.*", "timerEmpty");
        know("Invalid reference in boundary event.*", "boundaryNowhere");
        know("Unsupported boundary event type.*", "boundaryEmpty");
        know("Unsupported intermediate catch event type.*", "catchEmpty");
        know("start event of event subprocess must be of type.*", "eventSubProcessStart");
        know("error start event of event subprocess must be interrupting.*", "errorStartInterrupts");
        know("'errorRef' attribute is mandatory on error end event.*", "errorMissing");
        know("'errorCode' is mandatory on errors.*", "errorCodeMissing");
        know("(?:throwing escalation event|escalation end event) must have an 'escalationCode'.*", "escalationCodeMissing");
        know("(?:escalationEventDefinition does not have required attribute 'escalationRef'|could not find escalation with id).*", "escalationMissing");
        know("(?:signalEventDefinition does not have required property 'signalRef'|Could not find signal with id).*", "signalMissing");
        know("Event based gateway can only be connected to elements of type intermediateCatchEvent.*", "eventGateway");
        know("Either loopCardinality or loopDataInputRef/activiti:collection must be set.*", "loopEmpty");
        know("Conditional event must contain an expression.*", "conditionalEmpty");
        know("Missing attribute 'calledElement' or 'caseRef'.*", "nothingCalled");
        know("Invalid reference in 'bpmnElement' attribute, (?:activity|sequenceFlow) (\\S+?) ?not found.*", "drawingOfNothing");
        know("Minimum 2 waypoint elements.*", "edgeWithoutWay");
        know("Ignoring unsupported activity type.*", "ignored");
        know("(?s).*Error parsing '(.*)': (?:syntax|lexical) error.*", "expression");
        know("(?s).*(?:History Time To Live|historyTimeToLive|HTTL).*", "timeToLive");
        know("cvc-id\\.2: There are multiple occurrences of ID value '([^']*)'.*", "idTwice");
        know("cvc-attribute\\.3: The value '([^']*)' of attribute '(?:id|sourceRef|targetRef)' .*", "idForm");
        know("cvc-datatype-valid\\.1\\.2\\.1: '([^']*)' is not a valid value for '(?:NCName|QName)'.*", "idForm");
        know("(?s)cvc-[\\w.-]+: (.*)", "schema");
    }

    private EngineWords() {
    }

    private static void know(String pattern, String key) {
        KNOWN.put(Pattern.compile(pattern), key);
    }

    /** @param element id, empty where the engine names none: then the sentence is searched for one */
    static void tell(String sentence, String element, boolean error, Places places, Findings found) {
        String at = element.isEmpty() ? places.namedIn(sentence) : element;
        for (Map.Entry<Pattern, String> known : KNOWN.entrySet()) {
            Matcher matcher = known.getKey().matcher(sentence);
            if (matcher.matches()) {
                Object[] args = matcher.groupCount() == 0 ? new Object[0] : new Object[] {String.valueOf(matcher.group(1))};
                add(at.isEmpty() && args.length > 0 ? places.holding((String) args[0]) : at, error, known.getValue(), found, args);
                return;
            }
        }
        add(at, error, "says", found, sentence);
    }

    private static void add(String at, boolean error, String key, Findings found, Object... args) {
        if (error) {
            found.error(at, key, args);
        } else {
            found.warning(at, key, args);
        }
    }
}
