package org.redress.worklist.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.redress.shared.Actor;
import org.redress.worklist.OpenTask;
import org.redress.worklist.Staff;
import org.redress.worklist.WorkGroup;
import org.springframework.stereotype.Component;

/** Puts rows into the words of the reader; each name is looked up once a page. */
@Component
class RowViews {

    private static final Set<String> GRAVE = Set.of("SAFETY", "MEDIA");

    private final ClockWords clocks;
    private final Staff staff;

    RowViews(ClockWords clocks, Staff staff) {
        this.clocks = clocks;
        this.staff = staff;
    }

    Page page(Actor actor, Locale locale) {
        return new Page(actor, locale);
    }

    /** One page with the names it has met. */
    final class Page {

        private final Actor actor;
        private final Locale locale;
        private final Map<String, String> people = new HashMap<>();
        private final Map<String, String> teams = new HashMap<>();

        private Page(Actor actor, Locale locale) {
            this.actor = actor;
            this.locale = locale;
        }

        RowView row(OpenTask task, WorkGroup group) {
            String where = Stream.of(task.customer(), task.place()).filter(Objects::nonNull).filter(text -> !text.isBlank())
                    .collect(Collectors.joining(" · "));
            List<RowView.Badge> badges = task.flags().stream().sorted()
                    .map(flag -> new RowView.Badge(flag, GRAVE.contains(flag) ? "danger" : "warn")).toList();
            return new RowView(task.id(), task.id() + ":" + task.version(), "/tasks/" + task.id(), task.name().in(locale), task.subject(),
                    task.severity(), where, Objects.requireNonNullElse(task.summary(), ""),
                    teams.computeIfAbsent(task.team(), team -> staff.offeredTo(team, locale)),
                    task.assignee() == null ? null : people.computeIfAbsent(task.assignee(), staff::name),
                    actor.username().equals(task.assignee()), badges, clocks.of(task, group, locale));
        }
    }
}
