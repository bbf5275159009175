package org.redress.figure;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;

/** Table 1 of the briefing, from answers that came in or from tables of years before the system. */
public interface GradeTables {

    /**
     * @param from     first day of the period
     * @param business null for all
     * @throws org.redress.shared.Problem 422 when no period of this kind begins on that day
     */
    GradeTable table(PeriodKind kind, LocalDate from, @Nullable Business business);
}
