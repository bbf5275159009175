package org.redress.process;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.callback.FollowUpCalls.CallAnswer;
import org.redress.callback.FollowUpCalls.CallRecord;
import org.redress.organisation.Organisation;
import org.redress.shared.CurrentActor;
import org.redress.survey.Scale;
import org.redress.survey.Scales;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a follow-up call heard and whom it was about, as the first note of the case it opens: nobody has to ask the customer again. */
@Component
class CallNote {

    private final Organisation organisation;
    private final Scales scales;
    private final CurrentActor agent;
    private final MessageSource messages;
    private final Clock clock;

    CallNote(Organisation organisation, Scales scales, CurrentActor agent, MessageSource messages, Clock clock) {
        this.organisation = organisation;
        this.scales = scales;
        this.agent = agent;
        this.messages = messages;
        this.clock = clock;
    }

    String of(CallRecord call, CallAnswer answer, Locale locale) {
        Scale scale = scales.find(answer.scale()).orElseThrow(() -> new IllegalStateException("scale " + answer.scale() + " is gone"));
        String rating = answer.rating() == null ? text(locale, "enum.Rating.NONE")
                : scale.grade(answer.rating()).map(grade -> grade.name().in(locale)).orElse(answer.rating());
        String doneAt = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale)
                .format(call.doneAt().atZone(clock.getZone()));
        return text("note", locale, scale.name().in(locale), rating,
                text("kept." + (answer.appointmentKept() == null ? "unknown" : answer.appointmentKept()), locale),
                person(agent.get().username(), locale), doneAt, team(call.team(), locale), person(call.employee(), locale));
    }

    private String person(@Nullable String username, Locale locale) {
        return username == null ? text("unnamed", locale)
                : organisation.person(username).map(person -> person.name().in(locale)).orElse(username);
    }

    private String team(@Nullable String code, Locale locale) {
        return code == null ? text("unnamed", locale) : organisation.team(code).map(team -> team.name().in(locale)).orElse(code);
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage("process.call." + key, values, locale);
    }

    private String text(Locale locale, String key) {
        return messages.getMessage(key, null, locale);
    }
}
