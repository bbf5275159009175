package org.redress.complaint;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.shared.TryAgain;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the customer does to their own case. Who calls knows that it is theirs; everything is done and written down in the name of the
 * customer, whoever may be signed in at that browser.
 */
@Service
@TryAgain
@Transactional
public class CustomerDesk {

    /** Grades of the scale a customer rates by, best first. */
    public static final List<String> GRADES = List.of("EXCELLENT", "GOOD", "FAIR", "PASS", "FAIL");

    private static final String SCALE = "GRADE5";
    private static final int LONGEST_WORDS = 10_000;
    private static final int LONGEST_REASON = 2000;
    private static final int MOST_FILES = 20;
    private static final Set<CaseState> WITH_OUTCOME = Set.of(CaseState.RECALL_DUE, CaseState.CLOSED, CaseState.SETTLED_ON_CALL);

    private final CaseActs acts;
    private final CaseDocuments documents;
    private final ComplaintIntake intake;
    private final ComplaintWorkflow workflow;
    private final CurrentActor actor;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    CustomerDesk(CaseActs acts, CaseDocuments documents, ComplaintIntake intake, ComplaintWorkflow workflow, CurrentActor actor,
            ApplicationEventPublisher events, JdbcClient jdbc) {
        this.acts = acts;
        this.documents = documents;
        this.intake = intake;
        this.workflow = workflow;
        this.actor = actor;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** A file as it was sent. */
    public record Attachment(String name, byte[] content) {
    }

    /**
     * A complaint with its files, captured by the customer.
     *
     * @throws Problem 413, 422 as for every complaint and every document; then nothing is captured
     */
    public ComplaintIntake.Captured complain(CaptureComplaint complaint, List<Attachment> files) {
        return asCustomer(() -> {
            ComplaintIntake.Captured captured = intake.capture(complaint);
            if (!captured.duplicate()) {
                attach(captured.id(), files);
            }
            return captured;
        });
    }

    /** Adds words, files or both to an open case. Work that waited for the customer goes on. */
    public void add(long caseId, @Nullable String words, List<Attachment> files) {
        String written = words == null ? "" : words.strip();
        if (written.isEmpty() && files.isEmpty()) {
            throw Problem.invalid("words", "complaint.problem.required");
        }
        limit("words", written, LONGEST_WORDS);
        asCustomer(() -> {
            Complaint own = acts.get(caseId);
            own.requireOpen();
            if (!written.isEmpty()) {
                acts.perform("CUSTOMER_WROTE", own, (complaint, by, now) -> complaint.record().say(EventKind.CUSTOMER_WROTE, written));
            }
            attach(caseId, files);
            if (own.record().state() == CaseState.WAITING_CUSTOMER) {
                acts.perform("RESUME", own, (complaint, by, now) -> complaint.resume("", now));
                workflow.resumed(caseId);
            }
            return own;
        });
    }

    /** Takes the complaint back (撤诉). */
    public void withdraw(long caseId, String reason) {
        String why = needed("withdrawReason", reason);
        asCustomer(() -> {
            Complaint own = acts.get(caseId);
            acts.perform("WITHDRAW", own, (complaint, by, now) -> complaint.withdraw(why, now));
            workflow.withdrawn(caseId);
            return own;
        });
    }

    /** @param grade one of {@link #GRADES}; the last one given counts */
    public void rate(long caseId, @Nullable String grade) {
        if (grade == null || !GRADES.contains(grade)) {
            throw Problem.invalid("rating", "complaint.problem.rating");
        }
        asCustomer(() -> {
            Complaint own = acts.get(caseId);
            if (!WITH_OUTCOME.contains(own.record().state())) {
                throw Problem.conflict("complaint.problem.notRated", own.number());
            }
            acts.perform("CUSTOMER_RATED", own,
                    (complaint, by, now) -> complaint.record().say(EventKind.CUSTOMER_RATED, SCALE + "." + grade));
            jdbc.sql("insert into customer_rating (complaint_id, at, scale, rating) values (?, ?, ?, ?)")
                    .params(caseId, Db.at(acts.now()), SCALE, grade).update();
            events.publishEvent(rated(caseId, own, grade));
            return own;
        });
    }

    /** The customer is not content: the same case goes on. @throws Problem 409 later than 14 days after the end */
    public void reopen(long caseId, @Nullable String reason) {
        String why = needed("reopenReason", reason);
        asCustomer(() -> {
            Complaint own = acts.get(caseId);
            acts.perform("REOPEN", own, (complaint, by, now) -> complaint.reopen(why, now));
            CaseRecord record = own.record();
            workflow.reopened(caseId, own.number(), record.team(), record.owner());
            return own;
        });
    }

    private CustomerRated rated(long caseId, Complaint own, String grade) {
        return jdbc.sql("""
                select coalesce(c.business, j.business) as business, c.customer_id, c.team, coalesce(c.resolved_at, c.closed_at, c.received_at) as outcome_at
                from complaint c left join service_job j on j.external_id = c.service_job where c.id = ?""")
                .param(caseId)
                .query((row, number) -> {
                    String business = row.getString("business");
                    return new CustomerRated(caseId, own.number(), business == null ? null : Business.valueOf(business),
                            row.getObject("customer_id", Long.class), row.getString("team"), Db.moment(row, "outcome_at"), SCALE, grade, acts.now());
                }).single();
    }

    private void attach(long caseId, List<Attachment> files) {
        if (files.isEmpty()) {
            return;
        }
        int already = jdbc.sql("select count(*) from case_document where complaint_id = ? and added_by = ?")
                .params(caseId, Actor.CUSTOMER).query(Integer.class).single();
        if (already + files.size() > MOST_FILES) {
            throw Problem.invalid("files", "complaint.problem.customerFiles", MOST_FILES);
        }
        files.forEach(file -> documents.addFromCustomer(caseId, file.name(), file.content()));
    }

    private <T> T asCustomer(Supplier<T> work) {
        return actor.callAs(Actor.customer(actor.get().origin()), work);
    }

    private static String needed(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid(field, "complaint.problem.required");
        }
        limit(field, text.strip(), LONGEST_REASON);
        return text.strip();
    }

    private static void limit(String field, String text, int most) {
        if (text.length() > most) {
            throw Problem.invalid(field, "complaint.problem.long", most);
        }
    }
}
