package org.redress.figure;

/** Of a service job {@code j}, its call of the daily programme {@code c} and its askings {@code a}; those of campaigns are none of it. */
enum JobMark implements Mark {

    ELIGIBLE("j.rate > 0"),
    SAMPLED("j.sampled"),
    /** The call is still to be made: nothing can be said yet. */
    OPEN("j.sampled and c.state = 'OPEN'"),
    /** The customer does not want to be called. */
    SPARED("c.state = 'DO_NOT_CALL'"),
    /** Sampled, and the call has ended in whatever way; a job that has no line at all was not called either. */
    DUE("j.sampled and c.state is distinct from 'OPEN' and c.state is distinct from 'DO_NOT_CALL'"),
    REACHED("j.sampled and c.state in ('EVALUATED', 'COMPLAINT')"),
    TRIED("c.state in ('EVALUATED', 'COMPLAINT') or c.state <> 'OPEN' and c.attempts > 0"),
    LAPSED("c.state = 'LAPSED'"),
    ASKED("a.asked"),
    ANSWERED("a.answered"),
    /** To be asked by a call that is still open, and not asked in another way. */
    PENDING("j.sampled and c.state = 'OPEN' and a.asked is null"),
    ASKABLE("c.state is distinct from 'DO_NOT_CALL' and not (j.sampled and c.state is not distinct from 'OPEN' and a.asked is null)");

    private final String condition;

    JobMark(String condition) {
        this.condition = condition;
    }

    @Override
    public String condition() {
        return condition;
    }
}
