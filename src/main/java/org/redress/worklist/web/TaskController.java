package org.redress.worklist.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.worklist.OpenTask;
import org.redress.worklist.Staff;
import org.redress.worklist.TaskAnswers;
import org.redress.worklist.TaskDesk;
import org.redress.worklist.TaskDrafts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;


/** One task: its page, its form, its draft, and the verbs that only move it. */
@Controller
@RequestMapping("/tasks/{id}")
class TaskController {

    private final CurrentActor current;
    private final TaskDesk desk;
    private final TaskAnswers answers;
    private final TaskDrafts drafts;
    private final TaskPage page;
    private final Staff staff;

    TaskController(CurrentActor current, TaskDesk desk, TaskAnswers answers, TaskDrafts drafts, TaskPage page, Staff staff) {
        this.current = current;
        this.desk = desk;
        this.answers = answers;
        this.drafts = drafts;
        this.page = page;
        this.staff = staff;
    }

    @GetMapping
    String show(@PathVariable String id, @RequestParam(required = false) @Nullable String through, Model model, Locale locale) {
        Actor actor = current.get();
        page.fill(model, actor, desk.see(actor, id), null, List.of(), locale);
        model.addAttribute("through", through != null);
        return "worklist/task";
    }

    /** What the form viewer needs. */
    @GetMapping("/form.json")
    @ResponseBody
    Map<String, Object> form(@PathVariable String id, Locale locale) {
        Actor actor = current.get();
        OpenTask task = desk.see(actor, id);
        TaskAnswers.Sheet sheet = answers.sheet(task, locale);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("schema", sheet.schema());
        all.put("data", sheet.data());
        all.put("locale", locale.toLanguageTag());
        all.put("version", task.version());
        drafts.find(actor, task).ifPresent(draft -> all.put("draft", draft));
        return all;
    }

    @PostMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ResponseBody
    void draft(@PathVariable String id, @RequestBody DraftBody body) {
        Actor actor = current.get();
        drafts.save(actor, desk.see(actor, id), body.answers() == null ? Map.of() : body.answers());
    }

    @PostMapping("/claim")
    String claim(@PathVariable String id, @RequestParam(required = false) @Nullable Integer version, RedirectAttributes redirect) {
        return TasksController.taken(desk.claim(current.get(), id, version), redirect);
    }

    @PostMapping("/release")
    String release(@PathVariable String id, @RequestParam(required = false) @Nullable Integer version, RedirectAttributes redirect) {
        Actor actor = current.get();
        OpenTask before = desk.release(actor, id, version);
        said(redirect, "worklist.done.released", before.subject());
        if (actor.username().equals(before.assignee())) {
            redirect.addFlashAttribute("undoUrl", "/tasks/" + id + "/claim");
            redirect.addFlashAttribute("undoFields", Map.of("version", before.version() + 1));
        }
        return "redirect:/tasks";
    }

    @PostMapping("/assign")
    String assign(@PathVariable String id, @RequestParam String to, @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect) {
        OpenTask task = desk.assign(current.get(), id, to, version);
        said(redirect, "worklist.done.assigned", task.subject(), staff.name(to));
        return "redirect:/tasks?scope=team";
    }

    private static void said(RedirectAttributes redirect, String notice, Object... args) {
        redirect.addFlashAttribute("notice", notice);
        redirect.addFlashAttribute("noticeArgs", args);
    }

    /** @param version of the row the person has before them; a draft is kept whatever happened to it */
    record DraftBody(@Nullable Map<String, Object> answers, @Nullable Integer version) {
    }
}
