package org.redress.process;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * Everything the engine can remember except what our own audit trail and clock ledger tell better: the log of jobs, who a task
 * was offered to, each former value of a variable, and the operation log. Saves 8 of 38 statements per completed task.
 */
final class LeanHistory extends AbstractHistoryLevel {

    /** Stored in the database and compared at every start: never change it. */
    static final int ID = 40;
    static final String NAME = "redress";

    private static final Set<HistoryEventTypes> LEFT_OUT = Set.of(
            HistoryEventTypes.JOB_CREATE, HistoryEventTypes.JOB_FAIL, HistoryEventTypes.JOB_SUCCESS, HistoryEventTypes.JOB_DELETE,
            HistoryEventTypes.IDENTITY_LINK_ADD, HistoryEventTypes.IDENTITY_LINK_DELETE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL, HistoryEventTypes.FORM_PROPERTY_UPDATE,
            HistoryEventTypes.USER_OPERATION_LOG);

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        return !(type instanceof HistoryEventTypes known && LEFT_OUT.contains(known));
    }
}
