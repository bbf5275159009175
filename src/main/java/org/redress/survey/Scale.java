package org.redress.survey;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;

/**
 * A scale (评价等级制) as the company keeps it.
 *
 * @param active offered for new questionnaires and answers; a retired one still explains old answers
 * @param grades the best first
 */
public record Scale(String code, Bilingual name, boolean active, List<Grade> grades) {

    public Scale {
        grades = List.copyOf(grades);
    }

    public Optional<Grade> grade(String grade) {
        return grades.stream().filter(each -> each.code().equals(grade)).findFirst();
    }

    /** The codes as they are named to somebody who sent another: "EXCELLENT, GOOD, FAIR, PASS, FAIL". */
    public String codes() {
        return String.join(", ", grades.stream().map(Grade::code).toList());
    }

    /**
     * One grade (等级).
     *
     * @param position 1 for the best
     * @param score    where the scale has numbers
     */
    public record Grade(String code, int position, Bilingual name, Meaning meaning, @Nullable Integer score) {
    }
}
