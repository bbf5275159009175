package org.redress.studio;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.notification.Message;
import org.redress.notification.Messages;
import org.redress.notification.Recipient;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.shared.CurrentActor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells designers what became of a release; nobody is told of their own act. */
@Component
class ReleaseMessages {

    private final Messages messages;
    private final Organisation organisation;
    private final CurrentActor actor;
    private final String site;

    ReleaseMessages(Messages messages, Organisation organisation, CurrentActor actor, @Value("${redress.public-url}") String site) {
        this.messages = messages;
        this.organisation = organisation;
        this.actor = actor;
        this.site = site.replaceAll("/+$", "");
    }

    void asked(Release release) {
        tell("model.asked", release, designers(), Map.of());
    }

    /** It waits for its window. */
    void approved(Release release) {
        tell("model.approved", release, Set.of(release.askedBy()), Map.of());
    }

    void refused(Release release, String by, String reason) {
        tell("model.refused", release, Set.of(release.askedBy()), Map.of("decider", name(by), "reason", reason));
    }

    void released(Release release) {
        Set<String> all = designers();
        all.add(release.askedBy());
        tell("model.released", release, all, Map.of("number", String.valueOf(release.number())));
    }

    /** To both: who asked and who approved it. */
    void failed(Release release, String why) {
        Set<String> both = new HashSet<>(Set.of(release.askedBy()));
        if (release.decidedBy() != null) {
            both.add(release.decidedBy());
        }
        tell("model.failed", release, both, Map.of("failure", Message.term("studio.release.failed." + why)));
    }

    private Set<String> designers() {
        return organisation.withRole(Role.PROCESS_DESIGNER).stream().map(Person::username).collect(Collectors.toCollection(HashSet::new));
    }

    private void tell(String template, Release release, Set<String> usernames, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("title", release.title());
        values.put("by", name(release.askedBy()));
        put(values, "note", release.note());
        put(values, "from", release.notBefore() == null ? null : Message.moment(release.notBefore()));
        put(values, "until", release.notAfter() == null ? null : Message.moment(release.notAfter()));
        values.put("link", site + release.path());
        for (String username : usernames) {
            if (!username.equals(actor.get().username())) {
                organisation.person(username).ifPresent(person -> messages.send(new Message(template + "/" + release.id() + "/" + username, template,
                        Recipient.person(username, person.email(), null, person.phone()), values, null, false)));
            }
        }
    }

    private static void put(Map<String, String> values, String place, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(place, value);
        }
    }

    private String name(String username) {
        return organisation.person(username).map(person -> Message.both(person.name())).orElse(username);
    }
}
