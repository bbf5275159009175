package org.redress.process.studio;

import java.util.Collection;
import java.util.Set;

import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Where a case goes one of several ways there is always one left, each way says when it is taken, and the condition knows what it asks for. */
final class SplitRule implements ProcessRule {

    @Override
    public void check(ProcessFile process, Models models, House house, Findings found) {
        Known known = models.known(process, house);
        for (SequenceFlow flow : process.all(SequenceFlow.class)) {
            if (flow.getConditionExpression() != null) {
                known.unknownIn(ProcessFile.text(flow.getConditionExpression().getTextContent())).forEach(name -> found.error(flow.getId(), "split.unknownName", name));
            }
        }
        for (Gateway gateway : process.all(Gateway.class)) {
            Collection<SequenceFlow> ways = gateway.getOutgoing();
            if (ways.size() > 1 && ways.stream().anyMatch(way -> way.getConditionExpression() != null)) {
                if (defaultOf(gateway) == null) {
                    found.error(gateway.getId(), "split.noDefault");
                }
                ways.stream().filter(way -> ProcessFile.text(way.getName()).isEmpty()).forEach(way -> found.warning(way.getId(), "split.noAnswer"));
            }
        }
    }

    static Set<String> names(SequenceFlow way) {
        return way.getConditionExpression() == null ? Set.of() : Expressions.names(ProcessFile.text(way.getConditionExpression().getTextContent()));
    }

    private static SequenceFlow defaultOf(Gateway gateway) {
        if (gateway instanceof ExclusiveGateway exclusive) {
            return exclusive.getDefault();
        }
        return gateway instanceof InclusiveGateway inclusive ? inclusive.getDefault() : null;
    }
}
