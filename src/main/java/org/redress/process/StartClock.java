package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.complaint.ComplaintLifecycle;
import org.redress.deadline.ClockKind;
import org.springframework.stereotype.Component;

/** A step that starts a clock of the case anew (启动时限), as designers add it: input parameter {@code clock}, one of those that can begin again. */
@Component("startClock")
class StartClock implements ModelStep {

    private final ComplaintLifecycle complaints;

    StartClock(ComplaintLifecycle complaints) {
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        complaints.startClock(Vars.complaintId(execution), ClockKind.valueOf(Vars.text(execution, Vars.CLOCK)));
    }
}
