package org.redress.complaint.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaptureComplaint;
import org.redress.complaint.Categories;
import org.redress.complaint.SeverityFacts;
import org.redress.customer.Customer;
import org.redress.customer.CustomerData;
import org.redress.customer.Segment;
import org.redress.deadline.Calendars;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Reads a {@link CaptureForm} as a complaint, and as what the severity table looks at while it is typed. */
@Component
class CaptureReading {

    private final CategoryChoice choice;
    private final Categories categories;
    private final Calendars calendars;

    CaptureReading(CategoryChoice choice, Categories categories, Calendars calendars) {
        this.choice = choice;
        this.categories = categories;
        this.calendars = calendars;
    }

    /** @param problems takes what cannot be read; the intake checks the rest */
    CaptureComplaint complaint(CaptureForm form, BindingResult problems) {
        if (!form.isAnonymous() && !form.namesSomebody()) {
            problems.rejectValue("phone", "complaint.problem.who");
        }
        String category = choice.code(form.getCategory());
        if (category == null && !form.getCategory().isEmpty()) {
            problems.rejectValue("category", "complaint.problem.category", new Object[] {form.getCategory()}, "");
        }
        CustomerData customer = form.namesSomebody() || !form.getEmail().isEmpty() ? new CustomerData(text(form.getAccount()), text(form.getName()),
                text(form.getPhone()), null, text(form.getAddress()), null).withEmail(text(form.getEmail())) : null;
        return CaptureComplaint.by(form.getChannel()).customer(customer).category(category).summary(form.getSummary())
                .words(text(form.getWords())).remedySought(text(form.getRemedySought()))
                .outsideNumber(form.getChannel().isOutside() ? text(form.getOutsideNumber()) : null)
                .outsideDueAt(form.getChannel().isOutside() ? moment("outsideDueAt", form.getOutsideDueAt(), problems) : null)
                .receivedAt(moment("receivedAt", form.getReceivedAt(), problems)).contactWay(text(form.getContactWay()))
                .groupSize(number(form.getGroupSize(), problems)).safety(form.isSafety()).media(form.isMedia())
                .anonymous(form.isAnonymous()).confidential(form.isConfidential()).severity(form.getSeverity())
                .severityReason(text(form.getSeverityReason())).repeatOf(text(form.getRepeatOf()))
                .note(text(form.getNewReason())).build();
    }

    /** @param customer the one found for what was typed, null where nobody was */
    SeverityFacts facts(CaptureForm form, @Nullable Customer customer) {
        String code = choice.code(form.getCategory());
        String categoryClass = code == null ? "" : categories.find(code).map(category -> category.categoryClass().name()).orElse("");
        int group = form.getGroupSize().matches("[0-9]{1,6}") ? Integer.parseInt(form.getGroupSize()) : 1;
        return new SeverityFacts((form.getSummary() + " " + form.getWords()).strip(), form.getChannel().name(),
                (customer == null ? Segment.ORDINARY : customer.segment()).name(), code == null ? "" : code, categoryClass,
                customer == null || customer.area() == null ? "" : customer.area().toLowerCase(Locale.ROOT), "", form.isSafety(),
                form.isMedia(), group, !form.getRepeatOf().isEmpty(), "", null);
    }

    private @Nullable Instant moment(String field, String typed, BindingResult problems) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed).atZone(calendars.current().zone()).toInstant();
        } catch (DateTimeException e) {
            problems.rejectValue(field, "complaint.problem.moment", new Object[] {typed}, "");
            return null;
        }
    }

    private static int number(String typed, BindingResult problems) {
        if (typed.isEmpty()) {
            return 1;
        }
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            problems.rejectValue("groupSize", "complaint.problem.number", new Object[] {typed}, "");
            return 1;
        }
    }

    private static @Nullable String text(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }
}
