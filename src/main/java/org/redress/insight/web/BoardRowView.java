package org.redress.insight.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.insight.BoardRow;
import org.springframework.stereotype.Component;

/** Puts rows of a board into the words of the reader. */
@Component
class BoardRowView {

    private final BoardTexts texts;

    BoardRowView(BoardTexts texts) {
        this.texts = texts;
    }

    /**
     * @param state        a part of enum.DueState, for the icon; word is that of enum.BoardState
     * @param due          null where no clock runs
     * @param cause        null unless late or at risk
     * @param ladder       null while no step was taken
     * @param acknowledged null while nobody has, or nothing is to be
     * @param next         when which level fires, null when none will
     */
    record Row(String number, String severity, String summary, String caseState, String state, String word, @Nullable String due,
            @Nullable String left, @Nullable String clock, @Nullable String cause, String spent, List<String> work, @Nullable String owner,
            @Nullable String ladder, @Nullable String told, @Nullable String acknowledged, @Nullable String next, boolean waitsForAcknowledgement,
            boolean ordered, boolean extensionAsked, List<String> marks) {
    }

    Row of(BoardRow row, Locale locale) {
        BoardRow.Reading clock = row.clock();
        BoardRow.Step step = row.step();
        String acknowledgedBy = step == null ? null : step.acknowledgedBy();
        return new Row(row.number(), row.severity(), row.summary(), row.caseState(), BoardTexts.icon(row.state()), row.state().name(),
                clock == null ? null : texts.moment(clock.dueAt(), locale), clock == null ? null : texts.left(row, clock, locale),
                clock == null ? null : clock.kind().name(), row.cause() == null ? null : row.cause().name(), texts.spent(row.spent(), locale),
                row.work().stream().map(work -> texts.text("insight.overdue.step", locale, work.name().in(locale), texts.holder(work, locale))).toList(),
                row.owner() == null ? null : texts.person(row.owner(), locale),
                row.ladderLevel() == 0 ? null : texts.text("insight.overdue.level", locale, row.ladderLevel()),
                step == null ? null : texts.text("insight.overdue.told", locale, texts.moment(step.firedAt(), locale), people(step.recipients(), locale)),
                acknowledgedBy == null ? null : texts.text("insight.overdue.acknowledged", locale, texts.person(acknowledgedBy, locale)),
                row.nextStepAt() == null || row.nextLevel() == null ? null
                        : texts.text("insight.overdue.next", locale, row.nextLevel(), texts.moment(row.nextStepAt(), locale)),
                step != null && acknowledgedBy == null, row.ordered(), row.extensionAsked(), row.marks());
    }

    private String people(List<String> usernames, Locale locale) {
        return usernames.isEmpty() ? texts.text("insight.overdue.customer", locale)
                : String.join(", ", usernames.stream().map(name -> texts.person(name, locale)).toList());
    }
}
