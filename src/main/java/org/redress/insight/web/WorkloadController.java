package org.redress.insight.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.insight.BoardScope;
import org.redress.insight.PersonLoad;
import org.redress.insight.PersonLoad.Cell;
import org.redress.insight.Workload;
import org.redress.organisation.Organisation;
import org.redress.shared.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People and the next working days: work due against what they can do. */
@Controller
@RequestMapping("/board/workload")
class WorkloadController {

    private static final int PEOPLE = 50;

    private final Workload workload;
    private final BoardScope scope;
    private final Organisation organisation;
    private final BoardTexts texts;

    WorkloadController(Workload workload, BoardScope scope, Organisation organisation, BoardTexts texts) {
        this.workload = workload;
        this.scope = scope;
        this.organisation = organisation;
        this.texts = texts;
    }

    /** @param state OVER, FULL, FREE or AWAY: the word beside the hours */
    record CellView(String due, String capacity, int tasks, String state, String icon, String href, String label) {
    }

    record Row(String username, String name, List<CellView> cells, String due, String capacity, int late) {
    }

    record Task(String pick, String id, String name, String subject, @Nullable String severity, String due, String startBy, String takes) {
    }

    @GetMapping
    String people(@RequestParam(required = false) @Nullable String team, @RequestParam(defaultValue = "1") String page, Model model, Locale locale) {
        String chosen = team == null || team.isBlank() ? null : team;
        List<PersonLoad> all = workload.people(chosen);
        int number = page.matches("\\d{1,6}") ? Math.max(1, Integer.parseInt(page)) : 1;
        int from = Math.min((number - 1) * PEOPLE, all.size());
        int to = Math.min(from + PEOPLE, all.size());
        Set<String> mine = scope.teams();
        model.addAttribute("days", workload.days().stream().map(day -> texts.day(day, locale)).toList());
        model.addAttribute("rows", all.subList(from, to).stream().map(load -> row(load, locale)).toList());
        model.addAttribute("team", chosen);
        model.addAttribute("teams", organisation.teams().stream().filter(each -> mine == null || mine.contains(each.code()))
                .map(each -> Map.of("code", each.code(), "name", each.name().in(locale))).toList());
        model.addAttribute("from", from + 1);
        model.addAttribute("to", to);
        model.addAttribute("total", all.size());
        model.addAttribute("prev", from > 0 ? address(chosen, number - 1) : null);
        model.addAttribute("next", to < all.size() ? address(chosen, number + 1) : null);
        return "insight/workload";
    }

    @GetMapping("/{username}")
    String person(@PathVariable String username, @RequestParam(required = false) @Nullable String day, Model model, Locale locale) {
        LocalDate chosen = day(day);
        PersonLoad load = workload.person(username);
        model.addAttribute("row", row(load, locale));
        model.addAttribute("days", workload.days().stream().map(each -> texts.day(each, locale)).toList());
        model.addAttribute("day", chosen == null ? null : texts.day(chosen, locale));
        model.addAttribute("here", "/board/workload/" + username + (chosen == null ? "" : "?day=" + chosen));
        model.addAttribute("tasks", workload.tasks(username, chosen).stream().map(task -> new Task(task.id() + ":" + task.version(), task.id(),
                task.name().in(locale), task.subject(), task.severity(), texts.moment(task.dueAt(), locale), texts.moment(task.startBy(), locale),
                texts.span(task.minutes(), locale))).toList());
        return "insight/person";
    }

    private Row row(PersonLoad load, Locale locale) {
        return new Row(load.person().username(), load.person().name().in(locale), load.cells().stream().map(cell -> cell(load, cell, locale)).toList(),
                texts.hoursOf(load.minutes(), locale), texts.hoursOf(load.capacity(), locale), load.late());
    }

    private CellView cell(PersonLoad load, Cell cell, Locale locale) {
        boolean over = cell.minutes() > cell.capacity();
        String state = over ? "OVER" : cell.away() ? "AWAY" : cell.minutes() * 10 > cell.capacity() * 8 ? "FULL" : "FREE";
        String icon = over ? "OVERDUE" : cell.away() ? "PAUSED" : state.equals("FULL") ? "DUE_SOON" : "ON_TRACK";
        String due = texts.hoursOf(cell.minutes(), locale);
        String capacity = texts.hoursOf(cell.capacity(), locale);
        return new CellView(due, capacity, cell.tasks(), state, icon, "/board/workload/" + load.person().username() + "?day=" + cell.day(),
                texts.text("insight.load.cell", locale, load.person().name().in(locale), texts.day(cell.day(), locale), due, capacity,
                        texts.text("insight.load." + state, locale), cell.tasks()));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.badRequest("insight.problem.day");
        }
    }

    private static String address(@Nullable String team, int page) {
        return "/board/workload?page=" + page + (team == null ? "" : "&team=" + team);
    }
}
