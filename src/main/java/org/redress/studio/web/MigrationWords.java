package org.redress.studio.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.redress.shared.web.PageTimes;
import org.redress.studio.CaseMigrations.ClockMove;
import org.redress.studio.CaseMigrations.Step;
import org.redress.studio.CaseMigrations.Why;
import org.redress.studio.MigrationCase;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Migrations in the words of the reader. */
@Component
class MigrationWords {

    private final MessageSource messages;
    private final PageTimes times;

    MigrationWords(MessageSource messages, PageTimes times) {
        this.messages = messages;
        this.times = times;
    }

    /** One case as a line: what of it a designer may see. */
    record Line(int place, String label, List<String> steps, List<String> clocks, String outcome, String outcomeText, @Nullable String why, @Nullable String movedAt,
            boolean canary) {
    }

    Line line(MigrationCase one, Locale locale) {
        return new Line(one.place(), one.forecast().label(), one.forecast().steps().stream().map(step -> step(step, locale)).toList(),
                one.forecast().clocks().stream().map(clock -> clock(clock, locale)).toList(), one.outcome().name(), text("enum.CaseOutcome." + one.outcome(), locale),
                one.why() == null ? null : why(one.why(), locale), one.movedAt() == null ? null : times.text(one.movedAt(), locale), one.canary());
    }

    String step(Step step, Locale locale) {
        String name = step.name().in(locale);
        String then = step.toName() == null ? text("studio.migration.nowhere", locale) : step.toName().in(locale);
        String way = step.from().equals(step.to()) ? name : text("studio.migration.way", locale, name, then);
        if (step.dueNow() == null) {
            return text("studio.migration.step", locale, way, text("enum.Work." + step.work(), locale));
        }
        String due = Objects.equals(step.dueNow(), step.dueThen()) || step.dueThen() == null ? moment(step.dueNow(), locale)
                : text("studio.migration.way", locale, moment(step.dueNow(), locale), moment(step.dueThen(), locale));
        return text("studio.migration.step.due", locale, way, text("enum.Work." + step.work(), locale), due);
    }

    String clock(ClockMove clock, Locale locale) {
        String name = text("enum.ClockKind." + clock.clock(), locale);
        String due = clock.dueNow().equals(clock.dueThen()) ? moment(clock.dueNow(), locale)
                : text("studio.migration.way", locale, moment(clock.dueNow(), locale), moment(clock.dueThen(), locale));
        if (clock.paused()) {
            return text("studio.migration.clock.paused", locale, name, due);
        }
        if (clock.stepNow() == null || clock.next() == null) {
            return text("studio.migration.clock.top", locale, name, due);
        }
        return clock.stepThen() == null ? text("studio.migration.clock.lost", locale, name, due, clock.next(), moment(clock.stepNow(), locale))
                : text("studio.migration.clock", locale, name, due, clock.next(), moment(clock.stepThen(), locale));
    }

    String why(Why why, Locale locale) {
        return text(why.key(), locale, why.args().stream().map(arg -> (Object) arg.in(locale)).toArray());
    }

    String moment(Instant at, Locale locale) {
        return times.text(at, locale);
    }

    String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
