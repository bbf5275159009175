package org.redress.process;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaptureComplaint;
import org.redress.complaint.Channel;
import org.redress.complaint.ComplaintIntake;
import org.redress.customer.Customer;
import org.redress.customer.CustomerData;
import org.redress.customer.Customers;
import org.redress.organisation.Organisation;
import org.redress.survey.Investigation;
import org.redress.survey.Via;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A dissatisfied answer by link or from another system: the same case that an agent would have opened on the phone (CP-15). */
@Component
class OpenFromAnswer implements Investigation {

    private final ComplaintIntake intake;
    private final Customers customers;
    private final Organisation organisation;
    private final MessageSource messages;
    private final Clock clock;

    OpenFromAnswer(ComplaintIntake intake, Customers customers, Organisation organisation, MessageSource messages, Clock clock) {
        this.intake = intake;
        this.customers = customers;
        this.organisation = organisation;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String open(Dissatisfied answer) {
        Customer customer = customers.find(answer.customerId())
                .orElseThrow(() -> new IllegalStateException("The job " + answer.serviceJob() + " has lost its customer"));
        Locale locale = Locale.forLanguageTag(customer.language());
        return intake.capture(CaptureComplaint.by(answer.via() == Via.OUTSIDE ? Channel.CALLBACK : Channel.WEB)
                .customer(new CustomerData(customer.account(), customer.name(), customer.phone(), customer.segment(), customer.address(),
                        customer.area()))
                .summary(text("process.answer.dissatisfied", locale, text("enum.Business." + answer.business(), locale)))
                .words(answer.words())
                .serviceJob(answer.serviceJob())
                .business(answer.business())
                .note(note(answer, locale))
                .build()).number();
    }

    private String note(Dissatisfied answer, Locale locale) {
        String doneAt = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale)
                .format(answer.doneAt().atZone(clock.getZone()));
        String grade = answer.grade() == null ? text("enum.Rating.NONE", locale) : answer.grade().in(locale);
        String kept = text("process.call.kept." + (answer.appointmentKept() == null ? "unknown" : answer.appointmentKept()), locale);
        return text("process.answer.note", locale, text("enum.Via." + answer.via(), locale), answer.scale().in(locale), grade, kept, doneAt,
                team(answer.team(), locale), person(answer.employee(), locale));
    }

    private String team(@Nullable String code, Locale locale) {
        return code == null ? text("process.call.unnamed", locale) : organisation.team(code).map(team -> team.name().in(locale)).orElse(code);
    }

    private String person(@Nullable String username, Locale locale) {
        return username == null ? text("process.call.unnamed", locale)
                : organisation.person(username).map(person -> person.name().in(locale)).orElse(username);
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
