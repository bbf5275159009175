package org.redress.briefing;

import java.util.LinkedHashMap;
import java.util.Map;

import org.redress.notification.Message;
import org.redress.notification.Messages;
import org.redress.notification.Recipient;
import org.redress.organisation.Person;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells the recipients that a briefing is there. */
@Component
class BriefingMessages {

    private static final String TEMPLATE = "briefing.published";

    private final Messages messages;
    private final RecipientList recipients;
    private final String site;

    BriefingMessages(Messages messages, RecipientList recipients, @Value("${redress.public-url}") String site) {
        this.messages = messages;
        this.recipients = recipients;
        this.site = site.replaceAll("/+$", "");
    }

    void published(Briefing briefing) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", Message.term("enum.PeriodKind." + briefing.period().kind()));
        values.put("period", briefing.period().code());
        if (briefing.business() != null) {
            values.put("business", Message.term("enum.Business." + briefing.business()));
        }
        values.put("link", site + briefing.path());
        String key = "briefing/" + briefing.id();
        for (Person person : recipients.people()) {
            messages.send(new Message(key + "/" + person.username(), TEMPLATE,
                    Recipient.person(person.username(), person.email(), null, person.phone()), values, null, false));
        }
        messages.announce(key, TEMPLATE, values, null, false);
    }
}
