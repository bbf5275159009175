package org.redress.process;

import java.util.Locale;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.callback.FollowUpCalls;
import org.redress.callback.FollowUpCalls.CallAnswer;
import org.redress.callback.FollowUpCalls.CallRecord;
import org.redress.complaint.CaptureComplaint;
import org.redress.complaint.Channel;
import org.redress.complaint.ComplaintIntake;
import org.redress.customer.Customer;
import org.redress.customer.CustomerData;
import org.redress.customer.Customers;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A complaint or a dissatisfied answer was heard (CB-11, CP-15): opens a case that carries everything over. */
@Component("openComplaint")
class OpenComplaint implements ModelStep {

    private final FollowUpCalls calls;
    private final ComplaintIntake intake;
    private final Customers customers;
    private final CallNote note;
    private final MessageSource messages;

    OpenComplaint(FollowUpCalls calls, ComplaintIntake intake, Customers customers, CallNote note, MessageSource messages) {
        this.calls = calls;
        this.intake = intake;
        this.customers = customers;
        this.note = note;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CallRecord call = calls.record(Vars.callId(execution));
        CallAnswer answer = call.answer();
        if (answer == null) {
            throw new IllegalStateException("Call " + call.callId() + " has no answer to open a case from");
        }
        Customer customer = customers.find(call.customerId())
                .orElseThrow(() -> new IllegalStateException("Call " + call.callId() + " has lost its customer"));
        CaptureComplaint complaint = CaptureComplaint.by(Channel.CALLBACK)
                .customer(new CustomerData(customer.account(), customer.name(), customer.phone(), customer.segment(), customer.address(),
                        customer.area()))
                .summary(summary(call, answer, customer))
                .words(answer.suggestion())
                .serviceJob(call.jobId())
                .business(call.business())
                .callId(call.callId())
                .note(note.of(call, answer, Locale.forLanguageTag(customer.language())))
                .build();
        String number = intake.capture(complaint).number();
        calls.caseOpened(call.callId(), Vars.text(execution, Vars.OUTCOME), number);
    }

    /** What the agent wrote; else a sentence in the customer's language that names the service. */
    private String summary(CallRecord call, CallAnswer answer, Customer customer) {
        String written = answer.complaintSummary();
        if (written != null && !written.isBlank()) {
            return written;
        }
        Locale locale = Locale.forLanguageTag(customer.language());
        String business = messages.getMessage("enum.Business." + call.business(), null, locale);
        return messages.getMessage("process.call.dissatisfied", new Object[] {business}, locale);
    }
}
