package org.redress.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.complaint.CaseLadder;
import org.redress.complaint.CaseLadder.Standing;
import org.redress.complaint.CustomerAddressed;
import org.redress.deadline.Severity;
import org.redress.notification.Message;
import org.redress.notification.Messages;
import org.redress.notification.Recipient;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.organisation.Team;
import org.redress.shared.Bilingual;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * A step that tells somebody something about the case (发送消息), as designers add it: input parameters {@code to} and, in both languages,
 * {@code textEn} and {@code textZh}. Told once for each time the step is reached.
 */
@Component("sendMessage")
class SendMessage implements ModelStep {

    /** Who hears; whoever is absent is stood in for. */
    enum To {
        /** 经办人 */ HANDLER,
        /** 首问责任人 */ OWNER,
        /** 班组负责人 */ TEAM,
        /** 部门经理 */ DEPARTMENT_MANAGER,
        /** 服务总监 */ SERVICE_DIRECTOR,
        /** 客户 */ CUSTOMER
    }

    private final CaseLadder cases;
    private final Organisation organisation;
    private final Messages messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SendMessage(CaseLadder cases, Organisation organisation, Messages messages, ApplicationEventPublisher events, Clock clock) {
        this.cases = cases;
        this.organisation = organisation;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Standing standing = cases.standing(Vars.complaintId(execution));
        Bilingual text = text(execution);
        String occasion = "step/" + execution.getActivityInstanceId();
        To to = To.valueOf(Vars.text(execution, "to"));
        if (to == To.CUSTOMER) {
            events.publishEvent(new CustomerAddressed(standing.caseId(), standing.number(), occasion, false, text));
            return;
        }
        for (String username : present(named(to, standing))) {
            Recipient recipient = organisation.person(username).map(person -> Recipient.person(username, person.email(), null, person.phone()))
                    .orElseGet(() -> Recipient.person(username, null, null));
            messages.send(new Message(occasion + "/" + username, "step.staff", recipient, values(standing, text), standing.number(),
                    standing.severity() == Severity.S1));
        }
    }

    static Bilingual text(DelegateExecution execution) {
        return new Bilingual(Vars.text(execution, "textEn"), Vars.text(execution, "textZh"));
    }

    private Map<String, String> values(Standing standing, Bilingual text) {
        Map<String, String> values = new LinkedHashMap<>(Map.of("text", Message.both(text), "severity", standing.severity().name(), "summary",
                standing.summary()));
        String team = standing.team();
        if (team != null) {
            values.put("team", organisation.team(team).map(Team::name).map(Message::both).orElse(team));
        }
        return values;
    }

    private List<String> named(To to, Standing standing) {
        String team = standing.team();
        return switch (to) {
            case HANDLER -> Stream.ofNullable(standing.handler()).toList();
            case OWNER -> Stream.ofNullable(standing.owner()).toList();
            case TEAM -> team == null ? List.of()
                    : organisation.members(team).stream().filter(person -> person.leads().contains(team)).map(Person::username).toList();
            default -> organisation.withRole(Role.valueOf(to.name())).stream().map(Person::username).toList();
        };
    }

    private Set<String> present(List<String> usernames) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        Set<String> there = new LinkedHashSet<>();
        for (String username : usernames) {
            String acting = organisation.standIn(username, today);
            there.add(acting == null ? username : acting);
        }
        return there;
    }
}
