package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Assertions;
import org.redress.RedressTest;
import org.redress.complaint.CaptureComplaint;
import org.redress.complaint.CaseDesk;
import org.redress.complaint.Channel;
import org.redress.complaint.ComplaintIntake;
import org.redress.customer.CustomerData;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.worklist.OpenTask;
import org.redress.worklist.OpenWork;
import org.redress.worklist.TaskDesk;
import org.redress.worklist.TaskKind;
import org.springframework.beans.factory.annotation.Autowired;

/** Base of the tests of the loop: the people of the demo company do its steps through the same services as the pages do. */
abstract class LoopTest extends RedressTest {

    @Autowired
    ComplaintIntake intake;

    @Autowired
    CaseDesk cases;

    @Autowired
    TaskDesk tasks;

    @Autowired
    OpenWork work;

    @Autowired
    Organisation organisation;

    @Autowired
    CurrentActor actors;

    @Autowired
    Jobs jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    Actor person(String username) {
        Person person = organisation.person(username).orElseThrow();
        Set<String> roles = person.roles().stream().map(Enum::name).collect(Collectors.toSet());
        return new Actor(username, roles, person.teams(), "test");
    }

    <T> T as(String username, Supplier<T> act) {
        return actors.callAs(person(username), act);
    }

    void as(String username, Runnable act) {
        as(username, () -> {
            act.run();
            return true;
        });
    }

    /** A case that waits for triage. */
    String captured() {
        return captured("Meter reading far too high");
    }

    String captured(String summary) {
        CaptureComplaint complaint = CaptureComplaint.by(Channel.HOTLINE)
                .customer(new CustomerData(null, "王秀英", "0755 5555 0101", null, null, "north"))
                .category("gas.billing.reading")
                .summary(summary)
                .words("三个月的量一次抄完了")
                .build();
        return as("intake", () -> intake.capture(complaint).number());
    }

    long idOf(String number) {
        return jdbc.sql("select id from complaint where number = ?").param(number).query(Long.class).single();
    }

    String stateOf(String number) {
        return jdbc.sql("select state from complaint where number = ?").param(number).query(String.class).single();
    }

    String outcomeOf(String number) {
        return jdbc.sql("select outcome from complaint where number = ?").param(number).query(String.class).single();
    }

    OpenTask open(String number, String task) {
        return openTasks(number).stream().filter(each -> each.key().equals("userTask_" + task)).findFirst()
                .orElseGet(() -> Assertions.fail(number + " has no open " + task + " but " + openTasks(number)));
    }

    List<OpenTask> openTasks(String number) {
        return work.of(TaskKind.CASE, idOf(number));
    }

    void done(String username, String number, String task, Object... answers) {
        complete(username, open(number, task), answers);
    }

    void complete(String username, OpenTask task, Object... answers) {
        Map<String, Object> given = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            given.put((String) answers[i], answers[i + 1]);
        }
        as(username, () -> tasks.complete(person(username), task.id(), null, given));
    }

    String assigned() {
        String number = captured();
        assign(number, "repair-1");
        return number;
    }

    void assign(String number, String team) {
        done("specialist", number, "triageComplaint", "decision", "ASSIGN", "team", team, "category", "gas.billing.reading");
    }

    String signed() {
        String number = assigned();
        done("handler", number, "signForCase", "decision", "SIGN");
        return number;
    }

    void resolve(String username, String number) {
        done(username, number, "resolveComplaint", "contactedCustomerAt", clock.instant().toString(), "customerStatement", "读数不对",
                "employeeStatement", "Read at dusk", "finding", "Misread by one digit", "remedies", List.of("APOLOGY", "BILL_CORRECTION"),
                "amount", 120, "rootCause", "No second look", "basisForResolution", "Bill corrected, customer agreed");
    }

    String recallDue() {
        String number = signed();
        resolve("handler", number);
        accept(number);
        return number;
    }

    void accept(String number) {
        done("specialist", number, "reviewResolution", "decision", "ACCEPT", "verdict", "UPHELD", "liableParty", "TEAM", "causedByService",
                true);
    }

    void recall(String username, String number, boolean solved) {
        if (solved) {
            done(username, number, "recallCustomer", "reached", true, "solved", true, "scale", "GRADE5", "rating", "GOOD");
        } else {
            done(username, number, "recallCustomer", "reached", true, "solved", false, "scale", "GRADE5", "rating", "FAIL",
                    "dissatisfactionReason", "还是不对");
        }
    }

    /** Elements that runs of the case have passed, in the engine's own history. */
    Set<String> passed(String businessKey) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .flatMap(run -> history.createHistoricActivityInstanceQuery().processInstanceId(run.getId()).finished().list().stream())
                .map(step -> step.getActivityId())
                .collect(Collectors.toSet());
    }

    void assertPassed(String businessKey, String... elements) {
        assertThat(passed(businessKey)).contains(elements);
    }

    void assertNotPassed(String businessKey, String... elements) {
        assertThat(passed(businessKey)).doesNotContainAnyElementsOf(Arrays.asList(elements));
    }

    long jobsOf(String number) {
        return jdbc.sql("""
                select count(*) from public.act_ru_job j join public.act_hi_procinst p on p.proc_inst_id_ = j.process_instance_id_
                 where p.business_key_ = ?""").param(number).query(Long.class).single();
    }

    /** Nothing is left of the process: no token, no job, no row of work. */
    void assertOver(String number) {
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count()).isZero();
        assertThat(openTasks(number)).isEmpty();
        assertThat(jobsOf(number)).isZero();
    }
}
