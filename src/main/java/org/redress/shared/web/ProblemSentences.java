package org.redress.shared.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a person reads of a problem: moments in their own notation and the company's time zone. */
@Component
public class ProblemSentences {

    private final MessageSource messages;
    private final Clock clock;

    ProblemSentences(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** The sentence of the first field that is wrong, or of the problem itself. */
    public String of(Problem problem, Locale locale) {
        if (problem.fields().isEmpty()) {
            return of(problem.key(), problem.args(), locale);
        }
        FieldProblem first = problem.fields().get(0);
        return of(first.key(), first.args(), locale);
    }

    /** A key without a sentence is our mistake, and no reason to answer 500 instead of what happened. */
    String of(String key, List<?> args, Locale locale) {
        Object[] shown = args.stream().map(arg -> arg instanceof Instant at ? PageTimes.format(locale).format(at.atZone(clock.getZone())) : arg).toArray();
        return String.valueOf(messages.getMessage(key, shown, key, locale));
    }
}
