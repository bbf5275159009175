package org.redress.figure;

import static org.redress.figure.FigureRows.DENOMINATOR;
import static org.redress.figure.FigureRows.NUMERATOR;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.redress.figure.Formula.Divisor;

/** The figures of domain.md, section 8, over the marks of rows. Merged and rejected cases are left out of all of them, and counted. */
final class Formulas {

    private static final Map<Figure, Formula> ALL = new EnumMap<>(Figure.class);

    private static final Part OPEN = Part.of("OPEN", JobMark.OPEN);
    private static final Part SPARED = Part.of("DO_NOT_CALL", JobMark.SPARED);
    private static final Part CAMPAIGN = Part.of("CAMPAIGN", AskMark.CAMPAIGN);

    static {
        List<Part> notDue = List.of(Part.of("NOT_SAMPLED").without(JobMark.SAMPLED), OPEN, Part.of("DO_NOT_CALL", JobMark.SAMPLED, JobMark.SPARED));
        jobs(Figure.COVERAGE, new Mark[] {JobMark.DUE}, JobMark.REACHED, notDue);
        jobs(Figure.LAPSED_SHARE, new Mark[] {JobMark.DUE}, JobMark.LAPSED, notDue);
        jobs(Figure.SAMPLED_SHARE, new Mark[] {JobMark.ELIGIBLE}, JobMark.SAMPLED, List.of(Part.of("NOT_ELIGIBLE").without(JobMark.ELIGIBLE)));
        jobs(Figure.REACHED_SHARE, new Mark[] {JobMark.TRIED}, JobMark.REACHED, List.of(OPEN, Part.of("NOT_TRIED", JobMark.SAMPLED).without(JobMark.OPEN, JobMark.TRIED)));
        jobs(Figure.ASKED_SHARE, new Mark[] {JobMark.ASKABLE}, JobMark.ASKED, List.of(Part.of("OPEN", JobMark.PENDING), SPARED));
        jobs(Figure.ANSWERED_SHARE, new Mark[] {JobMark.ASKED}, JobMark.ANSWERED, List.of(Part.of("NOT_ASKED").without(JobMark.ASKED)));

        Part link = Part.of("LINK", AskMark.REACHED).without(AskMark.CALL, AskMark.CAMPAIGN);
        Part missed = Part.of("NOT_REACHED").without(AskMark.REACHED, AskMark.CAMPAIGN);
        Part called = Part.of(DENOMINATOR, AskMark.REACHED, AskMark.CALL).without(AskMark.CAMPAIGN);
        Part rated = Part.of(DENOMINATOR, AskMark.RATED).without(AskMark.CAMPAIGN);
        Part unrated = Part.of("UNRATED", AskMark.REACHED).without(AskMark.RATED, AskMark.CAMPAIGN);
        asked(Figure.SATISFACTION_PUBLISHED, called, AskMark.NOT_BAD, missed, link, CAMPAIGN);
        asked(Figure.SATISFACTION_RATED, rated, AskMark.SATISFIED, unrated, missed, CAMPAIGN);
        asked(Figure.DISSATISFIED_RATE, rated, AskMark.DISSATISFIED, unrated, missed, CAMPAIGN);
        ALL.put(Figure.UNRATED_SHARE, new Formula(Subject.EVALUATION, Part.of(NUMERATOR, AskMark.REACHED, AskMark.CALL).without(AskMark.RATED, AskMark.CAMPAIGN),
                called, List.of(missed, link, CAMPAIGN)));
        asked(Figure.APPOINTMENT_KEPT, Part.of(DENOMINATOR, AskMark.KEPT_SAID).without(AskMark.CAMPAIGN), AskMark.KEPT,
                Part.of("NOT_SAID", AskMark.REACHED).without(AskMark.KEPT_SAID, AskMark.CAMPAIGN), missed, CAMPAIGN);

        ALL.put(Figure.TIMELY_RATE, cases(new Mark[] {CaseMark.DUE}, CaseMark.TIMELY, Part.of("NO_DUE", CaseMark.COUNTED, CaseMark.NO_DUE),
                Part.of("NOT_DUE_YET", CaseMark.COUNTED, CaseMark.RUNNING), Part.of("CANCELLED", CaseMark.COUNTED, CaseMark.CANCELLED)).withPausedTime());
        ALL.put(Figure.ACKNOWLEDGED_IN_TIME, cases(new Mark[] {CaseMark.CONTACT_DUE}, CaseMark.CONTACTED, contactLeftOut()));
        ALL.put(Figure.CONTACTED_12345, cases(new Mark[] {CaseMark.CITY, CaseMark.CONTACT_DUE}, CaseMark.CONTACTED, contactLeftOut(CaseMark.CITY)));
        Part notRecalled = Part.of("NOT_RECALLED", CaseMark.CITY, CaseMark.COUNTED).without(CaseMark.RECALLED);
        ALL.put(Figure.SOLVED_12345, cases(new Mark[] {CaseMark.CITY, CaseMark.RECALLED}, CaseMark.SOLVED, notRecalled));
        ALL.put(Figure.SATISFIED_12345, cases(new Mark[] {CaseMark.CITY, CaseMark.RECALLED}, CaseMark.PLEASED, notRecalled));
        ALL.put(Figure.FIRST_CONTACT_RESOLUTION, cases(new Mark[0], CaseMark.SETTLED));
        ALL.put(Figure.REOPEN_RATE, cases(new Mark[] {CaseMark.RESOLVED}, CaseMark.REOPENED, Part.of("UNRESOLVED", CaseMark.COUNTED).without(CaseMark.RESOLVED)));
        ALL.put(Figure.RETURN_RATE, cases(new Mark[] {CaseMark.ASSIGNED}, CaseMark.RETURNED, Part.of("NOT_ASSIGNED", CaseMark.COUNTED).without(CaseMark.ASSIGNED)));
        ALL.put(Figure.HAND_OVER_RATE, cases(new Mark[0], CaseMark.HANDED_OVER));
        ALL.put(Figure.UPHELD_RATE, cases(new Mark[] {CaseMark.DECIDED}, CaseMark.UPHELD, Part.of("UNDECIDED", CaseMark.COUNTED, CaseMark.UNDECIDED),
                Part.of("NO_FINDING", CaseMark.COUNTED).without(CaseMark.UNDECIDED, CaseMark.DECIDED)));
        ALL.put(Figure.ESCALATION_RATE, cases(new Mark[0], CaseMark.ESCALATED));
        ALL.put(Figure.EXTENSION_RATE, cases(new Mark[0], CaseMark.EXTENDED));
        ALL.put(Figure.REPEAT_RATE, cases(new Mark[0], CaseMark.REPEATED));
        ALL.put(Figure.OUTSIDE_SHARE, cases(new Mark[0], CaseMark.OUTSIDE));

        ALL.put(Figure.COMPLAINTS_PER_10000, cases(new Mark[0], CaseMark.COUNTED).over(Divisor.CUSTOMERS));
        ALL.put(Figure.COMPLAINTS_PER_1000_JOBS, cases(new Mark[0], CaseMark.COUNTED).over(Divisor.JOBS));
        ALL.put(Figure.CALL_CENTRE_COMPLAINTS, new Formula(Subject.CASE, Part.of(NUMERATOR, CaseMark.COUNTED, CaseMark.CALL_CENTRE), Part.of(DENOMINATOR),
                List.of(Part.of("MERGED", CaseMark.MERGED, CaseMark.CALL_CENTRE), Part.of("REJECTED", CaseMark.REJECTED, CaseMark.CALL_CENTRE))).over(Divisor.CALLS));

        ALL.put(Figure.BACKLOG, stock(StockMark.OPEN).over(Divisor.NOTHING));
        ALL.put(Figure.BACKLOG_PAST_1X, stock(StockMark.PAST_1X));
        ALL.put(Figure.BACKLOG_PAST_2X, stock(StockMark.PAST_2X));
        ALL.put(Figure.BACKLOG_PAST_8_WEEKS, stock(StockMark.PAST_8_WEEKS));
        ALL.put(Figure.LONG_TERM, stock(StockMark.LONG_TERM));
    }

