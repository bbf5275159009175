package org.redress.studio.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.redress.deadline.Budget;
import org.redress.deadline.PolicyException;
import org.redress.shared.Bilingual;
import org.redress.studio.compare.FileDifference;
import org.redress.studio.compare.PropertyDifference;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Differences in words: what a property is called, what its value means. What the house has no word for is shown as the model says it. */
@Component
class CompareWords {

    private static final Pattern DURATION = Pattern.compile("(R\\d*/)?P(?=[\\dT])(?:\\d+[YMWD])*(?:T(?:\\d+[HMS])+)?");
    private static final Pattern SPLIT = Pattern.compile("P((?:\\d+[YMWD])*)(T.+)?");
    private static final String CLOCK = "redress.clock";
    private static final String BUDGET = "redress.budget";

    private final MessageSource messages;

    CompareWords(MessageSource messages) {
        this.messages = messages;
    }

    String type(String type, Locale locale) {
        return said("studio.compare.type." + type, type, locale);
    }

    String property(PropertyDifference difference, Locale locale) {
        String name = said("studio.compare.property." + difference.property(), difference.property(), locale);
        if (difference.detail().isEmpty()) {
            return name;
        }
        String detail = difference.detail();
        return switch (difference.property()) {
            case "house" -> said("studio.compare.house." + detail, detail, locale);
            case "validation" -> messages.getMessage("studio.compare.of", new Object[] {name, said("studio.compare.validation." + detail, detail, locale)}, locale);
            case "set" -> said("studio.compare.set." + detail, detail, locale);
            default -> messages.getMessage("studio.compare.of", new Object[] {name, detail}, locale);
        };
    }

    String value(FileDifference file, PropertyDifference difference, String value, Locale locale) {
        if (value.isEmpty()) {
            return messages.getMessage("studio.compare.none", null, locale);
        }
        if (difference.property().equals("type")) {
            return type(value, locale);
        }
        if (difference.detail().equals(CLOCK)) {
            return said("enum.ClockKind." + value, value, locale);
        }
        if (difference.detail().equals(BUDGET)) {
            return budget(value, locale);
        }
        if (value.equals("true") || value.equals("false")) {
            return messages.getMessage("studio.compare." + value, null, locale);
        }
        Bilingual name = file.names().get(value);
        if (name != null) {
            return messages.getMessage("studio.compare.named", new Object[] {name.in(locale), value}, locale);
        }
        return DURATION.matcher(value).matches() ? duration(value, locale) : value;
    }

    /** "2 bd" as "2 working days". */
    private String budget(String value, Locale locale) {
        try {
            Budget budget = Budget.parse(value);
            return messages.getMessage("studio.compare.budget." + budget.unit(), new Object[] {budget.amount()}, locale);
        } catch (PolicyException e) {
            return value;
        }
    }

    /** ISO 8601: P2DT4H as "2 days 4 hours"; a cycle as "every 2 days". */
    String duration(String value, Locale locale) {
        if (value.startsWith("R")) {
            return messages.getMessage("studio.compare.every", new Object[] {duration(value.substring(value.indexOf('/') + 1), locale)}, locale);
        }
        Matcher parts = SPLIT.matcher(value);
        if (!parts.matches()) {
            return value;
        }
        try {
            List<String> words = new ArrayList<>();
            Period days = parts.group(1).isEmpty() ? Period.ZERO : Period.parse("P" + parts.group(1));
            Duration hours = parts.group(2) == null ? Duration.ZERO : Duration.parse("P" + parts.group(2));
            add(words, "years", days.getYears(), locale);
            add(words, "months", days.getMonths(), locale);
            add(words, "days", days.getDays(), locale);
            add(words, "hours", hours.toHours(), locale);
            add(words, "minutes", hours.toMinutesPart(), locale);
            add(words, "seconds", hours.toSecondsPart(), locale);
            return words.isEmpty() ? value : String.join(" ", words);
        } catch (DateTimeException e) {
            return value;
        }
    }

    private void add(List<String> words, String unit, long count, Locale locale) {
        if (count != 0) {
            words.add(messages.getMessage("studio.compare.duration." + unit, new Object[] {count}, locale));
        }
    }

    private String said(String key, String otherwise, Locale locale) {
        String found = messages.getMessage(key, null, otherwise, locale);
        return found == null ? otherwise : found;
    }
}
