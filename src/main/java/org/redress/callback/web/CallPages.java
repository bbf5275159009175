package org.redress.callback.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.redress.callback.CallDesk;
import org.redress.callback.CallSheet;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.worklist.OpenTask;
import org.redress.worklist.TaskAnswers;
import org.redress.worklist.TaskDesk;
import org.redress.worklist.TaskDrafts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /callbacks}: the list of calls, the sheet of one call, and what was heard in it. */
@Controller
@RequestMapping("/callbacks")
class CallPages {

    private static final int ROWS = 100;
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {
    };

    private final CallDesk calls;
    private final TaskDesk tasks;
    private final TaskAnswers answers;
    private final TaskDrafts drafts;
    private final Organisation organisation;
    private final CurrentActor actor;
    private final MessageSource messages;
    private final ObjectMapper json;

    CallPages(CallDesk calls, TaskDesk tasks, TaskAnswers answers, TaskDrafts drafts, Organisation organisation, CurrentActor actor,
            MessageSource messages, ObjectMapper json) {
        this.calls = calls;
        this.tasks = tasks;
        this.answers = answers;
        this.drafts = drafts;
        this.organisation = organisation;
        this.actor = actor;
        this.messages = messages;
        this.json = json;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String cursor, Model model) {
        rows(cursor, model);
        return "callback/list";
    }

    /** The part of the list that others change. */
    @GetMapping("/rows")
    String rows(@RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("calls", calls.list(actor.get(), cursor, ROWS));
        model.addAttribute("cursor", cursor);
        return "callback/list :: rows";
    }

    /** Takes the call, so that two agents never ring the same customer. */
    @PostMapping("/{taskId}/open")
    String open(@PathVariable String taskId, @RequestParam(required = false) @Nullable Integer version) {
        tasks.claim(actor.get(), taskId, version);
        return "redirect:/callbacks/" + taskId;
    }

    @PostMapping("/{taskId}/release")
    String release(@PathVariable String taskId, RedirectAttributes flash) {
        tasks.release(actor.get(), taskId, null);
        flash.addFlashAttribute("notice", "callback.list.released");
        return "redirect:/callbacks";
    }

    @GetMapping("/{taskId}")
    String sheet(@PathVariable String taskId, Model model, Locale locale) {
        Actor reader = actor.get();
        CallSheet sheet = calls.sheet(reader, taskId);
        OpenTask task = sheet.task();
        String holder = task.assignee();
        model.addAttribute("sheet", sheet);
        model.addAttribute("mine", reader.username().equals(holder));
        model.addAttribute("holder", holder == null ? null : name(holder, locale));
        model.addAttribute("documentation", answers.documentation(task, locale));
        model.addAttribute("script", script(sheet, reader));
        model.addAttribute("scriptLanguage", sheet.customer().language());
        return "callback/sheet";
    }

    /** Finishes the call; wrong answers come back on the sheet, with everything that was filled in. */
    @PostMapping("/{taskId}/complete")
    String complete(@PathVariable String taskId, @RequestParam(name = "answers") String submitted,
            @RequestParam(required = false) @Nullable Integer version, Model model, Locale locale, RedirectAttributes flash,
            HttpServletResponse response) {
        Actor agent = actor.get();
        Map<String, Object> filled = read(submitted);
        try {
            OpenTask done = tasks.complete(agent, taskId, version, filled);
            flash.addFlashAttribute("notice", "callback.list.done");
            calls.caseOpened(done.subjectId()).ifPresent(number -> flash.addFlashAttribute("openedCase", number));
            return "redirect:/callbacks";
        } catch (Problem e) {
            if (e.fields().isEmpty()) {
                throw e;
            }
            drafts.save(agent, tasks.see(agent, taskId), filled);
            Map<String, String> errors = new LinkedHashMap<>();
            e.fields().forEach(field -> errors.put(field.field(),
                    String.valueOf(messages.getMessage(field.key(), field.args().toArray(), field.key(), locale))));
            model.addAttribute("errors", errors);
            model.addAttribute("errorsJson", write(errors));
            response.setStatus(e.status());
            return sheet(taskId, model, locale);
        }
    }

    /** What to say, in the customer's language. */
    private List<String> script(CallSheet sheet, Actor reader) {
        Locale language = Locale.forLanguageTag(sheet.customer().language());
        String business = messages.getMessage("enum.Business." + sheet.business(), null, language);
        return List.of(messages.getMessage("callback.script.greeting", new Object[] {name(reader.username(), language), sheet.customer().name()}, language),
                messages.getMessage("callback.script.reason", new Object[] {business}, language),
                messages.getMessage("callback.script.questions", null, language));
    }

    private String name(String username, Locale locale) {
        return organisation.person(username).map(Person::name).map(name -> name.in(locale)).orElse(username);
    }

    private Map<String, Object> read(String submitted) {
        try {
            return json.readValue(submitted, ANSWERS);
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("error.400.text");
        }
    }

    private String write(Map<String, String> errors) {
        try {
            return json.writeValueAsString(errors);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always become JSON", e);
        }
    }
}
