package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.complaint.CaseState.ASSIGNED;
import static org.redress.complaint.CaseState.CAPTURED;
import static org.redress.complaint.CaseState.CLOSED;
import static org.redress.complaint.CaseState.IN_PROGRESS;
import static org.redress.complaint.CaseState.MERGED;
import static org.redress.complaint.CaseState.RECALL_DUE;
import static org.redress.complaint.CaseState.REFERRED_OUT;
import static org.redress.complaint.CaseState.REJECTED;
import static org.redress.complaint.CaseState.RESOLVED;
import static org.redress.complaint.CaseState.SETTLED_ON_CALL;
import static org.redress.complaint.CaseState.TRIAGE;
import static org.redress.complaint.CaseState.WAITING_CUSTOMER;
import static org.redress.complaint.CaseState.WAITING_THIRD_PARTY;
import static org.redress.complaint.CaseState.WITHDRAWN;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.complaint.ComplaintLifecycle.RecallAnswer;
import org.redress.complaint.ComplaintLifecycle.Resolution;
import org.redress.deadline.Severity;
import org.redress.shared.Bilingual;
import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every change of state from every state: those of the table succeed, all others are 409 and write nothing. */
class LifecycleGuardTest {

    private static final Resolution RESOLUTION =
            new Resolution(null, "customer", "employee", "finding", Set.of(Remedy.APOLOGY), null, "cause", "basis");
    private static final ComplaintLifecycle CASES = ComplaintKit.bean(ComplaintLifecycle.class);
    private static final CaseDesk DESK = ComplaintKit.bean(CaseDesk.class);
    private static final JdbcClient JDBC = ComplaintKit.bean(JdbcClient.class);

    interface Verb {

        void on(long id, String number);
    }

    /** @param to state it leads to; the state itself where it stays */
    record Change(String name, Set<CaseState> from, CaseState to, Verb verb) {

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeEach
    void asSpecialist() {
        ComplaintKit.who = ComplaintKit.specialist();
    }

