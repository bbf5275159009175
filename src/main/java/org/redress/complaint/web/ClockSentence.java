package org.redress.complaint.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.redress.deadline.Budget;
import org.redress.deadline.BudgetUnit;
import org.redress.deadline.ClockReading;
import org.redress.deadline.ClockState;
import org.redress.deadline.LedgerEvent;
import org.redress.deadline.LedgerLine;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words why a clock is due when it is: what the fold of its ledger did, in the order a person would tell it. */
@Component
class ClockSentence {

    private static final Set<LedgerEvent> BEGINNINGS = Set.of(LedgerEvent.STARTED, LedgerEvent.RESTARTED);

    private final ClockTexts texts;
    private final MessageSource messages;

    ClockSentence(ClockTexts texts, MessageSource messages) {
        this.texts = texts;
        this.messages = messages;
    }

    String sentence(ClockReading reading, Locale locale) {
        List<String> told = new ArrayList<>();
        String name = messages.getMessage("enum.ClockKind." + reading.kind(), null, locale);
        String due = texts.moment(reading.dueAt(), locale);
        String began = texts.moment(reading.startedAt(), locale);
        Budget budget = reading.budget();
        if (budget == null) {
            told.add(say("given", locale, name, due, began));
        } else {
            told.add(say("start", locale, name, due, began, budget(budget, locale), reading.severity()));
            told.add(say(reading.countsWorkingTime() ? "working" : "wall", locale, span(reading.totalMinutes(), locale)));
            if (budget.unit() == BudgetUnit.BUSINESS_DAYS) {
                told.add(say("days", locale));
            }
        }
        List<LedgerLine> round = round(reading);
        told(told, round, LedgerEvent.SEVERITY_CHANGED, "severity", locale);
        told(told, round, LedgerEvent.RESUMED, "waited", locale);
        told(told, round, LedgerEvent.REOPENED, "closed", locale);
        told(told, round, LedgerEvent.EXTENDED, "extended", locale);
        told(told, round, LedgerEvent.OUTSIDE_LIMIT, "limit", locale);
        told(told, round, LedgerEvent.CALENDAR_CORRECTED, "corrected", locale);
        String special = round.stream().map(line -> texts.calendarNote(line, locale)).filter(note -> !note.isEmpty()).distinct()
                .collect(Collectors.joining(" · "));
        if (!special.isEmpty()) {
            told.add(say("special", locale, special));
        }
        state(told, reading, locale);
        return String.join(Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? "" : " ", told);
    }

    private void state(List<String> told, ClockReading reading, Locale locale) {
        if (reading.state() == ClockState.PAUSED && reading.pausedSince() != null && reading.pauseEndsAt() != null) {
            told.add(say("paused", locale, texts.moment(reading.pausedSince(), locale), texts.moment(reading.pauseEndsAt(), locale)));
        }
        if (reading.stoppedAt() != null) {
            told.add(say(reading.state() == ClockState.BREACHED ? "late" : reading.state() == ClockState.MET ? "met" : "cancelled", locale,
                    texts.moment(reading.stoppedAt(), locale)));
        } else if (reading.breachedAt() != null) {
            told.add(say("breached", locale, texts.moment(reading.breachedAt(), locale)));
        }
    }

    /** What lines of one kind did to the due moment together; nothing where there are none. */
    private void told(List<String> told, List<LedgerLine> round, LedgerEvent what, String key, Locale locale) {
        List<LedgerLine> lines = round.stream().filter(line -> line.what() == what).toList();
        long minutes = lines.stream().mapToLong(LedgerLine::minutes).sum();
        if (minutes != 0) {
            told.add(say(key + (minutes < 0 ? ".less" : ""), locale, span(Math.abs(minutes), locale)));
        }
    }

    /** Lines since the clock last began with a full budget. */
    static List<LedgerLine> round(ClockReading reading) {
        List<LedgerLine> round = new ArrayList<>();
        for (LedgerLine line : reading.lines()) {
            if (BEGINNINGS.contains(line.what())) {
                round.clear();
            }
            round.add(line);
        }
        return round;
    }

    String budget(Budget budget, Locale locale) {
        return messages.getMessage("deadline.unit." + budget.unit(), new Object[] {budget.amount()}, locale);
    }

    private String span(long minutes, Locale locale) {
        return texts.exactly(Duration.ofMinutes(minutes), locale);
    }

    private String say(String key, Locale locale, Object... args) {
        return messages.getMessage("complaint.why." + key, args, locale);
    }
}
