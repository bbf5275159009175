package org.redress.figure;

/** Of a case {@code c}, its clock of the resolution {@code d} and that of the first contact {@code f}. */
enum CaseMark implements Mark {

    MERGED("c.state = 'MERGED'"),
    REJECTED("c.state = 'REJECTED'"),
    COUNTED("c.state not in ('MERGED', 'REJECTED')"),
    /** It can be said whether it was in time: the clock has stopped, or has run past its due moment. */
    DUE("d.state in ('MET', 'BREACHED') or d.state in ('RUNNING', 'PAUSED') and d.breached_at is not null"),
    TIMELY("d.state = 'MET'"),
    RUNNING("d.state in ('RUNNING', 'PAUSED') and d.breached_at is null"),
    CANCELLED("d.state = 'CANCELLED'"),
    NO_DUE("d.state is null"),
    PAUSED("d.paused_minutes > 0"),
    CONTACT_DUE("f.state in ('MET', 'BREACHED') or f.state in ('RUNNING', 'PAUSED') and f.breached_at is not null"),
    CONTACTED("f.state = 'MET'"),
    CONTACT_RUNNING("f.state in ('RUNNING', 'PAUSED') and f.breached_at is null"),
    CONTACT_CANCELLED("f.state = 'CANCELLED'"),
    NO_CONTACT("f.state is null"),
    SETTLED("c.state = 'SETTLED_ON_CALL' and c.reopen_count = 0"),
    RESOLVED("c.resolved_at is not null or c.reopen_count > 0 or c.state in ('SETTLED_ON_CALL', 'CLOSED')"),
    REOPENED("c.reopen_count > 0"),
    ASSIGNED("c.team is not null or cardinality(c.teams) > 0"),
    RETURNED("c.return_count > 0"),
    HANDED_OVER("c.hand_over_count > 0"),
    DECIDED("c.verdict in ('UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD', 'UNVERIFIABLE')"),
    UPHELD("c.verdict in ('UPHELD', 'PARTLY_UPHELD')"),
    UNDECIDED("c.verdict is null"),
    ESCALATED("exists (select from ladder_step s where s.complaint_id = c.id and s.action not in ('REMIND', 'OUTSIDE_BODY'))"),
    EXTENDED("exists (select from extension_request x where x.complaint_id = c.id and x.decision = 'APPROVE')"),
    REPEATED("c.repeat_of is not null"),
    OUTSIDE("c.channel like 'O1%'"),
    CITY("c.channel = 'O12345'"),
    /** The customer said on the re-callback whether it was solved. */
    RECALLED("c.recall_solved is not null"),
    SOLVED("c.recall_solved"),
    PLEASED("c.recall_solved is not null and c.recall_meaning = 'SATISFIED'"),
    CALL_CENTRE("exists (select from call_centre_category h where h.category = c.category)");

    private final String condition;

    CaseMark(String condition) {
        this.condition = condition;
    }

    @Override
    public String condition() {
        return condition;
    }
}
