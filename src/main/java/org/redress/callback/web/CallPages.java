package org.redress.callback.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.redress.callback.CallDesk;
import org.redress.callback.CallGroup;
import org.redress.callback.CallSheet;
import org.redress.callback.CallWork;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.redress.worklist.OpenTask;
import org.redress.worklist.TaskDesk;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /callbacks}: the list of calls, the sheet of one call, and what was heard in it. */
@Controller
@RequestMapping("/callbacks")
class CallPages {

    private final CallDesk calls;
    private final TaskDesk tasks;
    private final CallWork work;
    private final CallForm form;
    private final DialLink dial;
    private final Organisation organisation;
    private final CurrentActor actor;
    private final MessageSource messages;

    CallPages(CallDesk calls, TaskDesk tasks, CallWork work, CallForm form, DialLink dial, Organisation organisation, CurrentActor actor, MessageSource messages) {
        this.calls = calls;
        this.tasks = tasks;
        this.work = work;
        this.form = form;
        this.dial = dial;
        this.organisation = organisation;
        this.actor = actor;
        this.messages = messages;
    }

    /** @param group one group with all its calls, null for the list of the day */
    @GetMapping
    String list(@RequestParam(required = false) @Nullable CallGroup group, @RequestParam(required = false) @Nullable String cursor, Model model) {
        rows(group, cursor, model);
        return "callback/list";
    }

    /** The part of the list that others change. */
    @GetMapping("/rows")
    String rows(@RequestParam(required = false) @Nullable CallGroup group, @RequestParam(required = false) @Nullable String cursor, Model model) {
        Actor reader = actor.get();
        model.addAttribute("calls", group == null ? calls.list(reader) : calls.group(reader, group, cursor));
        model.addAttribute("group", group);
        model.addAttribute("cursor", cursor);
        model.addAttribute("agent", reader.hasAny(Role.CALLBACK_AGENT.name()));
        return "callback/list :: rows";
    }

    /** Somebody works on a sheet: {@link PresenceInterceptor} has noted it. */
    @GetMapping("/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void present() {
        // the visit itself says everything
    }

    /** The next call of the list, in the hands of who asks. */
    @PostMapping("/next")
    String next(RedirectAttributes flash) {
        Optional<OpenTask> task = work.next(actor.get());
        if (task.isEmpty()) {
            flash.addFlashAttribute("notice", "callback.list.none");
        }
        return task.map(taken -> "redirect:/callbacks/" + taken.id()).orElse("redirect:/callbacks");
    }

    /** Takes the call, so that two agents never ring the same customer. */
    @PostMapping("/{taskId}/open")
    String open(@PathVariable String taskId, @RequestParam(required = false) @Nullable Integer version) {
        work.take(actor.get(), taskId, version);
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
        return sheet(taskId, null, List.of(), model, locale);
    }

    /** Finishes the call; wrong answers come back on the sheet, with everything that was filled in. */
    @PostMapping("/{taskId}/complete")
    String complete(@PathVariable String taskId, @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable Integer version, @RequestParam(required = false) @Nullable String recording, Model model,
            Locale locale, RedirectAttributes flash, HttpServletResponse response) {
        Actor agent = actor.get();
        OpenTask task = tasks.see(agent, taskId);
        Map<String, Object> filled = form.read(task, parameters, locale);
        try {
            work.complete(agent, taskId, version, filled, recording);
        } catch (Problem e) {
            form.keep(agent, task, filled);
            if (e.fields().isEmpty()) {
                throw e;
            }
            response.setStatus(e.status());
            model.addAttribute("recording", recording);
            return sheet(taskId, filled, e.fields(), model, locale);
        }
        flash.addFlashAttribute("notice", "callback.list.done");
        calls.caseOpened(task.subjectId()).ifPresent(number -> flash.addFlashAttribute("openedCase", number));
        return "redirect:/callbacks";
    }

    /** The customer does not want to be called again. */
    @PostMapping("/{taskId}/decline")
    String decline(@PathVariable String taskId, @RequestParam(required = false) @Nullable String recording, RedirectAttributes flash) {
        work.decline(actor.get(), taskId, recording);
        flash.addFlashAttribute("notice", "callback.list.declined");
        return "redirect:/callbacks";
    }

    private String sheet(String taskId, @Nullable Map<String, Object> typed, List<FieldProblem> problems, Model model, Locale locale) {
        Actor reader = actor.get();
        CallSheet sheet = calls.sheet(reader, taskId);
        String holder = sheet.task().assignee();
        boolean mine = reader.username().equals(holder);
        model.addAttribute("sheet", sheet);
        model.addAttribute("mine", mine);
        model.addAttribute("holder", holder == null ? null : name(holder, locale));
        if (mine) {
            form.show(model, reader, sheet.task(), typed, problems, locale);
            model.addAttribute("dial", dial.address(sheet.customer().phone(), sheet.task().subjectId()));
            model.addAttribute("script", script(sheet, reader));
            model.addAttribute("scriptLanguage", sheet.customer().language());
        }
        return "callback/sheet";
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
}