    private Formulas() {
    }

    static Formula of(Figure figure) {
        return Objects.requireNonNull(ALL.get(figure), figure.name());
    }

    private static void jobs(Figure figure, Mark[] of, Mark have, List<Part> leftOut) {
        ALL.put(figure, new Formula(Subject.JOB, Part.of(NUMERATOR, with(of, have)), Part.of(DENOMINATOR, of), leftOut));
    }

    private static void asked(Figure figure, Part of, Mark have, Part... leftOut) {
        ALL.put(figure, new Formula(Subject.EVALUATION, new Part(NUMERATOR, of.all() | have.bit(), of.none()), of, List.of(leftOut)));
    }

    private static Formula cases(Mark[] of, CaseMark have, Part... leftOut) {
        Mark[] counted = with(of, CaseMark.COUNTED);
        boolean city = Stream.of(of).anyMatch(mark -> mark == CaseMark.CITY);
        List<Part> parts = new ArrayList<>(city
                ? List.of(Part.of("MERGED", CaseMark.MERGED, CaseMark.CITY), Part.of("REJECTED", CaseMark.REJECTED, CaseMark.CITY))
                : List.of(Part.of("MERGED", CaseMark.MERGED), Part.of("REJECTED", CaseMark.REJECTED)));
        parts.addAll(List.of(leftOut));
        return new Formula(Subject.CASE, Part.of(NUMERATOR, with(counted, have)), Part.of(DENOMINATOR, counted), parts);
    }

    private static Part[] contactLeftOut(Mark... of) {
        Mark[] counted = with(of, CaseMark.COUNTED);
        return new Part[] {Part.of("NO_DUE", with(counted, CaseMark.NO_CONTACT)), Part.of("NOT_DUE_YET", with(counted, CaseMark.CONTACT_RUNNING)),
            Part.of("CANCELLED", with(counted, CaseMark.CONTACT_CANCELLED))};
    }

    private static Formula stock(StockMark have) {
        return new Formula(Subject.STOCK, Part.of(NUMERATOR, have), Part.of(DENOMINATOR, StockMark.OPEN), List.of());
    }

    private static Mark[] with(Mark[] marks, Mark more) {
        return Stream.concat(Stream.of(marks), Stream.of(more)).toArray(Mark[]::new);
    }
}
