package org.redress.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.redress.complaint.CaseDesk;
import org.redress.complaint.ComplaintIntake.Captured;
import org.redress.complaint.WaitingFor;
import org.redress.organisation.Organisation;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.worklist.OpenTask;
import org.redress.worklist.OpenWork;
import org.redress.worklist.TaskDesk;
import org.redress.worklist.TaskKind;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The people of the demo company at work: each step is done by the person who may do it, through the same doors as in the browser. */
@Component
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class DemoDesk {

    private final Organisation organisation;
    private final CurrentActor current;
    private final TaskDesk tasks;
    private final OpenWork open;
    private final CaseDesk cases;
    private final Clock clock;

    DemoDesk(Organisation organisation, CurrentActor current, TaskDesk tasks, OpenWork open, CaseDesk cases, Clock clock) {
        this.organisation = organisation;
        this.current = current;
        this.tasks = tasks;
        this.open = open;
        this.cases = cases;
        this.clock = clock;
    }

    Instant ago(Duration time) {
        return clock.instant().minus(time);
    }

    void as(String username, Consumer<Actor> work) {
        var person = organisation.person(username).orElseThrow(() -> new IllegalStateException("No " + username + " in the demo company"));
        var actor = new Actor(username, person.roles().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()), person.teams(), "demo");
        current.callAs(actor, () -> {
            work.accept(actor);
            return true;
        });
    }

    /** Takes the next follow-up call and fills in its sheet; nothing when there is none left. */
    void call(String agent, Map<String, Object> sheet) {
        as(agent, actor -> tasks.claimNext(actor).ifPresent(task -> tasks.complete(actor, task.id(), null, sheet)));
    }

    /** Takes the next follow-up call and keeps it. */
    void takeCall(String agent) {
        as(agent, tasks::claimNext);
    }

    void assign(Captured it, String team, String category) {
        complete(it, "specialist", Map.of("decision", "ASSIGN", "team", team, "category", category));
    }

    void decide(Captured it, String decision, String reason) {
        complete(it, "specialist", Map.of("decision", decision, "reason", reason));
    }

    void sign(Captured it, String handler) {
        complete(it, handler, Map.of("decision", "SIGN"));
    }

    void giveBack(Captured it, String handler, String reason) {
        complete(it, handler, Map.of("decision", "RETURN", "reason", reason));
    }

    void contacted(Captured it, String handler, String said) {
        as(handler, actor -> cases.contacted(it.number(), null, null, said));
    }

    void note(Captured it, String username, String text) {
        as(username, actor -> cases.note(it.number(), text));
    }

    void waitForCustomer(Captured it, String handler, String reason) {
        as(handler, actor -> cases.pause(it.number(), null, WaitingFor.CUSTOMER, reason));
    }

    void resolve(Captured it, String handler, String customer, String employee, String finding, List<String> remedies) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("contactedCustomerAt", clock.instant().minus(Duration.ofMinutes(5)).atZone(clock.getZone()).toOffsetDateTime().toString());
        answers.put("customerStatement", customer);
        answers.put("employeeStatement", employee);
        answers.put("finding", finding);
        answers.put("remedies", remedies);
        answers.put("rootCause", "现场复核不到位，未按作业指导书完成最后一步检查。");
        answers.put("basisForResolution", "已上门复测并由客户当面确认。");
        complete(it, handler, answers);
    }

    void accept(Captured it, String verdict, String liable, boolean causedByService) {
        complete(it, "specialist", Map.of("decision", "ACCEPT", "verdict", verdict, "liableParty", liable, "causedByService", causedByService));
    }

    void rework(Captured it, String reason) {
        complete(it, "specialist", Map.of("decision", "REWORK", "reason", reason));
    }

    void solved(Captured it, String agent, String rating) {
        complete(it, agent, Map.of("reached", true, "solved", true, "scale", "GRADE5", "rating", rating));
    }

    void notSolved(Captured it, String agent, String reason) {
        complete(it, agent, Map.of("reached", true, "solved", false, "scale", "GRADE5", "rating", "FAIL", "dissatisfactionReason", reason));
    }

    private void complete(Captured it, String username, Map<String, Object> answers) {
        OpenTask task = open.of(TaskKind.CASE, it.id()).stream().findFirst()
                .orElseThrow(() -> new IllegalStateException(it.number() + " has no open task for " + username));
        as(username, actor -> tasks.complete(actor, task.id(), null, answers));
    }
}
