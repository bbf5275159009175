package org.redress.report.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.redress.report.FigureWords;
import org.redress.report.ReportQuery;
import org.redress.report.ReportReaders;
import org.redress.report.Rhythm;
import org.redress.report.SavedView;
import org.redress.report.SavedViews;
import org.redress.report.Schedules;
import org.redress.report.ViewSchedule;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.shared.web.PersonNames;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Views that people keep, and their mail. */
@Controller
class ViewController {

    private static final String LIST = "redirect:/reports/views";

    private final SavedViews views;
    private final Schedules schedules;
    private final ReportReaders readers;
    private final ReportFrame frame;
    private final FigureWords words;
    private final PersonNames names;
    private final CurrentActor current;

    ViewController(SavedViews views, Schedules schedules, ReportReaders readers, ReportFrame frame, FigureWords words, PersonNames names, CurrentActor current) {
        this.views = views;
        this.schedules = schedules;
        this.readers = readers;
        this.frame = frame;
        this.words = words;
        this.names = names;
        this.current = current;
    }

    /** @param rhythm null where it is not mailed @param mine whether the reader is its owner */
    record Line(long id, String name, String owner, boolean mine, boolean shared, String asks, @Nullable Rhythm rhythm, boolean paused) {
    }

    /** @param chosen is told @param stopped took themselves off */
    record ReaderChoice(String username, String name, boolean chosen, boolean stopped) {
    }

    @GetMapping("/reports/views")
    String list(Model model, Locale locale) {
        model.addAttribute("views", views.all().stream().map(view -> line(view, locale)).toList());
        return "report/views";
    }

    @GetMapping("/reports/views/new")
    String blank(@RequestParam Map<String, String> parameters, Model model, Locale locale) {
        return blank(ReportQuery.of(parameters, frame.today()), "", false, model, locale);
    }

    @PostMapping("/reports/views")
    Object save(@RequestParam Map<String, String> parameters, Model model, Locale locale, RedirectAttributes flash) {
        ReportQuery query = ReportQuery.of(parameters.getOrDefault("query", ""), frame.today());
        boolean shared = parameters.containsKey("shared");
        try {
            long id = views.save(parameters.getOrDefault("name", ""), query, shared);
            flash.addFlashAttribute("notice", "report.views.saved");
            return "redirect:/reports/views/" + id;
        } catch (Problem problem) {
            return refused(problem, blank(query, parameters.getOrDefault("name", ""), shared, model, locale), model, locale);
        }
    }

    @GetMapping("/reports/views/{id}")
    String view(@PathVariable String id, Model model, Locale locale) {
        SavedView view = views.one(number(id));
        return view(view, view.name(), view.shared(), chosen(view), model, locale);
    }

    @PostMapping("/reports/views/{id}")
    Object change(@PathVariable String id, @RequestParam(defaultValue = "") String name, @RequestParam(required = false) @Nullable String shared,
            @RequestParam(defaultValue = "0") int seen, Model model, Locale locale, RedirectAttributes flash) {
        SavedView view = views.one(number(id));
        try {
            views.change(view.id(), seen, name, shared != null);
            flash.addFlashAttribute("notice", "report.views.changed");
            return LIST + "/" + view.id();
        } catch (Problem problem) {
            return refused(problem, view(view, name, shared != null, chosen(view), model, locale), model, locale);
        }
    }

    @PostMapping("/reports/views/{id}/delete")
    String delete(@PathVariable String id, RedirectAttributes flash) {
        views.delete(number(id));
        flash.addFlashAttribute("notice", "report.views.deleted");
        return LIST;
    }

    @PostMapping("/reports/views/{id}/mail")
    Object mail(@PathVariable String id, @RequestParam(defaultValue = "") String rhythm, @RequestParam(name = "recipients", required = false) @Nullable Set<String> to,
            Model model, Locale locale, RedirectAttributes flash) {
        SavedView view = views.one(number(id));
        Set<String> recipients = to == null ? Set.of() : new TreeSet<>(to);
        try {
            schedules.set(view.id(), rhythm.equals(Rhythm.MONTHLY.name()) ? Rhythm.MONTHLY : Rhythm.WEEKLY, recipients);
            flash.addFlashAttribute("notice", "report.views.mailed");
            return LIST + "/" + view.id();
        } catch (Problem problem) {
            return refused(problem, view(view, view.name(), view.shared(), recipients, model, locale), model, locale);
        }
    }

