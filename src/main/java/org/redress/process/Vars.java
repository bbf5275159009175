package org.redress.process;

import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * The whole vocabulary of the processes on one page: ids and what routes, nothing else. Business data live in the tables of the modules.
 */
final class Vars {

    static final String COMPLAINT_ID = "complaintId";
    static final String CALL_ID = "callId";
    static final String SEVERITY = "severity";
    static final String SEVERITY_RULE = "severityRule";
    static final String SEVERITY_REASON_EN = "severityReasonEn";
    static final String SEVERITY_REASON_ZH = "severityReasonZh";
    static final String TEAM = "team";
    static final String DIRECT = "direct";
    static final String OWNER = "owner";
    static final String HANDLER = "handler";
    static final String AGENT = "agent";
    static final String DECISION = "decision";
    static final String REACHED = "reached";
    static final String SOLVED = "solved";
    static final String ATTEMPTS = "attempts";
    static final String RETRY_AT = "retryAt";
    static final String PROMISED = "promised";
    static final String COMPLAINT = "complaint";
    static final String SCALE = "scale";
    static final String RATING = "rating";
    static final String MEANING = "meaning";
    static final String OUTCOME = "outcome";
    static final String CLOCK = "clock";
    static final String STEP_ID = "stepId";
    static final String ORDER_ID = "orderId";
    static final String REQUEST_ID = "requestId";
    static final String ACTION = "action";
    static final String REASON = "reason";
    static final String MANAGER = "manager";
    static final String ASKED_BY = "askedBy";
    static final String BRIEFING_ID = "briefingId";
    static final String PERIOD_KIND = "periodKind";
    static final String PERIOD_FROM = "periodFrom";
    static final String BUSINESS = "business";
    static final String STARTED_BY = "startedBy";
    static final String FRESH = "fresh";

    private Vars() {
    }

    static long complaintId(DelegateExecution execution) {
        return required(execution, COMPLAINT_ID, Long.class);
    }

    static long callId(DelegateExecution execution) {
        return required(execution, CALL_ID, Long.class);
    }

    static long id(DelegateExecution execution, String name) {
        return required(execution, name, Long.class);
    }

    static String text(DelegateExecution execution, String name) {
        return required(execution, name, String.class);
    }

    static @Nullable Date date(DelegateExecution execution, String name) {
        return (Date) execution.getVariable(name);
    }

    /**
     * Reads an id from the process instance itself: variables are loaded scope by scope, and a walk up from a task would cost one
     * statement for each scope.
     */
    static @Nullable Long ofInstance(DelegateExecution execution, String name) {
        Object value = ((ExecutionEntity) execution).getProcessInstance().getVariableLocal(name);
        return value instanceof Long id ? id : null;
    }

    private static <T> T required(DelegateExecution execution, String name, Class<T> type) {
        Object value = execution.getVariable(name);
        if (!type.isInstance(value)) {
            throw new IllegalStateException("Process " + execution.getProcessDefinitionId() + " needs the variable " + name + " of type "
                    + type.getSimpleName() + " but has " + value);
        }
        return type.cast(value);
    }
}