    static Stream<Change> changes() {
        Set<CaseState> open = EnumSet.complementOf(EnumSet.of(REJECTED, MERGED, SETTLED_ON_CALL, CLOSED, REFERRED_OUT, WITHDRAWN));
        return Stream.of(
                new Change("classify", Set.of(CAPTURED), TRIAGE,
                        (id, no) -> CASES.classify(id, Severity.S3, "other", new Bilingual("a", "b"), "repair-1", false)),
                new Change("assign", Set.of(TRIAGE), ASSIGNED, (id, no) -> CASES.assign(id, "repair-2", "gas.quality.leak", null, null)),
                new Change("reject", Set.of(TRIAGE), REJECTED, (id, no) -> CASES.reject(id, "why")),
                new Change("merge", Set.of(TRIAGE), MERGED, (id, no) -> CASES.merge(id, ComplaintKit.capture("target").number(), null)),
                new Change("settle", Set.of(TRIAGE), SETTLED_ON_CALL, (id, no) -> CASES.settle(id, "done")),
                new Change("referOut", Set.of(TRIAGE), REFERRED_OUT, (id, no) -> CASES.referOut(id, "elsewhere")),
                new Change("sign", Set.of(ASSIGNED), IN_PROGRESS, (id, no) -> CASES.sign(id)),
                new Change("return", Set.of(ASSIGNED), TRIAGE, (id, no) -> CASES.returnToTriage(id, "not ours")),
                new Change("resolve", Set.of(IN_PROGRESS), RESOLVED, (id, no) -> CASES.resolve(id, RESOLUTION)),
                new Change("rework", Set.of(RESOLVED), IN_PROGRESS, (id, no) -> CASES.rework(id, "more")),
                new Change("accept", Set.of(RESOLVED), RECALL_DUE, (id, no) -> CASES.accept(id, Verdict.UPHELD, LiableParty.TEAM, true, null)),
                new Change("recall", Set.of(RECALL_DUE), RECALL_DUE,
                        (id, no) -> CASES.recalled(id, new RecallAnswer(true, "GRADE3", "GOOD", null), null)),
                new Change("close", Set.of(RECALL_DUE), CLOSED, (id, no) -> CASES.close(id, "SOLVED")),
                new Change("reopenUnsolved", Set.of(RECALL_DUE), ASSIGNED, (id, no) -> CASES.reopenUnsolved(id)),
                new Change("pause", Set.of(IN_PROGRESS), WAITING_CUSTOMER, (id, no) -> DESK.pause(no, null, WaitingFor.CUSTOMER, "abroad")),
                new Change("resume", Set.of(WAITING_CUSTOMER, WAITING_THIRD_PARTY), IN_PROGRESS, (id, no) -> DESK.resume(no, null, "back")),
                new Change("withdraw", open, WITHDRAWN, (id, no) -> DESK.withdraw(no, null, "no more")),
                new Change("reopen", Set.of(CLOSED, SETTLED_ON_CALL), ASSIGNED, (id, no) -> DESK.reopen(no, null, "again")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void leavesOnlyTheStatesOfTheTable(Change change) {
        List<CaseState> succeeded = new ArrayList<>();
        for (CaseState state : CaseState.values()) {
            ComplaintIntake.Captured at = at(state);
            if (change.from().contains(state)) {
                change.verb().on(at.id(), at.number());
                // What was settled on the call never had a team: it goes back to who assigns one.
                CaseState to = state == SETTLED_ON_CALL ? TRIAGE : change.to();
                assertThat(ComplaintKit.state(at.id())).as("%s from %s", change, state).isEqualTo(to.name());
                succeeded.add(state);
            } else {
                Map<String, Object> before = traces(at);
                assertThatThrownBy(() -> change.verb().on(at.id(), at.number())).as("%s from %s", change, state)
                        .isInstanceOfSatisfying(Problem.class, problem -> {
                            assertThat(problem.status()).isEqualTo(409);
                            assertThat(problem.key()).isEqualTo("complaint.problem.state");
                        });
                assertThat(traces(at)).isEqualTo(before);
            }
        }
        assertThat(succeeded).containsExactlyInAnyOrderElementsOf(change.from());
    }

    private static Map<String, Object> traces(ComplaintIntake.Captured of) {
        return JDBC.sql("""
                select version, state, (select count(*) from case_event where complaint_id = c.id) as events,
                    (select count(*) from clock_entry where complaint_id = c.id) as ledger,
                    (select count(*) from audit_entry where subject_id = c.number) as audit from complaint c where id = ?""")
                .param(of.id()).query().singleRow();
    }

    /** A case brought to the state the way people bring it there. */
    private static ComplaintIntake.Captured at(CaseState state) {
        if (state == CAPTURED) {
            return bare();
        }
        ComplaintIntake.Captured made = ComplaintKit.capture("没有按约上门");
        long id = made.id();
        switch (state) {
            case REJECTED -> CASES.reject(id, "why");
            case MERGED -> CASES.merge(id, ComplaintKit.capture("target").number(), null);
            case SETTLED_ON_CALL -> CASES.settle(id, "done");
            case REFERRED_OUT -> CASES.referOut(id, "elsewhere");
            case WITHDRAWN -> DESK.withdraw(made.number(), null, "no more");
            case TRIAGE -> assertThat(ComplaintKit.state(id)).isEqualTo("TRIAGE");
            default -> {
                CASES.assign(id, "repair-1", "gas.service.late", null, null);
                further(id, made.number(), state);
            }
        }
        assertThat(ComplaintKit.state(id)).isEqualTo(state.name());
        return made;
    }

    private static void further(long id, String number, CaseState state) {
        if (state == ASSIGNED) {
            return;
        }
        CASES.sign(id);
        switch (state) {
            case WAITING_CUSTOMER -> DESK.pause(number, null, WaitingFor.CUSTOMER, "abroad");
            case WAITING_THIRD_PARTY -> DESK.pause(number, null, WaitingFor.THIRD_PARTY, "parts");
            case RESOLVED, RECALL_DUE, CLOSED -> {
                CASES.resolve(id, RESOLUTION);
                if (state != RESOLVED) {
                    CASES.accept(id, Verdict.UPHELD, LiableParty.TEAM, true, null);
                }
                if (state == CLOSED) {
                    CASES.close(id, "SOLVED");
                }
            }
            default -> assertThat(state).isEqualTo(IN_PROGRESS);
        }
    }

    /** Between capture and classification there is no moment that anybody could see: written by hand. */
    private static ComplaintIntake.Captured bare() {
        return JDBC.sql("""
                insert into complaint (number, state, severity, channel, received_at, captured_at, captured_by, summary)
                values ('BARE-' || nextval('case_number'), 'CAPTURED', 'S3', 'HOTLINE', now(), now(), 'specialist', 'bare')
                returning id, number""")
                .query((row, index) -> new ComplaintIntake.Captured(row.getLong("id"), row.getString("number"), false)).single();
    }
}
