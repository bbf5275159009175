package org.redress.survey.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;
import org.redress.shared.FieldProblem;
import org.redress.survey.OutsideAnswer;

/** Answers as the other system wrote them: texts, so that one unreadable value spoils its own item only. */
record EvaluationRequest(@Nullable List<@Nullable Item> items) {

    record Item(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String externalId,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = Business.class) @Nullable String business,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String team,
            @Nullable String employee,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable String doneAt,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable String calledAt,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, type = "boolean") @Nullable String reached,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String scale,
            @Schema(description = "Code of a grade of the scale; left out when the customer gave none") @Nullable String rating,
            @Nullable String suggestion,
            @Schema(description = "Number of the service job; left out, externalId may be it") @Nullable String serviceJob) {
    }

    /** @param problems takes what cannot be read; missing values are left to the intake */
    static OutsideAnswer read(@Nullable Item item, List<FieldProblem> problems) {
        if (item == null) {
            return new OutsideAnswer(null, null, null, null, null, null, null, null, null, null, null);
        }
        return new OutsideAnswer(trimmed(item.externalId()), business(item.business(), problems), trimmed(item.team()), trimmed(item.employee()),
                moment("doneAt", item.doneAt(), problems), moment("calledAt", item.calledAt(), problems), flag(item.reached(), problems),
                trimmed(item.scale()), trimmed(item.rating()), trimmed(item.suggestion()), trimmed(item.serviceJob()));
    }

    private static @Nullable Business business(@Nullable String text, List<FieldProblem> problems) {
        String value = trimmed(text);
        if (value == null) {
            return null;
        }
        return Arrays.stream(Business.values()).filter(business -> business.name().equals(value)).findFirst().orElseGet(() -> {
            problems.add(FieldProblem.of("business", "survey.outside.unknownValue", value,
                    Arrays.stream(Business.values()).map(Enum::name).collect(Collectors.joining(", "))));
            return null;
        });
    }

    private static @Nullable Instant moment(String field, @Nullable String text, List<FieldProblem> problems) {
        String value = trimmed(text);
        if (value == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            problems.add(FieldProblem.of(field, "survey.outside.moment", value));
            return null;
        }
    }

    private static @Nullable Boolean flag(@Nullable String text, List<FieldProblem> problems) {
        String value = trimmed(text);
        if (value == null) {
            return null;
        }
        if (!value.equals("true") && !value.equals("false")) {
            problems.add(FieldProblem.of("reached", "survey.outside.unknownValue", value, "true, false"));
            return null;
        }
        return Boolean.valueOf(value);
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
