package org.redress.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseCaptured;
import org.redress.complaint.CaseMoved;
import org.redress.complaint.CaseState;
import org.redress.complaint.CustomerAddressed;
import org.redress.complaint.CustomerCases;
import org.redress.complaint.OutsideBodyTold;
import org.redress.notification.Message;
import org.redress.notification.Messages;
import org.redress.notification.Recipient;
import org.redress.shared.Bilingual;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells customers that their complaint was received, has an outcome, is open again; each message with a link of its own. In the
 * transaction of what it tells.
 */
@Component
class CustomerMessages {

    private static final Set<CaseState> ENDS = Set.of(CaseState.CLOSED, CaseState.SETTLED_ON_CALL, CaseState.RECALL_DUE);
    private static final Set<CaseState> BEGINS = Set.of(CaseState.ASSIGNED, CaseState.TRIAGE);

    private final Messages messages;
    private final TrackingLinks links;
    private final CustomerCases cases;
    private final PortalSettings settings;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final MessageSource texts;

    CustomerMessages(Messages messages, TrackingLinks links, CustomerCases cases, PortalSettings settings, Clock clock, JdbcClient jdbc,
            MessageSource texts) {
        this.messages = messages;
        this.links = links;
        this.cases = cases;
        this.settings = settings;
        this.clock = clock;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    private record Contact(@Nullable String name, @Nullable String phone, @Nullable String email, @Nullable String language) {

        boolean isSomebody() {
            return phone != null || email != null;
        }
    }

    /** What another system took in, that system has acknowledged. */
    @EventListener
    void captured(CaseCaptured captured) {
        if (captured.source() == null || PublicComplaints.SOURCE.equals(captured.source())) {
            tell("case.received", captured.number(), captured.caseId(), captured.number(),
                    new Contact(captured.complainant(), captured.phone(), captured.email(), captured.language()));
        }
    }

    @EventListener
    void moved(CaseMoved moved) {
        String occasion = moved.number() + "/" + moved.reopenCount();
        if (moved.to() == CaseState.RECALL_DUE) {
            tell("case.resolved", occasion, moved.caseId(), moved.number(), contact(moved.caseId()), answer(cases.answer(moved.caseId())));
        } else if (ENDS.contains(moved.from()) && BEGINS.contains(moved.to())) {
            tell("case.reopened", occasion, moved.caseId(), moved.number(), contact(moved.caseId()));
        }
    }

    /** Once for a case, whatever made it due. */
    @EventListener
    void outsideBody(OutsideBodyTold told) {
        Contact contact = contact(told.caseId());
        Locale language = contact.language() == null ? Locale.SIMPLIFIED_CHINESE : Locale.forLanguageTag(contact.language());
        PortalSettings.OutsideBody outside = settings.outsideBody();
        Instant since = outside.from(cases.read(told.caseId()).receivedAt(), clock.instant(), clock.getZone());
        tell("clock.outsideBody", told.number(), told.caseId(), told.number(), contact,
                Map.of("body", (outside.name().both().in(language) + " " + outside.phone()).strip(), "since", Message.moment(since)));
    }

    /** What the company's own process says or asks. */
    @EventListener
    void addressed(CustomerAddressed said) {
        tell(said.question() ? "step.question" : "step.customer", said.occasion(), said.caseId(), said.number(), contact(said.caseId()),
                Map.of("text", Message.both(said.text())));
    }

    /** The remedies in words, as they stand on the customer's page. */
    private Map<String, String> answer(CustomerCases.Answer answered) {
        return answered.remedies().isEmpty() ? Map.of() : Map.of("answer",
                Message.both(new Bilingual(inWords(answered, Locale.ENGLISH, ", "), inWords(answered, Locale.SIMPLIFIED_CHINESE, "、"))));
    }

    private String inWords(CustomerCases.Answer answered, Locale locale, String comma) {
        List<String> words = new ArrayList<>();
        answered.remedies().forEach(remedy -> words.add(texts.getMessage("enum.Remedy." + remedy, null, locale)));
        if (answered.amount() != null) {
            words.add(texts.getMessage("portal.outcome.amount", new Object[] {answered.amount()}, locale));
        }
        return String.join(comma, words);
    }

    private void tell(String template, String occasion, long caseId, String number, Contact contact) {
        tell(template, occasion, caseId, number, contact, Map.of());
    }

    private void tell(String template, String occasion, long caseId, String number, Contact contact, Map<String, String> more) {
        if (!contact.isSomebody()) {
            return;
        }
        Map<String, String> values = new LinkedHashMap<>(more);
        values.put("link", links.address(links.make(caseId)));
        cases.promisedBy(caseId).ifPresent(due -> values.put("due", Message.moment(due)));
        messages.send(new Message(template + "/" + occasion, template,
                Recipient.customer(contact.name(), contact.email(), contact.phone(), contact.language()), values, number, false));
    }

    private Contact contact(long caseId) {
        return jdbc.sql("select complainant, phone, email, language from complaint where id = ?").param(caseId)
                .query((row, index) -> new Contact(row.getString("complainant"), row.getString("phone"), row.getString("email"),
                        row.getString("language"))).single();
    }
}
