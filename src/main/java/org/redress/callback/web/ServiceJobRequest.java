package org.redress.callback.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.callback.ServiceJob;
import org.redress.customer.Segment;
import org.redress.shared.Business;
import org.redress.shared.FieldProblem;

/** Jobs as the other system wrote them: texts, so that one unreadable value spoils its own job only. */
record ServiceJobRequest(@Nullable List<@Nullable Line> jobs) {

    record Line(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String externalId,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = Business.class) @Nullable String business,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable String doneAt,
            @Schema(format = "date-time") @Nullable String appointmentAt,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String team,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String employee,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Person customer,
            @Schema(type = "boolean") @Nullable String warranty) {
    }

    record Person(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String account,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
            @Nullable String phone,
            @Schema(implementation = Segment.class) @Nullable String segment) {
    }

    /** @param problems takes what cannot be read; missing values are left to the intake */
    static ServiceJob read(@Nullable Line line, List<FieldProblem> problems) {
        if (line == null) {
            return new ServiceJob(null, null, null, null, null, null, null, false);
        }
        Person person = line.customer();
        ServiceJob.JobCustomer customer = person == null ? null : new ServiceJob.JobCustomer(trimmed(person.account()),
                trimmed(person.name()), trimmed(person.phone()), choice("customer.segment", person.segment(), Segment.class, problems));
        return new ServiceJob(trimmed(line.externalId()), choice("business", line.business(), Business.class, problems),
                moment("doneAt", line.doneAt(), problems), moment("appointmentAt", line.appointmentAt(), problems), trimmed(line.team()),
                trimmed(line.employee()), customer, flag("warranty", line.warranty(), problems));
    }

    private static <E extends Enum<E>> @Nullable E choice(String field, @Nullable String text, Class<E> type, List<FieldProblem> problems) {
        String value = trimmed(text);
        if (value == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        String all = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        problems.add(FieldProblem.of(field, "callback.job.unknownValue", value, all));
        return null;
    }

    private static @Nullable Instant moment(String field, @Nullable String text, List<FieldProblem> problems) {
        String value = trimmed(text);
        if (value == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            problems.add(FieldProblem.of(field, "callback.job.moment", value));
            return null;
        }
    }

    private static boolean flag(String field, @Nullable String text, List<FieldProblem> problems) {
        String value = trimmed(text);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            problems.add(FieldProblem.of(field, "callback.job.unknownValue", value, "true, false"));
        }
        return "true".equals(value);
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
