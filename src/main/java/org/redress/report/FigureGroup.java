package org.redress.report;

import java.util.List;

import org.redress.figure.Figure;

/** Figures that are read together. */
public enum FigureGroup {
    /** 满意度 */
    SATISFACTION(Figure.SATISFACTION_PUBLISHED, Figure.SATISFACTION_RATED, Figure.UNRATED_SHARE, Figure.DISSATISFIED_RATE, Figure.APPOINTMENT_KEPT),
    /** 回访 */
    CALLS(Figure.COVERAGE, Figure.SAMPLED_SHARE, Figure.REACHED_SHARE, Figure.LAPSED_SHARE, Figure.ASKED_SHARE, Figure.ANSWERED_SHARE),
    /** 投诉办理 */
    HANDLING(Figure.TIMELY_RATE, Figure.ACKNOWLEDGED_IN_TIME, Figure.FIRST_CONTACT_RESOLUTION, Figure.REOPEN_RATE, Figure.RETURN_RATE, Figure.HAND_OVER_RATE,
            Figure.UPHELD_RATE, Figure.ESCALATION_RATE, Figure.EXTENSION_RATE),
    /** 投诉量 */
    VOLUME(Figure.COMPLAINTS_PER_10000, Figure.COMPLAINTS_PER_1000_JOBS, Figure.CALL_CENTRE_COMPLAINTS, Figure.REPEAT_RATE, Figure.OUTSIDE_SHARE),
    /** 12345 热线三率 */
    HOTLINE(Figure.CONTACTED_12345, Figure.SOLVED_12345, Figure.SATISFIED_12345),
    /** 在办与超期 */
    BACKLOG(Figure.BACKLOG, Figure.BACKLOG_PAST_1X, Figure.BACKLOG_PAST_2X, Figure.BACKLOG_PAST_8_WEEKS, Figure.LONG_TERM),
    ALL(Figure.values());

    private final List<Figure> figures;

    FigureGroup(Figure... figures) {
        this.figures = List.of(figures);
    }

    public List<Figure> figures() {
        return figures;
    }
}
