package org.redress.worklist.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.worklist.OpenTask;
import org.redress.worklist.OpenWork;
import org.redress.worklist.TaskAnswers;
import org.redress.worklist.TaskDesk;
import org.redress.worklist.TaskDrafts;
import org.redress.worklist.form.PlainForm;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Sends a task's form. Whatever goes wrong, what was typed is kept as a draft and shown again. */
@Controller
class CompletionController {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {
    };

    private final CurrentActor current;
    private final TaskDesk desk;
    private final OpenWork work;
    private final TaskAnswers answers;
    private final TaskDrafts drafts;
    private final PlainForm plain;
    private final TaskPage page;
    private final TypedText typed;
    private final MessageSource messages;
    private final ObjectMapper json;

    CompletionController(CurrentActor current, TaskDesk desk, OpenWork work, TaskAnswers answers, TaskDrafts drafts, PlainForm plain,
            TaskPage page, TypedText typed, MessageSource messages, ObjectMapper json) {
        this.current = current;
        this.desk = desk;
        this.work = work;
        this.answers = answers;
        this.drafts = drafts;
        this.plain = plain;
        this.page = page;
        this.typed = typed;
        this.messages = messages;
        this.json = json;
    }

    @PostMapping("/tasks/{id}/complete")
    String complete(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable Integer version, @RequestParam(required = false) @Nullable String then,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes redirect) {
        Actor actor = current.get();
        Optional<OpenTask> open = work.find(id);
        Map<String, Object> submitted = submitted(open, parameters, locale);
        try {
            OpenTask done = desk.complete(actor, id, version, submitted);
            redirect.addFlashAttribute("notice", "worklist.done.completed");
            redirect.addFlashAttribute("noticeArgs", new Object[] {done.name().in(locale), done.subject()});
            return "next".equals(then) ? "redirect:/tasks/next" : "redirect:/tasks";
        } catch (Problem problem) {
            if (problem.status() != 422 && problem.status() != 409) {
                throw problem;
            }
            response.setStatus(problem.status());
            return problem.status() == 422 && open.isPresent() ? mend(actor, open.get(), submitted, problem, "next".equals(then), model, locale)
                    : conflict(actor, id, open, submitted, problem, model, locale);
        }
    }

    private String mend(Actor actor, OpenTask task, Map<String, Object> submitted, Problem problem, boolean through, Model model, Locale locale) {
        drafts.save(actor, task, submitted);
        page.fill(model, actor, task, submitted, problem.fields(), locale);
        model.addAttribute("through", through);
        return "worklist/task";
    }

    private String conflict(Actor actor, String id, Optional<OpenTask> before, Map<String, Object> submitted, Problem problem, Model model, Locale locale) {
        before.ifPresent(task -> drafts.save(actor, task, submitted));
        model.addAttribute("message", messages.getMessage(problem.key(), problem.args().toArray(), locale));
        model.addAttribute("typed", before.map(task -> typed.of(answers.sheet(task, locale), submitted)).orElseGet(() -> typed.of(submitted)));
        model.addAttribute("again", work.find(id).isPresent() ? "/tasks/" + id : null);
        return "worklist/conflict";
    }

    private Map<String, Object> submitted(Optional<OpenTask> task, MultiValueMap<String, String> parameters, Locale locale) {
        String sent = parameters.getFirst("answers");
        if (sent != null && !sent.isBlank()) {
            try {
                return json.readValue(sent, ANSWERS);
            } catch (JsonProcessingException e) {
                throw Problem.badRequest("worklist.problem.answers");
            }
        }
        return task.map(open -> plain.read(answers.sheet(open, locale).schema(), parameters)).orElseGet(() -> TypedText.plain(parameters));
    }
}
