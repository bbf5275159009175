package org.redress.complaint.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Everything known of a case, grouped as people ask for it; what is not known is not shown. */
@Component
class FactsView {

    private static final Map<String, List<String>> GROUPS = groups();
    private static final Map<String, String> ENUMS = Map.of("channel", "Channel", "business", "Business", "segment", "Segment", "verdict",
            "Verdict", "liable_party", "LiableParty", "remedies", "Remedy", "waiting_for", "WaitingFor", "severity", "Severity");

    private final MessageSource messages;
    private final EventTexts texts;
    private final ClockTexts clocks;

    FactsView(MessageSource messages, EventTexts texts, ClockTexts clocks) {
        this.messages = messages;
        this.texts = texts;
        this.clocks = clocks;
    }

    /** @param name part of the message key {@code complaint.facts.<name>} */
    record Group(String name, List<Fact> facts) {
    }

    /** @param href page behind the value, null for plain text */
    record Fact(String name, String value, boolean longText, @Nullable String href) {
    }

    List<Group> of(CaseView view, Locale locale) {
        List<Group> groups = new ArrayList<>();
        GROUPS.forEach((name, columns) -> {
            List<Fact> facts = new ArrayList<>();
            for (String column : columns) {
                Object value = view.facts().get(column);
                String text = value == null ? "" : text(view, column, value, locale);
                if (!text.isBlank()) {
                    facts.add(new Fact(column, text, text.length() > 80 || text.contains("\n"), href(column, text)));
                }
            }
            if (!facts.isEmpty()) {
                groups.add(new Group(name, facts));
            }
        });
        return groups;
    }

    private String text(CaseView view, String column, Object value, Locale locale) {
        if (value instanceof Instant moment) {
            return clocks.moment(moment, locale);
        }
        if (value instanceof Boolean flag) {
            return flag || "caused_by_service".equals(column) || "recall_solved".equals(column)
                    ? messages.getMessage("complaint.word." + flag, null, locale)
                    : "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> one(column, each.toString(), locale)).collect(Collectors.joining(" · "));
        }
        if (value instanceof Number number && number.longValue() == ("group_size".equals(column) ? 1 : 0)) {
            return "";
        }
        if ("recall_rating".equals(column)) {
            return texts.constant("Rating", view.text("recall_scale") + "." + value, locale);
        }
        return one(column, value.toString(), locale);
    }

    private String one(String column, String value, Locale locale) {
        String type = ENUMS.get(column);
        if (type != null) {
            return texts.constant(type, value, locale);
        }
        return switch (column) {
            case "category" -> texts.category(value, locale);
            case "team", "teams" -> texts.team(value, locale);
            case "owner", "handler", "handlers", "captured_by", "severity_by", "recall_by" -> texts.person(value, locale);
            case "outcome" -> messages.getMessage("complaint.outcome." + value, null, texts.constant("CaseState", value, locale), locale);
            default -> value;
        };
    }

    private static @Nullable String href(String column, String value) {
        return switch (column) {
            case "merged_number", "repeat_number" -> "/cases/" + value;
            default -> null;
        };
    }

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("complaint", List.of("summary", "words", "remedy_sought", "category", "business", "safety", "media", "group_size",
                "severity", "severity_why", "severity_by"));
        groups.put("customer", List.of("complainant", "phone", "email", "account", "segment", "place", "contact_way", "anonymous", "confidential"));
        groups.put("intake", List.of("channel", "received_at", "captured_at", "captured_by", "outside_number", "outside_due_at",
                "service_job", "source", "source_key", "repeat_number", "merged_number"));
        groups.put("work", List.of("owner", "team", "handler", "handlers", "teams", "hand_over_count", "return_count", "rework_count",
                "waiting_for", "first_contact_at"));
        groups.put("finding", List.of("customer_statement", "employee_statement", "finding", "root_cause", "remedies", "amount",
                "basis_for_resolution", "resolved_at", "verdict", "liable_party", "caused_by_service", "decision_reason"));
        groups.put("recall", List.of("recall_attempts", "recall_solved", "recall_rating", "recall_by", "dissatisfaction_reason", "outcome",
                "closed_at", "reopen_count"));
        return groups;
    }
}
