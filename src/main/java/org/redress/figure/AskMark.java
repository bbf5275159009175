package org.redress.figure;

/** Of an asking {@code e} of a customer (one row of evaluation). */
enum AskMark implements Mark {

    /** Over a population that was chosen because something was wrong with it: it says nothing of the house. */
    CAMPAIGN("e.campaign_id is not null"),
    REACHED("e.reached"),
    /** Spoken to on the phone, by us or by a call centre whose answers we were sent. */
    CALL("e.via in ('PHONE', 'OUTSIDE')"),
    RATED("e.reached and e.meaning is not null"),
    SATISFIED("e.reached and e.meaning = 'SATISFIED'"),
    NEUTRAL("e.reached and e.meaning = 'NEUTRAL'"),
    DISSATISFIED("e.reached and e.meaning = 'DISSATISFIED'"),
    /** Neither 一般 nor worse: satisfied, or not rated. */
    NOT_BAD("e.meaning is null or e.meaning = 'SATISFIED'"),
    KEPT_SAID("e.reached and e.appointment_kept is not null"),
    KEPT("e.reached and e.appointment_kept");

    private final String condition;

    AskMark(String condition) {
        this.condition = condition;
    }

    @Override
    public String condition() {
        return condition;
    }
}
