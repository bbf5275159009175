package org.redress.complaint.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.TimelineEntry;
import org.springframework.stereotype.Component;

/** The timeline in words, newest first. */
@Component
class TimelineView {

    static final List<String> GROUPS = List.of("CONTACT", "DECISION", "CLOCK", "SYSTEM");

    private final EventTexts texts;
    private final ClockTexts clocks;

    TimelineView(EventTexts texts, ClockTexts clocks) {
        this.texts = texts;
        this.clocks = clocks;
    }

    /** @param iso moment for machines */
    record Line(long id, String group, boolean internal, boolean note, String text, String who, String at, String iso, String ago) {
    }

    /** @param show one group, or null for all */
    List<Line> of(List<TimelineEntry> entries, @Nullable String show, Locale locale) {
        return entries.stream().filter(entry -> show == null || show.isBlank() || show.equals(entry.group()))
                .map(entry -> new Line(entry.id(), entry.group(), entry.internal(), "NOTE".equals(entry.kind()), texts.of(entry, locale),
                        texts.person(entry.actor(), locale), clocks.moment(entry.at(), locale), entry.at().toString(),
                        clocks.ago(entry.at(), locale)))
                .toList();
    }
}
