package org.redress.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.redress.insight.PersonLoad;
import org.redress.insight.Workload;
import org.redress.organisation.Person;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.worklist.BulkWork;
import org.redress.worklist.BulkWork.Line;
import org.redress.worklist.BulkWork.Pick;
import org.redress.worklist.BulkWork.Verb;
import org.redress.worklist.OpenTask;
import org.redress.worklist.Staff;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Work into other hands (转办): to whom, what that does to everybody's load, then it happens and can be taken back. */
@Controller
class MoveController {

    private static final int MOST = 200;

    private final CurrentActor current;
    private final BulkWork bulk;
    private final Workload workload;
    private final Staff staff;
    private final BoardTexts texts;

    MoveController(CurrentActor current, BulkWork bulk, Workload workload, Staff staff, BoardTexts texts) {
        this.current = current;
        this.bulk = bulk;
        this.workload = workload;
        this.staff = staff;
        this.texts = texts;
    }

    /** @param before who holds it now, empty for nobody; after the pick that undoes the act */
    record Shown(String pick, String after, String before, String name, String holder, @Nullable String reason) {
    }

    record Load(String name, String minutesBefore, String minutesAfter, String capacity, int lateBefore, int lateAfter, int tasksBefore, int tasksAfter) {
    }

    @GetMapping("/board/move")
    String look(@RequestParam(name = "pick", required = false) @Nullable List<String> pick, @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String back, Model model, Locale locale, RedirectAttributes redirect) {
        if (pick == null || pick.isEmpty()) {
            redirect.addFlashAttribute("notice", "insight.act.nothing");
            redirect.addFlashAttribute("noticeKind", "warning");
            return "redirect:" + ActsController.local(back);
        }
        Actor actor = current.get();
        String chosen = to == null || to.isBlank() ? null : to;
        List<Line> lines = bulk.preview(actor, Verb.ASSIGN, picks(pick), chosen);
        fill(model, lines, chosen, back, locale);
        model.addAttribute("people", people(lines));
        model.addAttribute("loads", chosen == null ? List.of() : loads(lines, chosen, locale));
        return "insight/move";
    }

    @PostMapping("/board/move")
    String move(@RequestParam("pick") List<String> pick, @RequestParam String to, @RequestParam(required = false) @Nullable String back, Model model,
            Locale locale) {
        fill(model, bulk.apply(current.get(), Verb.ASSIGN, picks(pick), to), to, back, locale);
        return "insight/moved";
    }

    @PostMapping("/board/move/undo")
    String undo(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes redirect) {
        List<String> pick = sent.getOrDefault("pick", List.of());
        // read as they came: a list of one empty text would be converted to an empty list
        List<String> before = sent.getOrDefault("before", List.of());
        if (before.size() != pick.size()) {
            throw Problem.badRequest("worklist.problem.picks");
        }
        int undone = bulk.undo(current.get(), picks(pick), before);
        redirect.addFlashAttribute("notice", "insight.move.undone");
        redirect.addFlashAttribute("noticeArgs", new Object[] {undone, pick.size()});
        redirect.addFlashAttribute("noticeKind", undone == pick.size() ? "success" : "warning");
        return "redirect:" + ActsController.local(sent.getFirst("back"));
    }

    private void fill(Model model, List<Line> lines, @Nullable String to, @Nullable String back, Locale locale) {
        model.addAttribute("to", to);
        model.addAttribute("toName", to == null ? null : texts.person(to, locale));
        model.addAttribute("back", ActsController.local(back));
        model.addAttribute("picks", lines.stream().map(line -> text(line.pick(), 0)).toList());
        model.addAttribute("changed", lines.stream().filter(Line::changes).map(line -> shown(line, locale)).toList());
        model.addAttribute("left", lines.stream().filter(line -> !line.changes()).map(line -> shown(line, locale)).toList());
    }

    private Shown shown(Line line, Locale locale) {
        OpenTask task = line.task();
        String before = line.before();
        String holder = before != null ? texts.person(before, locale)
                : task == null ? "" : texts.text("insight.overdue.nobodyOf", locale, staff.offeredTo(task.team(), locale));
        return new Shown(text(line.pick(), 0), text(line.pick(), 1), Objects.requireNonNullElse(before, ""),
                task == null ? line.pick().id() : task.name().in(locale) + " " + task.subject(), holder,
                line.problem() == null ? null : texts.text(line.problem(), locale, line.args().toArray()));
    }

    private List<Load> loads(List<Line> lines, String to, Locale locale) {
        List<OpenTask> moved = lines.stream().filter(Line::changes).map(Line::task).filter(Objects::nonNull).toList();
        List<Load> loads = new ArrayList<>();
        for (Workload.Effect effect : workload.effect(moved, to)) {
            PersonLoad before = effect.before();
            PersonLoad after = effect.after();
            loads.add(new Load(before.person().name().in(locale), texts.hoursOf(before.minutes(), locale), texts.hoursOf(after.minutes(), locale),
                    texts.hoursOf(before.capacity(), locale), before.late(), after.late(), before.tasks(), after.tasks()));
        }
        return loads;
    }

    /** Everybody to whom at least one of the tasks can be given. */
    private List<Person> people(List<Line> lines) {
        return lines.stream().map(Line::task).filter(Objects::nonNull).flatMap(task -> staff.candidates(task).stream()).distinct().toList();
    }

    private static String text(Pick pick, int later) {
        return pick.id() + ":" + (pick.version() + later);
    }

    private static List<Pick> picks(List<String> sent) {
        if (sent.size() > MOST) {
            throw Problem.tooLarge("insight.problem.tooMany", MOST);
        }
        return sent.stream().map(MoveController::pick).toList();
    }

    private static Pick pick(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0 || !text.substring(colon + 1).matches("\\d{1,9}")) {
            throw Problem.badRequest("worklist.problem.picks");
        }
        return new Pick(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }
}
