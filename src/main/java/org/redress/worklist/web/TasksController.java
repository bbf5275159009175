package org.redress.worklist.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.shared.Cursor;
import org.redress.worklist.OpenTask;
import org.redress.worklist.Staff;
import org.redress.worklist.TaskDesk;
import org.redress.worklist.TaskKind;
import org.redress.worklist.WorkFilter;
import org.redress.worklist.WorkGroup;
import org.redress.worklist.WorkPage;
import org.redress.worklist.WorkQuery;
import org.redress.worklist.WorkScope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** My work: the list, and the next task of it. */
@Controller
class TasksController {

    static final int ROWS = 50;

    private final CurrentActor current;
    private final WorkQuery query;
    private final TaskDesk desk;
    private final RowViews rows;
    private final Staff staff;

    TasksController(CurrentActor current, WorkQuery query, TaskDesk desk, RowViews rows, Staff staff) {
        this.current = current;
        this.query = query;
        this.desk = desk;
        this.rows = rows;
        this.staff = staff;
    }

    @GetMapping("/tasks")
    String list(@RequestParam Map<String, String> parameters, @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model, Locale locale) {
        Actor actor = current.get();
        TasksQuery asked = TasksQuery.of(parameters, actor);
        WorkPage page = query.page(actor, asked.scope(), asked.filter(), asked.cursor(), ROWS);
        WorkPage.Count total = page.total(asked.filter().groups());
        int last = asked.from() + page.rows().size() - 1;
        model.addAttribute("asked", asked);
        model.addAttribute("filter", asked.filter());
        model.addAttribute("tabs", List.of(WorkScope.values()));
        model.addAttribute("groups", groups(page, asked, rows.page(actor, locale)));
        model.addAttribute("chips", chips(asked, locale));
        model.addAttribute("last", page.rows().isEmpty() ? 0 : last);
        model.addAttribute("total", number(total));
        model.addAttribute("unfiltered", number(page.unfiltered()));
        model.addAttribute("next", page.next() == null ? null : asked.next(page.next(), last + 1));
        model.addAttribute("first", asked.cursor() == null ? null : asked.with("cursor", null));
        model.addAttribute("teams", staff.teams(actor, locale));
        model.addAttribute("flags", WorkFilter.FLAGS.stream().sorted().toList());
        model.addAttribute("kinds", TaskKind.values());
        model.addAttribute("channels", WorkFilter.CHANNELS);
        model.addAttribute("allGroups", WorkGroup.values());
        model.addAttribute("live", live(actor, asked.scope()));
        return part == null ? "worklist/tasks" : "worklist/tasks :: list";
    }

    /** The next task to work on, by latest safe start, among those held or offered; opening it takes nothing. */
    @GetMapping("/tasks/next")
    String next(@RequestParam(required = false) @Nullable String after, RedirectAttributes redirect) {
        return desk.next(current.get(), Cursor.decode(after)).map(task -> "redirect:/tasks/" + task.id() + "?through=1")
                .orElseGet(() -> nothing(redirect));
    }

    @PostMapping("/tasks/next")
    String takeNext(RedirectAttributes redirect) {
        return desk.claimNext(current.get()).map(task -> taken(task, redirect)).orElseGet(() -> nothing(redirect));
    }

    static String taken(OpenTask task, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", "worklist.done.claimed");
        redirect.addFlashAttribute("noticeArgs", new Object[] {task.subject()});
        redirect.addFlashAttribute("undoUrl", "/tasks/" + task.id() + "/release");
        redirect.addFlashAttribute("undoFields", Map.of("version", task.version()));
        return "redirect:/tasks/" + task.id();
    }

    static String number(WorkPage.Count count) {
        return count.more() ? count.number() + "+" : String.valueOf(count.number());
    }

    private static String nothing(RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", "worklist.done.nothingLeft");
        redirect.addFlashAttribute("noticeKind", "info");
        return "redirect:/tasks";
    }

    private static List<Group> groups(WorkPage page, TasksQuery asked, RowViews.Page views) {
        Map<WorkGroup, List<RowView>> shown = new EnumMap<>(WorkGroup.class);
        page.rows().forEach(row -> shown.computeIfAbsent(row.group(), group -> new ArrayList<>()).add(views.row(row.task(), row.group())));
        List<Group> groups = new ArrayList<>();
        for (WorkGroup group : WorkGroup.values()) {
            WorkPage.Count count = page.counts().get(group);
            boolean wanted = asked.filter().groups().isEmpty() || asked.filter().groups().contains(group);
            if (wanted && count.number() > 0) {
                groups.add(new Group(group, number(count), shown.getOrDefault(group, List.of()),
                        asked.with("group", group.name().toLowerCase(Locale.ROOT)), group == WorkGroup.WAITING && asked.filter().groups().isEmpty()));
            }
        }
        return groups;
    }

    private List<Chip> chips(TasksQuery asked, Locale locale) {
        WorkFilter filter = asked.filter();
        List<Chip> chips = new ArrayList<>();
        add(chips, asked, "kind", filter.kind() == null ? null : "enum.TaskKind." + filter.kind(), null);
        add(chips, asked, "severity", filter.severity() == null ? null : "enum.Severity." + filter.severity(), null);
        add(chips, asked, "team", null, filter.team() == null ? null : staff.offeredTo(filter.team(), locale));
        add(chips, asked, "channel", filter.channel() == null ? null : "enum.Channel." + filter.channel(), null);
        add(chips, asked, "group", asked.group() == null ? null : "worklist.group." + asked.group(), null);
        add(chips, asked, "flag", filter.flag() == null ? null : "enum.Flag." + filter.flag(), null);
        add(chips, asked, "text", null, filter.text());
        return chips;
    }

    private static void add(List<Chip> chips, TasksQuery asked, String parameter, @Nullable String key, @Nullable String text) {
        if (key != null || text != null) {
            chips.add(new Chip(key, text, asked.with(parameter, null)));
        }
    }

    /** What open pages listen to: the reader's own rows, or those of their roles and teams. */
    private static String live(Actor actor, WorkScope scope) {
        if (scope == WorkScope.MINE) {
            return "tasks:" + actor.username();
        }
        List<String> topics = new ArrayList<>(actor.roles());
        topics.addAll(actor.teams());
        return String.join(" ", topics.stream().sorted().map(ref -> "tasks:" + ref).toList());
    }

    /** @param collapsed shown closed: nobody can work on what waits */
    record Group(WorkGroup group, String count, List<RowView> rows, String href, boolean collapsed) {
    }

    /**
     * An active filter.
     *
     * @param key  message key of its name, null where the name is data
     * @param href the list without it
     */
    record Chip(@Nullable String key, @Nullable String text, String href) {
    }
}
