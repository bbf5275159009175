package org.redress.complaint.web;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaptureComplaint;
import org.redress.complaint.Channel;
import org.redress.customer.CustomerData;
import org.redress.customer.Segment;
import org.redress.deadline.Severity;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.redress.shared.web.Languages;

/** A complaint as another system sends it; a field that is not known is refused by its name. */
record ComplaintBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Channel channel,
        @Nullable OutsideOrder outsideOrder,
        @Nullable CustomerBody customer,
        @Nullable Boolean anonymous,
        @Schema(description = "Code of a leaf of the category tree") @Nullable String category,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 300) @Nullable String summary,
        @Nullable String words,
        @Nullable String remedySought,
        @Nullable Boolean safety,
        @Nullable Boolean media,
        @Nullable Integer groupSize,
        @Nullable OffsetDateTime receivedAt,
        @Schema(description = "Id of the service job it is about") @Nullable String serviceJob,
        @Schema(description = "Overrides the rule; needs severityReason") @Nullable Severity severity,
        @Nullable String severityReason,
        @Schema(description = "Number of the case it repeats") @Nullable String repeatOf,
        @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {

    record OutsideOrder(@Nullable String number, @Nullable OffsetDateTime dueAt,
            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {
    }

    record CustomerBody(@Nullable String account, @Nullable String name, @Nullable String phone, @Nullable Segment segment,
            @Nullable String address, @Nullable String area, @Nullable String email,
            @Schema(description = "Language tag the customer is written to in: zh-CN or en") @Nullable String language,
            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {
    }

    CaptureComplaint toComplaint() {
        List<FieldProblem> problems = new ArrayList<>();
        refuse(problems, "", unknown);
        refuse(problems, "outsideOrder.", outsideOrder == null ? null : outsideOrder.unknown());
        refuse(problems, "customer.", customer == null ? null : customer.unknown());
        if (channel == null) {
            problems.add(FieldProblem.of("channel", "complaint.problem.required"));
        }
        if (!problems.isEmpty() || channel == null) {
            throw Problem.invalid(problems);
        }
        return CaptureComplaint.by(channel)
                .outsideNumber(outsideOrder == null ? null : outsideOrder.number())
                .outsideDueAt(outsideOrder == null || outsideOrder.dueAt() == null ? null : outsideOrder.dueAt().toInstant())
                .customer(customer == null ? null : new CustomerData(customer.account(), customer.name(), customer.phone(),
                        customer.segment(), customer.address(), customer.area(), customer.email(), language(customer.language())))
                .anonymous(Boolean.TRUE.equals(anonymous)).category(category).summary(summary).words(words).remedySought(remedySought)
                .safety(Boolean.TRUE.equals(safety)).media(Boolean.TRUE.equals(media)).groupSize(groupSize == null ? 1 : groupSize)
                .receivedAt(receivedAt == null ? null : receivedAt.toInstant()).serviceJob(serviceJob)
                .severity(severity).severityReason(severityReason).repeatOf(repeatOf)
                .build();
    }

    /** One of the two languages of the house; another one is no reason to refuse a complaint. */
    private static @Nullable String language(@Nullable String tag) {
        Locale spoken = Languages.parse(tag);
        return spoken == null ? null : Languages.tag(spoken);
    }

    static void refuse(List<FieldProblem> problems, String prefix, @Nullable Map<String, Object> unknown) {
        if (unknown != null) {
            unknown.keySet().forEach(name -> problems.add(FieldProblem.of(prefix + name, "complaint.problem.unknownField")));
        }
    }
}
