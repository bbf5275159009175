package org.redress.complaint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.customer.CustomerData;
import org.redress.customer.Email;
import org.redress.customer.Phone;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;

/** Says of every field of a complaint what is wrong with it. */
final class IntakeCheck {

    private static final int LONGEST_WORDS = 20_000;
    private static final int LARGEST_GROUP = 100_000;
    /** Clocks of two systems differ a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final CaptureComplaint complaint;
    private final Instant now;
    private final List<FieldProblem> problems = new ArrayList<>();

    private IntakeCheck(CaptureComplaint complaint, Instant now) {
        this.complaint = complaint;
        this.now = now;
    }

    /** @param known what the database said of category, repeated case and team */
    static void check(CaptureComplaint complaint, IntakeLookup.Known known, Instant now) {
        IntakeCheck check = new IntakeCheck(complaint, now);
        check.texts();
        check.moments();
        check.customer();
        check.severity();
        check.references(known);
        if (!check.problems.isEmpty()) {
            throw Problem.invalid(check.problems);
        }
    }

    private void texts() {
        String summary = complaint.summary();
        if (summary == null || summary.isBlank()) {
            problem("summary", "complaint.problem.required");
        }
        longest("summary", summary, 300);
        longest("words", complaint.words(), LONGEST_WORDS);
        longest("remedySought", complaint.remedySought(), 2000);
        longest("outsideOrder.number", complaint.outsideNumber(), 64);
        longest("contactWay", complaint.contactWay(), 100);
        longest("serviceJob", complaint.serviceJob(), 100);
        if (complaint.groupSize() < 1 || complaint.groupSize() > LARGEST_GROUP) {
            problem("groupSize", "complaint.problem.range", 1, LARGEST_GROUP);
        }
    }

    private void moments() {
        Instant received = complaint.receivedAt();
        if (received != null && received.isAfter(now.plus(TOLERANCE))) {
            problem("receivedAt", "complaint.problem.future");
        }
        Instant outside = complaint.outsideDueAt();
        if (outside != null && !outside.isAfter(received == null ? now : received)) {
            problem("outsideOrder.dueAt", "complaint.problem.outsideDue");
        }
    }

    private void customer() {
        CustomerData customer = complaint.customer();
        if (customer == null) {
            return;
        }
        String phone = customer.phone();
        if (phone != null && !phone.isBlank() && !Phone.isPlausible(phone)) {
            problem("customer.phone", "complaint.problem.phone", phone);
        }
        String email = customer.email();
        if (email != null && !email.isBlank() && !Email.isPlausible(email.strip())) {
            problem("customer.email", "customer.problem.email", email);
        }
        longest("customer.name", customer.name(), 200);
        longest("customer.account", customer.account(), 64);
        longest("customer.address", customer.address(), 300);
    }

    private void severity() {
        if (complaint.severity() != null && (complaint.severityReason() == null || complaint.severityReason().isBlank())) {
            problem("severityReason", "complaint.problem.severityReason");
        }
        longest("severityReason", complaint.severityReason(), 1000);
    }

    private void references(IntakeLookup.Known known) {
        String category = complaint.category();
        if (category != null && known.category() == null) {
            problem("category", "complaint.problem.category", category);
        }
        String repeatOf = complaint.repeatOf();
        if (repeatOf != null && known.repeatOf() == null) {
            problem("repeatOf", "complaint.problem.unknown", repeatOf);
        }
    }

    private void longest(String field, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            problem(field, "complaint.problem.long", most);
        }
    }

    private void problem(String field, String key, Object... args) {
        problems.add(FieldProblem.of(field, key, args));
    }
}
