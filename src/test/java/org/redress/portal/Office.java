package org.redress.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.redress.complaint.CaseDesk;
import org.redress.complaint.WaitingFor;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.worklist.OpenTask;
import org.redress.worklist.OpenWork;
import org.redress.worklist.TaskDesk;
import org.redress.worklist.TaskKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of the demo company, who work on the cases of customers and write what no customer may read. */
class Office {

    @Autowired
    private TaskDesk tasks;
    @Autowired
    private OpenWork work;
    @Autowired
    private CaseDesk cases;
    @Autowired
    private Organisation organisation;
    @Autowired
    private CurrentActor actors;
    @Autowired
    private JdbcClient jdbc;

    long id(String number) {
        return jdbc.sql("select id from complaint where number = ?").param(number).query(Long.class).single();
    }

    String state(String number) {
        return jdbc.sql("select state from complaint where number = ?").param(number).query(String.class).single();
    }

    void assign(String number) {
        done("specialist", number, Map.of("decision", "ASSIGN", "team", "repair-1", "category", "gas.service.late"));
    }

    void settle(String number) {
        done("specialist", number, Map.of("decision", "SETTLE", "reason", "settle-secret"));
    }

    void reject(String number) {
        done("specialist", number, Map.of("decision", "REJECT", "reason", "reject-secret"));
    }

    void sign(String number) {
        done("handler", number, Map.of("decision", "SIGN"));
    }

    void resolve(String number, String contactedAt) {
        Map<String, Object> answers = new HashMap<>(Map.of("contactedCustomerAt", contactedAt, "customerStatement", "customer-secret",
                "employeeStatement", "employee-secret", "finding", "finding-secret", "remedies", List.of("APOLOGY", "REFUND"),
                "amount", 120, "rootCause", "cause-secret", "basisForResolution", "basis-secret"));
        done("handler", number, answers);
    }

    void accept(String number) {
        done("specialist", number, Map.of("decision", "ACCEPT", "verdict", "UPHELD", "liableParty", "TEAM", "causedByService", true,
                "reason", "review-secret"));
    }

    void recallSolved(String number) {
        done("agent", number, Map.of("reached", true, "solved", true, "scale", "GRADE5", "rating", "GOOD"));
    }

    void waitForCustomer(String number) {
        as("handler", () -> cases.pause(number, null, WaitingFor.CUSTOMER, "pause-secret"));
    }

    void note(String number, String text) {
        as("specialist", () -> cases.note(number, text));
    }

    /** Names of everybody who works here, in both languages. */
    List<String> names() {
        return organisation.people().stream().flatMap(person -> List.of(person.name().en(), person.name().zh()).stream()).toList();
    }

    private void done(String username, String number, Map<String, Object> answers) {
        OpenTask task = work.of(TaskKind.CASE, id(number)).get(0);
        as(username, () -> tasks.complete(actor(username), task.id(), null, answers));
    }

    private void as(String username, Runnable work) {
        actors.callAs(actor(username), () -> {
            work.run();
            return true;
        });
    }

    private Actor actor(String username) {
        Person person = organisation.person(username).orElseThrow();
        return new Actor(username, person.roles().stream().map(Enum::name).collect(Collectors.toSet()), person.teams(), "test");
    }
}
