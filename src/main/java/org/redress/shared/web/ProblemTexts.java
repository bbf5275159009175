package org.redress.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.redress.shared.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a problem into the words of who asked. */
@Component
class ProblemTexts {

    private static final Set<Integer> TITLED = Set.of(400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503);

    private final MessageSource messages;
    private final Languages languages;
    private final ProblemSentences sentences;

    ProblemTexts(MessageSource messages, Languages languages, ProblemSentences sentences) {
        this.messages = messages;
        this.languages = languages;
        this.sentences = sentences;
    }

    /** The sentence that stands for the status where nothing more exact is known. */
    ProblemAnswer answer(HttpServletRequest request, int status) {
        int known = TITLED.contains(status) ? status : status < 500 ? 400 : 500;
        return answer(request, status, "error." + known + ".text", List.of(), List.of());
    }

    ProblemAnswer answer(HttpServletRequest request, int status, String key, List<?> args, List<ProblemAnswer.Field> fields) {
        var locale = locale(request);
        int titled = TITLED.contains(status) ? status : status < 500 ? 400 : 500;
        return new ProblemAnswer(status, key, text("error." + titled + ".title", List.of(), locale), text(key, args, locale), fields,
                RequestReference.of(request));
    }

    List<ProblemAnswer.Field> fields(HttpServletRequest request, List<FieldProblem> problems) {
        var locale = locale(request);
        return problems.stream().map(problem -> new ProblemAnswer.Field(problem.field(), text(problem.key(), problem.args(), locale)))
                .toList();
    }

    Locale locale(HttpServletRequest request) {
        return languages.resolveLocale(request);
    }

    MessageSource messages() {
        return messages;
    }

    private String text(String key, List<?> args, Locale locale) {
        return sentences.of(key, args, locale);
    }
}
