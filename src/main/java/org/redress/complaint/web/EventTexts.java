package org.redress.complaint.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.Categories;
import org.redress.complaint.TimelineEntry;
import org.redress.organisation.Organisation;
import org.redress.shared.Actor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes a line of the timeline as a sentence: codes become names in the reader's language. */
@Component
class EventTexts {

    private final MessageSource messages;
    private final Organisation organisation;
    private final Categories categories;
    private final ClockTexts clocks;

    EventTexts(MessageSource messages, Organisation organisation, Categories categories, ClockTexts clocks) {
        this.messages = messages;
        this.organisation = organisation;
        this.categories = categories;
        this.clocks = clocks;
    }

    String of(TimelineEntry entry, Locale locale) {
        Object[] args = entry.args().stream().map(name -> words(name, entry.data().get(spoken(name, locale)), locale)).toArray();
        return messages.getMessage("complaint.event." + entry.kind(), args, locale).strip();
    }

    /** Name of a person, or of the product itself. */
    String person(String username, Locale locale) {
        if (Actor.SYSTEM.equals(username)) {
            return messages.getMessage("app.name", null, locale);
        }
        if (Actor.CUSTOMER.equals(username)) {
            return messages.getMessage("complaint.customer", null, locale);
        }
        return organisation.person(username).map(person -> person.name().in(locale)).orElse(username);
    }

    String team(String code, Locale locale) {
        return organisation.team(code).map(team -> team.name().in(locale)).orElse(code);
    }

    String category(String code, Locale locale) {
        return categories.find(code).map(category -> category.path().in(locale)).orElse(code);
    }

    String constant(String type, String name, Locale locale) {
        return messages.getMessage("enum." + type + "." + name, null, name, locale);
    }

    /** A reason that rules give in both languages is read in the reader's. */
    private static String spoken(String name, Locale locale) {
        return name.equals("reasonEn") && Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? "reasonZh" : name;
    }

    private String words(String name, @Nullable Object value, Locale locale) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        return switch (name) {
            case "channel" -> constant("Channel", text, locale);
            case "severity" -> text + " " + constant("Severity", text, locale);
            case "from" -> text.matches("S[1-4]") ? text + " " + constant("Severity", text, locale) : text;
            case "verdict" -> constant("Verdict", text, locale);
            case "waitingFor" -> constant("WaitingFor", text, locale);
            case "clock" -> constant("ClockKind", text, locale);
            case "rating" -> constant("Rating", text, locale);
            case "solved" -> messages.getMessage("complaint.word." + text, null, locale);
            case "outcome" -> messages.getMessage("complaint.outcome." + text, null, text, locale);
            case "team" -> team(text, locale);
            case "category" -> category(text, locale);
            case "by", "owner", "handler" -> person(text, locale);
            case "who" -> Arrays.stream(text.split(", ")).map(each -> holder(each, locale)).collect(Collectors.joining(", "));
            case "ladderAction" -> constant("LadderAction", text, locale);
            case "orderAction" -> constant("SupervisionAnswer", text, locale);
            case "cause" -> constant("LadderTrigger", text, locale);
            case "at", "retryAt", "until" -> moment(text, locale);
            default -> text;
        };
    }

    /** A task is held by a person, a team or a role. */
    String holder(String code, Locale locale) {
        if (code.equals(code.toUpperCase(Locale.ROOT))) {
            return constant("Role", code, locale);
        }
        return organisation.team(code).map(team -> team.name().in(locale)).orElseGet(() -> person(code, locale));
    }

    private String moment(String text, Locale locale) {
        try {
            return clocks.moment(Instant.parse(text), locale);
        } catch (DateTimeException notOne) {
            return text;
        }
    }
}
