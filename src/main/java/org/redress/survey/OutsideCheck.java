package org.redress.survey;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.organisation.Organisation;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.stereotype.Component;

/** What is wrong with an answer from another system, field by field, named as in the interface. */
@Component
class OutsideCheck {

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_WORDS = 2000;
    private static final int OLDEST_YEARS = 10;

    private final Organisation organisation;
    private final Clock clock;

    OutsideCheck(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    List<FieldProblem> problems(OutsideAnswer answer, List<Scale> scales) {
        List<FieldProblem> found = new ArrayList<>();
        needed(found, "externalId", answer.externalId(), LONGEST_ID);
        present(found, "business", answer.business());
        if (needed(found, "team", answer.team(), LONGEST_CODE) && organisation.team(String.valueOf(answer.team())).isEmpty()) {
            found.add(FieldProblem.of("team", "survey.outside.unknownTeam", answer.team()));
        }
        text(found, "employee", answer.employee(), LONGEST_CODE);
        text(found, "serviceJob", answer.serviceJob(), LONGEST_ID);
        moments(found, answer.doneAt(), answer.calledAt());
        present(found, "reached", answer.reached());
        words(found, answer.suggestion());
        if (needed(found, "scale", answer.scale(), LONGEST_CODE)) {
            rating(found, answer, scales);
        }
        return found;
    }

    private void moments(List<FieldProblem> found, @Nullable Instant doneAt, @Nullable Instant calledAt) {
        present(found, "doneAt", doneAt);
        present(found, "calledAt", calledAt);
        Instant now = clock.instant();
        Instant oldest = now.atOffset(ZoneOffset.UTC).minusYears(OLDEST_YEARS).toInstant();
        if (doneAt != null && doneAt.isBefore(oldest)) {
            found.add(FieldProblem.of("doneAt", "survey.outside.tooOld", doneAt.toString()));
        }
        if (calledAt == null) {
            return;
        }
        if (calledAt.isAfter(now)) {
            found.add(FieldProblem.of("calledAt", "survey.outside.future", calledAt.toString()));
        } else if (calledAt.isBefore(oldest)) {
            found.add(FieldProblem.of("calledAt", "survey.outside.tooOld", calledAt.toString()));
        } else if (doneAt != null && calledAt.isBefore(doneAt)) {
            found.add(FieldProblem.of("calledAt", "survey.outside.beforeDone", calledAt.toString(), doneAt.toString()));
        }
    }

    private static void rating(List<FieldProblem> found, OutsideAnswer answer, List<Scale> scales) {
        if (Boolean.FALSE.equals(answer.reached()) && answer.rating() != null) {
            found.add(FieldProblem.of("rating", "survey.outside.notReached"));
            return;
        }
        try {
            ScaleBook.meaning(scales, String.valueOf(answer.scale()), answer.rating());
        } catch (Problem problem) {
            found.addAll(problem.fields());
        }
    }

    private static void words(List<FieldProblem> found, @Nullable String words) {
        if (words != null && (words.indexOf(0) >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(words))) {
            found.add(FieldProblem.of("suggestion", "survey.outside.control"));
        } else if (words != null && words.length() > LONGEST_WORDS) {
            found.add(FieldProblem.of("suggestion", "survey.problem.long", LONGEST_WORDS));
        }
    }

    private static void present(List<FieldProblem> found, String field, @Nullable Object value) {
        if (value == null) {
            found.add(FieldProblem.of(field, "survey.problem.required"));
        }
    }

    private static boolean needed(List<FieldProblem> found, String field, @Nullable String value, int longest) {
        present(found, field, value);
        return value != null && text(found, field, value, longest);
    }

    private static boolean text(List<FieldProblem> found, String field, @Nullable String value, int longest) {
        if (value == null) {
            return true;
        }
        if (value.chars().anyMatch(Character::isISOControl) || !StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            found.add(FieldProblem.of(field, "survey.outside.control"));
            return false;
        }
        if (value.length() > longest) {
            found.add(FieldProblem.of(field, "survey.problem.long", longest));
            return false;
        }
        return true;
    }
}
