package org.redress.figure;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;

/**
 * Table 1 of a briefing: teams, what they were given, and the sum.
 *
 * @param to       first day that no longer belongs to it
 * @param business null for all of them together
 * @param grades   the columns, best grade first
 * @param rows     by code of team; empty when nobody was called
 */
public record GradeTable(PeriodKind kind, LocalDate from, LocalDate to, @Nullable Business business, List<Grade> grades, List<GradeRow> rows, GradeRow total) {

    /** @param code as in the counts of a row */
    public record Grade(String code, Bilingual name) {
    }
}
