package org.redress.worklist.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.redress.organisation.Person;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.worklist.BulkWork;
import org.redress.worklist.BulkWork.Line;
import org.redress.worklist.BulkWork.Pick;
import org.redress.worklist.BulkWork.Verb;
import org.redress.worklist.Staff;
import org.redress.worklist.WorkQuery;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One verb on many rows: choose, look at what will change and what not, do it, take it back. */
@Controller
class BulkController {

    private static final int MOST = 200;

    private final CurrentActor current;
    private final BulkWork bulk;
    private final WorkQuery query;
    private final RowViews rows;
    private final Staff staff;
    private final MessageSource messages;

    BulkController(CurrentActor current, BulkWork bulk, WorkQuery query, RowViews rows, Staff staff, MessageSource messages) {
        this.current = current;
        this.bulk = bulk;
        this.query = query;
        this.rows = rows;
        this.staff = staff;
        this.messages = messages;
    }

    @PostMapping("/tasks/bulk")
    String preview(@RequestParam Verb verb, @RequestParam(name = "pick", required = false) @Nullable List<String> pick,
            @RequestParam(required = false) @Nullable String to, @RequestParam(required = false) @Nullable String back, Model model, Locale locale,
            RedirectAttributes redirect) {
        if (pick == null || pick.isEmpty()) {
            redirect.addFlashAttribute("notice", "worklist.bulk.nothing");
            redirect.addFlashAttribute("noticeKind", "warning");
            return "redirect:" + local(back);
        }
        Actor actor = current.get();
        String chosen = to == null || to.isBlank() ? null : to;
        List<Line> lines = bulk.preview(actor, verb, picks(pick), chosen);
        fill(model, actor, verb, lines, chosen, back, locale);
        model.addAttribute("people", verb == Verb.ASSIGN ? people(lines) : List.of());
        return "worklist/bulk";
    }

    @PostMapping("/tasks/bulk/apply")
    String apply(@RequestParam Verb verb, @RequestParam("pick") List<String> pick, @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String back, Model model, Locale locale) {
        Actor actor = current.get();
        fill(model, actor, verb, bulk.apply(actor, verb, picks(pick), to), to, back, locale);
        return "worklist/bulk-result";
    }

    @PostMapping("/tasks/bulk/undo")
    String undo(@RequestParam MultiValueMap<String, String> sent, @RequestParam(required = false) @Nullable String back,
            RedirectAttributes redirect) {
        List<String> pick = sent.getOrDefault("pick", List.of());
        // read as they came: a list of one empty text would be converted to an empty list
        List<String> before = sent.getOrDefault("before", List.of());
        if (before.size() != pick.size()) {
            throw Problem.badRequest("worklist.problem.picks");
        }
        int undone = bulk.undo(current.get(), picks(pick), before);
        redirect.addFlashAttribute("notice", "worklist.bulk.undone");
        redirect.addFlashAttribute("noticeArgs", new Object[] {undone, pick.size()});
        redirect.addFlashAttribute("noticeKind", undone == pick.size() ? "success" : "warning");
        return "redirect:" + local(back);
    }

    private void fill(Model model, Actor actor, Verb verb, List<Line> lines, @Nullable String to, @Nullable String back, Locale locale) {
        RowViews.Page views = rows.page(actor, locale);
        model.addAttribute("verb", verb);
        model.addAttribute("to", to);
        model.addAttribute("toName", to == null ? null : staff.name(to));
        model.addAttribute("back", local(back));
        model.addAttribute("changed", lines.stream().filter(Line::changes).map(line -> shown(line, views, locale)).toList());
        model.addAttribute("skipped", lines.stream().filter(line -> !line.changes()).map(line -> shown(line, views, locale)).toList());
    }

    /** @param after the pick that undoes the act: the row's version has grown by one */
    record Shown(String pick, String after, String before, @Nullable RowView row, @Nullable String reason) {
    }

    private Shown shown(Line line, RowViews.Page views, Locale locale) {
        RowView row = line.task() == null ? null : views.row(line.task(), query.groupOf(line.task()));
        String reason = line.problem() == null ? null : messages.getMessage(line.problem(), line.args().toArray(), locale);
        return new Shown(line.pick().id() + ":" + line.pick().version(), line.pick().id() + ":" + (line.pick().version() + 1),
                Objects.requireNonNullElse(line.before(), ""), row, reason);
    }

    /** Everybody to whom at least one of the rows can be given. */
    private List<Person> people(List<Line> lines) {
        return lines.stream().map(Line::task).filter(Objects::nonNull).flatMap(task -> staff.candidates(task).stream()).distinct().toList();
    }

    private static List<Pick> picks(List<String> sent) {
        if (sent.size() > MOST) {
            throw Problem.tooLarge("worklist.problem.tooMany", MOST);
        }
        return sent.stream().map(BulkController::pick).toList();
    }

    private static Pick pick(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0 || !text.substring(colon + 1).matches("\\d{1,9}")) {
            throw Problem.badRequest("worklist.problem.picks");
        }
        return new Pick(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    /** Only our own list: an address from outside is no way back. */
    private static String local(@Nullable String back) {
        return back != null && (back.equals("/tasks") || back.startsWith("/tasks?")) ? back : "/tasks";
    }
}
