package org.redress.complaint.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Budget;
import org.redress.deadline.ClockReading;
import org.redress.deadline.LedgerEvent;
import org.redress.deadline.LedgerLine;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A clock with its ledger in words, so that a person can check it line by line. */
@Component
class LedgerTexts {

    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final ClockTexts texts;
    private final ClockSentence sentence;
    private final MessageSource messages;
    private final Clock clock;

    LedgerTexts(ClockTexts texts, ClockSentence sentence, MessageSource messages, Clock clock) {
        this.texts = texts;
        this.sentence = sentence;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * One clock with the lines that explain it.
     *
     * @param used    share of the limit that is used, percent
     * @param budget  "4 working days"; null for a due moment that was given
     * @param measure how the ledger counts: "working time" or "every hour"
     * @param why     the sentence in the reader's language, {@code other} in the other one with its tag
     * @param total   what all lines gave it together
     */
    record Ledger(String kind, String state, ClockTexts.Reading reading, long used, @Nullable String budget, String usedWords,
            boolean breached, String measure, String started, String due, String paused, String why, String other, String otherTag,
            List<Line> lines, String total) {
    }

    /** @param total from the beginning to the due moment after this line */
    record Line(String at, String what, String added, String total, String calendar, String due, @Nullable String note) {
    }

    Ledger of(ClockReading reading, Locale locale) {
        boolean stopped = reading.state().stopped();
        String due = texts.moment(reading.dueAt(), locale);
        ClockTexts.Reading now = stopped ? new ClockTexts.Reading("NONE", due, null, null)
                : texts.reading(reading.state(), reading.dueAt(), reading.pausedSince(), reading.severity(), "", locale);
        Budget budget = reading.budget();
        long used = Math.round(reading.share(clock.instant()) * 100);
        Locale other = Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? ENGLISH : CHINESE;
        return new Ledger(reading.kind().name(), reading.state().name(), now, used, budget == null ? null : sentence.budget(budget, locale),
                messages.getMessage("complaint.clock.used", new Object[] {used}, locale), reading.breachedAt() != null,
                messages.getMessage("complaint.clock.measure." + reading.countsWorkingTime(), null, locale),
                texts.moment(reading.startedAt(), locale), due,
                reading.pausedMinutes() == 0 ? "" : texts.exactly(Duration.ofMinutes(reading.pausedMinutes()), locale),
                sentence.sentence(reading, locale), sentence.sentence(reading, other), other.toLanguageTag(), lines(reading, locale),
                texts.exactly(Duration.ofMinutes(reading.totalMinutes()), locale));
    }

    private List<Line> lines(ClockReading reading, Locale locale) {
        List<Line> lines = new ArrayList<>();
        LedgerLine before = null;
        for (LedgerLine line : reading.lines()) {
            lines.add(line(line, before, locale));
            before = line;
        }
        if (before != null && !before.dueAt().equals(reading.dueAt())) {
            lines.add(new Line(texts.moment(clock.instant(), locale), messages.getMessage("complaint.clock.byItself", null, locale),
                    added(reading.totalMinutes() - before.totalMinutes(), locale),
                    texts.exactly(Duration.ofMinutes(reading.totalMinutes()), locale), "", texts.moment(reading.dueAt(), locale), null));
        }
        return lines;
    }

    /** What a line adds is the step of the running total, so that the column sums to the minute; a new beginning starts at nothing. */
    private Line line(LedgerLine line, @Nullable LedgerLine before, Locale locale) {
        boolean anew = before == null || line.what() == LedgerEvent.RESTARTED || line.working() != before.working();
        long added = anew ? line.minutes() : line.totalMinutes() - before.totalMinutes();
        return new Line(texts.moment(line.at(), locale), messages.getMessage("deadline.event." + line.what(), null, locale),
                added(added, locale), texts.exactly(Duration.ofMinutes(line.totalMinutes()), locale), texts.calendarNote(line, locale),
                texts.moment(line.dueAt(), locale), line.note());
    }

    private String added(long minutes, Locale locale) {
        return minutes == 0 ? "" : (minutes < 0 ? "−" : "+") + texts.exactly(Duration.ofMinutes(Math.abs(minutes)), locale);
    }

    /** @param moved whether waiting would change anything */
    record WhatIf(String kind, String now, String then, boolean moved) {
    }

    /** What waiting would do to each open clock, both readings by the fold of its ledger. */
    List<WhatIf> whatIf(List<ClockReading> now, List<ClockReading> then, Locale locale) {
        List<WhatIf> answers = new ArrayList<>();
        for (ClockReading waiting : then) {
            Instant today = now.stream().filter(reading -> reading.kind() == waiting.kind()).findFirst().orElseThrow().dueAt();
            answers.add(new WhatIf(waiting.kind().name(), texts.moment(today, locale), texts.moment(waiting.dueAt(), locale),
                    !today.equals(waiting.dueAt())));
        }
        return answers;
    }
}