    @PostMapping("/reports/views/{id}/pause")
    String pause(@PathVariable String id, @RequestParam boolean paused, RedirectAttributes flash) {
        schedules.pause(number(id), paused);
        flash.addFlashAttribute("notice", paused ? "report.views.paused" : "report.views.resumed");
        return LIST + "/" + id;
    }

    @PostMapping("/reports/views/{id}/end")
    String end(@PathVariable String id, RedirectAttributes flash) {
        schedules.end(number(id));
        flash.addFlashAttribute("notice", "report.views.ended");
        return LIST + "/" + id;
    }

    @PostMapping("/reports/views/{id}/stop")
    String stop(@PathVariable String id, @RequestParam boolean stopped, RedirectAttributes flash) {
        schedules.stop(number(id), stopped);
        flash.addFlashAttribute("notice", stopped ? "report.views.stopped" : "report.views.started");
        return LIST + "/" + id;
    }

    private String blank(ReportQuery query, String name, boolean shared, Model model, Locale locale) {
        model.addAttribute("query", query.text());
        model.addAttribute("asks", asks(query, locale));
        model.addAttribute("name", name);
        model.addAttribute("shared", shared);
        model.addAttribute("back", ReportQuery.address("/reports", query.parameters()));
        return "report/view-new";
    }

    private String view(SavedView view, String name, boolean shared, Set<String> chosen, Model model, Locale locale) {
        ViewSchedule schedule = schedules.of(view.id()).orElse(null);
        String me = current.get().username();
        model.addAttribute("view", view);
        model.addAttribute("name", name);
        model.addAttribute("shared", shared);
        model.addAttribute("mine", view.owner().equals(me));
        model.addAttribute("owner", names.name(view.owner(), locale));
        model.addAttribute("asks", asks(ReportQuery.of(view.query(), frame.today()), locale));
        model.addAttribute("schedule", schedule);
        model.addAttribute("nextOn", schedule == null ? null : words.day(schedule.nextOn(), locale));
        model.addAttribute("rhythms", Rhythm.values());
        model.addAttribute("readers", readers.all().stream().map(person -> new ReaderChoice(person.username(), person.name().in(locale),
                chosen.contains(person.username()), schedule != null && schedule.readers().stream()
                        .anyMatch(reader -> reader.username().equals(person.username()) && reader.stopped()))).toList());
        model.addAttribute("own", schedule == null ? null : schedule.readers().stream().filter(reader -> reader.username().equals(me)).findFirst().orElse(null));
        return "report/view";
    }

    private Set<String> chosen(SavedView view) {
        Set<String> chosen = new TreeSet<>();
        schedules.of(view.id()).ifPresent(schedule -> schedule.readers().forEach(reader -> chosen.add(reader.username())));
        return chosen;
    }

    private Line line(SavedView view, Locale locale) {
        ViewSchedule schedule = schedules.of(view.id()).orElse(null);
        return new Line(view.id(), view.name(), names.name(view.owner(), locale), view.owner().equals(current.get().username()), view.shared(),
                asks(ReportQuery.of(view.query(), frame.today()), locale), schedule == null ? null : schedule.rhythm(), schedule != null && schedule.paused());
    }

    /** "Satisfaction, by team, latest month; business: Repair". */
    private String asks(ReportQuery query, Locale locale) {
        String asks = words.text("report.asks", locale, words.text("report.group." + query.group(), locale),
                query.dimension() == null ? words.text("report.noDimension", locale) : words.dimension(query.dimension(), locale),
                words.text("report.kind." + query.kind(), locale));
        List<String> narrowed = frame.names(query, locale).entrySet().stream()
                .map(entry -> words.text("report.chip", locale, words.dimension(entry.getKey(), locale), entry.getValue())).toList();
        return narrowed.isEmpty() ? asks : words.text("report.asksOf", locale, asks, String.join(", ", narrowed));
    }

    private ModelAndView refused(Problem problem, String template, Model model, Locale locale) {
        if (problem.status() != HttpStatus.UNPROCESSABLE_ENTITY.value() && problem.status() != HttpStatus.CONFLICT.value()) {
            throw problem;
        }
        Map<String, String> errors = new LinkedHashMap<>();
        problem.fields().forEach(field -> errors.put(field.field(), words.text(field.key(), locale, field.args().toArray())));
        if (errors.isEmpty()) {
            errors.put("name", words.text(problem.key(), locale, problem.args().toArray()));
        }
        model.addAttribute("errors", errors);
        return new ModelAndView(template, model.asMap(), HttpStatus.valueOf(problem.status()));
    }

    private static long number(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw Problem.notFound("report.problem.view");
        }
        return Long.parseLong(id);
    }
}
