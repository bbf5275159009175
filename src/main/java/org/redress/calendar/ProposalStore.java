package org.redress.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CalendarCorrections.Move;
import org.redress.deadline.CalendarInForce;
import org.redress.deadline.ClockKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of proposals and their moves. */
@Component
class ProposalStore {

    private final JdbcClient jdbc;

    ProposalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(int version, String reason, String by, Instant at) {
        return jdbc.sql("""
                insert into calendar_proposal (version, reason, proposed_by, proposed_at) values (:version, :reason, :by, :at) returning id""")
                .param("version", version).param("reason", reason).param("by", by).param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class).single();
    }

    void insert(long proposal, Move move) {
        jdbc.sql("""
                insert into calendar_move (proposal_id, complaint_id, number, clock, old_version, old_area, old_kind, new_area, new_kind,
                    old_due_at, new_due_at, state)
                values (:proposal, :case, :number, :clock, :version, :oldArea, :oldKind, :newArea, :newKind, :oldDue, :newDue, 'OPEN')""")
                .param("proposal", proposal).param("case", move.caseId()).param("number", move.number()).param("clock", move.clock().name())
                .param("version", move.from().version()).param("oldArea", move.from().area()).param("oldKind", move.from().kind())
                .param("newArea", move.to().area()).param("newKind", move.to().kind())
                .param("oldDue", move.oldDue().atOffset(ZoneOffset.UTC)).param("newDue", move.newDue().atOffset(ZoneOffset.UTC)).update();
    }

    /** What nobody has decided of earlier proposals: a newer one speaks of the same clocks. */
    void supersede(String by, Instant at) {
        jdbc.sql("update calendar_move set state = 'DROPPED', decided_by = :by, decided_at = :at where state = 'OPEN'")
                .param("by", by).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    Optional<CalendarProposal> find(long id) {
        return jdbc.sql("select * from calendar_proposal where id = :id").param("id", id).query((row, index) -> proposal(row)).optional();
    }

    /** Newest first. */
    List<CalendarProposal> recent(int limit) {
        return jdbc.sql("select * from calendar_proposal order by id desc limit :limit").param("limit", limit)
                .query((row, index) -> proposal(row)).list();
    }

    List<ProposedMove> moves(long proposal, int offset, int limit) {
        return jdbc.sql("""
                select m.*, p.version from calendar_move m join calendar_proposal p on p.id = m.proposal_id
                where m.proposal_id = :proposal order by m.old_due_at, m.complaint_id, m.clock offset :offset limit :limit""")
                .param("proposal", proposal).param("offset", offset).param("limit", limit).query(ProposalStore::move).list();
    }

    /** @param cases null for all; @return how many clocks */
    int turn(long proposal, MoveState from, MoveState to, @Nullable Collection<Long> cases, String by, Instant at) {
        String only = cases == null ? "" : " and complaint_id = any(:cases)";
        var statement = jdbc.sql("update calendar_move set state = :to, decided_by = :by, decided_at = :at "
                + "where proposal_id = :proposal and state = :from" + only)
                .param("to", to.name()).param("by", by).param("at", at.atOffset(ZoneOffset.UTC)).param("proposal", proposal)
                .param("from", from.name());
        return (cases == null ? statement : statement.param("cases", cases.toArray(Long[]::new))).update();
    }

    /** Proposals with something decided that is not carried out yet. */
    List<Long> waiting() {
        return jdbc.sql("select distinct proposal_id from calendar_move where state in ('CHOSEN', 'RETURNING') order by proposal_id")
                .query(Long.class).list();
    }

    /** The moves of the next case, for this transaction alone; empty when nothing waits or others are at it. */
    List<ProposedMove> lockNext(long proposal) {
        return jdbc.sql("""
                select m.*, p.version from calendar_move m join calendar_proposal p on p.id = m.proposal_id
                where m.proposal_id = :proposal and m.state in ('CHOSEN', 'RETURNING') and m.complaint_id = (
                    select complaint_id from calendar_move where proposal_id = :proposal and state in ('CHOSEN', 'RETURNING')
                    order by complaint_id limit 1)
                for update of m skip locked""")
                .param("proposal", proposal).query(ProposalStore::move).list();
    }

    String decidedBy(long proposal, ProposedMove move) {
        return jdbc.sql("select decided_by from calendar_move where proposal_id = :proposal and complaint_id = :case and clock = :clock")
                .param("proposal", proposal).param("case", move.caseId()).param("clock", move.clock().name()).query(String.class).single();
    }

    void done(long proposal, ProposedMove move, MoveState state, Instant newDue) {
        jdbc.sql("""
                update calendar_move set state = :state, new_due_at = :due where proposal_id = :proposal and complaint_id = :case and clock = :clock""")
                .param("state", state.name()).param("due", newDue.atOffset(ZoneOffset.UTC)).param("proposal", proposal)
                .param("case", move.caseId()).param("clock", move.clock().name()).update();
    }

    private CalendarProposal proposal(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        Map<MoveState, Integer> counts = new EnumMap<>(MoveState.class);
        jdbc.sql("select state, count(*) as n from calendar_move where proposal_id = :id group by state").param("id", id)
                .query(each -> {
                    counts.put(MoveState.valueOf(each.getString("state")), each.getInt("n"));
                });
        return new CalendarProposal(id, row.getInt("version"), row.getString("reason"), row.getString("proposed_by"),
                CalendarStore.moment(row, "proposed_at"), counts);
    }

    private static ProposedMove move(ResultSet row, int index) throws SQLException {
        return new ProposedMove(row.getLong("complaint_id"), row.getString("number"), ClockKind.valueOf(row.getString("clock")),
                new CalendarInForce(row.getInt("old_version"), row.getString("old_area"), row.getString("old_kind")),
                new CalendarInForce(row.getInt("version"), row.getString("new_area"), row.getString("new_kind")),
                CalendarStore.moment(row, "old_due_at"), CalendarStore.moment(row, "new_due_at"), MoveState.valueOf(row.getString("state")));
    }
}
