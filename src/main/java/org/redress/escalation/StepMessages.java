package org.redress.escalation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseLadder.Standing;
import org.redress.complaint.ComplaintLifecycle;
import org.redress.deadline.ClockKind;
import org.redress.deadline.Severity;
import org.redress.notification.Message;
import org.redress.notification.Messages;
import org.redress.notification.Recipient;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.shared.Bilingual;
import org.springframework.stereotype.Component;

/** The messages of the ladder, one for each person and step; the key makes that hold whatever is tried again. */
@Component
class StepMessages {

    private final Messages messages;
    private final ComplaintLifecycle complaints;
    private final SupervisionOrders orders;
    private final Organisation organisation;

    StepMessages(Messages messages, ComplaintLifecycle complaints, SupervisionOrders orders, Organisation organisation) {
        this.messages = messages;
        this.complaints = complaints;
        this.orders = orders;
        this.organisation = organisation;
    }

    void send(LadderStepRow step, Standing standing) {
        Map<String, String> values = values(standing);
        boolean clock = step.share() != null;
        put(values, "clock", clock ? Message.term("enum.ClockKind." + step.clock()) : null);
        put(values, "share", clock ? String.valueOf(step.share()) : null);
        put(values, "cause", clock ? null : Message.term("enum.LadderTrigger." + step.cause()));
        // the clock's own moment: the step was due at its share of it
        put(values, "due", clock ? Message.moment(complaints.due(step.caseId(), ClockKind.valueOf(step.clock())).dueAt()) : null);
        if ("MANUAL".equals(step.cause())) {
            orders.ofStep(step.id()).ifPresent(order -> {
                put(values, "by", name(order.by()));
                put(values, "reason", order.reason());
            });
        }
        if (step.action() == LadderAction.REPORT) {
            put(values, "place", standing.place());
            put(values, "due", Message.moment(complaints.due(step.caseId(), ClockKind.FIRST_CONTACT).dueAt()));
        }
        put(values, "note", step.noteZh() == null ? null : Message.both(new Bilingual(String.valueOf(step.noteEn()), step.noteZh())));
        String template = template(step);
        boolean urgent = standing.severity() == Severity.S1;
        String key = "ladder/" + step.id();
        for (String username : step.recipients()) {
            messages.send(new Message(key + "/" + username, template, recipient(username), values, standing.number(), urgent));
        }
        messages.announce(key, template, values, standing.number(), urgent);
    }

    /** 催办 by hand: the holders, and where a team or role has it, its leaders or members. */
    void nudged(Standing standing, List<String> holders, String by, Instant at) {
        Map<String, String> values = values(standing);
        put(values, "by", name(by));
        Set<String> people = new LinkedHashSet<>();
        holders.forEach(holder -> people.addAll(people(holder)));
        for (String username : people) {
            messages.send(new Message("nudge/" + standing.number() + "/" + at.toEpochMilli() + "/" + username, "clock.reminder", recipient(username),
                    values, standing.number(), standing.severity() == Severity.S1));
        }
    }

    void extensionAsked(long request, Standing standing, String by, Instant until) {
        Map<String, String> values = values(standing);
        put(values, "by", name(by));
        put(values, "until", Message.moment(until));
        for (Person manager : organisation.withRole(Role.DEPARTMENT_MANAGER)) {
            messages.send(new Message("extension/" + request + "/" + manager.username(), "extension.asked", recipient(manager.username()), values,
                    standing.number(), false));
        }
    }

    void extensionDecided(long request, Standing standing, ExtensionRequests.Request asked) {
        Map<String, String> values = values(standing);
        put(values, "until", Message.moment(asked.until()));
        put(values, "decision", Message.term("enum.ExtensionDecision." + asked.decision()));
        put(values, "reason", asked.decisionReason());
        messages.send(new Message("extension/" + request + "/decided", "extension.decided", recipient(asked.askedBy()), values, standing.number(),
                false));
    }

    private Set<String> people(String holder) {
        if (organisation.person(holder).isPresent()) {
            return Set.of(holder);
        }
        Set<String> found = new LinkedHashSet<>();
        if (organisation.team(holder).isPresent()) {
            List<Person> members = organisation.members(holder);
            members.stream().filter(person -> person.leads().contains(holder)).forEach(person -> found.add(person.username()));
            if (found.isEmpty()) {
                members.forEach(person -> found.add(person.username()));
            }
        } else {
            for (Role role : Role.values()) {
                if (role.name().equals(holder)) {
                    organisation.withRole(role).forEach(person -> found.add(person.username()));
                }
            }
        }
        return found;
    }

    private Map<String, String> values(Standing standing) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("severity", Message.term("enum.Severity." + standing.severity()));
        values.put("summary", standing.summary());
        put(values, "team", standing.team() == null ? null : organisation.team(standing.team()).map(team -> Message.both(team.name())).orElse(standing.team()));
        put(values, "holder", standing.handler() == null ? null : name(standing.handler()));
        return values;
    }

    private String name(String username) {
        return organisation.person(username).map(person -> Message.both(person.name())).orElse(username);
    }

    private Recipient recipient(String username) {
        Person person = organisation.person(username).orElse(null);
        return Recipient.person(username, person == null ? null : person.email(), null, person == null ? null : person.phone());
    }

    private static String template(LadderStepRow step) {
        return switch (step.action()) {
            case REMIND -> "clock.reminder";
            case BREACH -> "clock.breached";
            case SUPERVISE -> "MANUAL".equals(step.cause()) ? "supervision.ordered" : "clock.supervision";
            case DIRECTOR -> "clock.director";
            case REPORT -> "s1.captured";
            case OUTSIDE_BODY -> throw new IllegalStateException("The customer is told by the portal");
        };
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
