package org.redress.calendar;

import java.util.List;

import org.redress.shared.FieldProblem;

/**
 * What came of a calendar file.
 *
 * @param added rows that were new; @param changed days that were known otherwise; @param known rows that changed nothing
 */
public record CalendarImport(int added, int changed, int known, List<Refused> refused) {

    /** A row that stayed out, and why. */
    public record Refused(int line, FieldProblem problem, String text) {
    }
}
