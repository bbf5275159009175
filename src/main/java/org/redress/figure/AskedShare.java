package org.redress.figure;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;

/**
 * How often the customers of a team or a person were asked, and how they rated, beside the three periods before (QS-07).
 *
 * @param asked      jobs whose customer was asked / jobs, of this period
 * @param askedThen  the same of the periods before, together
 * @param answered   jobs whose customer answered / jobs whose customer was asked, of this period
 * @param rated      satisfied / rated, of this period
 * @param ratedThen  the same of the periods before, together
 * @param askedScore standard score of the change of the share asked; below {@link AskedShareMarks#LIMIT} it fell beyond chance. Null for too few rows
 * @param ratedScore the same of the ratings
 */
public record AskedShare(String code, Bilingual name, FigureValue asked, FigureValue askedThen, FigureValue answered, FigureValue rated, FigureValue ratedThen,
        @Nullable Double askedScore, @Nullable Double ratedScore) {

    /** Both fell, each beyond what chance explains: fewer are asked just when the ratings fall. */
    public boolean marked() {
        return fell(askedScore) && fell(ratedScore);
    }

    /** Too few jobs or answers to say anything. */
    public boolean tooFew() {
        return askedScore == null || ratedScore == null;
    }

    private static boolean fell(@Nullable Double score) {
        return score != null && score < AskedShareMarks.LIMIT;
    }
}
