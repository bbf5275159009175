package org.redress.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A customer who said something, or a case: one line behind a bar or a point.
 *
 * @param job        number of the job in the other system
 * @param doneOn     day of the job in the company's zone
 * @param causes     answers to the question {@code cause}: codes of its choices
 * @param at         when it was said or received
 * @param caseNumber null where no case was opened; so are the next two
 */
public record Finding(String job, LocalDate doneOn, @Nullable String team, Instant at, @Nullable String scale, @Nullable String rating,
        @Nullable String meaning, @Nullable String suggestion, List<String> causes, @Nullable String caseNumber, @Nullable String category,
        @Nullable String rootCause, @Nullable String questionnaire, @Nullable Integer questionnaireVersion) {

    public Finding {
        causes = List.copyOf(causes);
    }

    /** What it names, by source; nothing where it is silent. */
    public List<String> causes(CauseSource source) {
        return switch (source) {
            case ANSWER -> causes;
            case CATEGORY -> category == null ? List.of() : List.of(category);
            case ROOT_CAUSE -> rootCause == null || rootCause.isBlank() ? List.of() : List.of(rootCause.strip().toLowerCase(Locale.ROOT));
        };
    }
}
