package org.redress.studio.web;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Problem;
import org.redress.studio.CaseMigrations.Route;
import org.redress.studio.Changes;
import org.redress.studio.MigrationFilter;
import org.redress.studio.Migrations;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What designers do with migrations. */
@Controller
class MigrationActs {

    private static final String STEP = "map.";

    private final Migrations migrations;
    private final Changes changes;

    MigrationActs(Migrations migrations, Changes changes) {
        this.migrations = migrations;
        this.changes = changes;
    }

    @PostMapping("/designer/migrations")
    String plan(@RequestParam String process, @RequestParam int from, @RequestParam int to) {
        return planned(null, process, from, to);
    }

    @PostMapping("/designer/changes/{id}/migrate")
    String planOfChange(@PathVariable long id, @RequestParam String process, @RequestParam int from, @RequestParam int to) {
        changes.find(id);
        return planned(id, process, from, to);
    }

    private String planned(@Nullable Long change, String process, int from, int to) {
        return page(migrations.plan(change, new Route(process, from, to, Map.of()), MigrationFilter.NONE));
    }

    /** @param fields what is chosen for each step under "map." and its id; empty for nothing */
    @PostMapping("/designer/migrations/{id}/choose")
    String choose(@PathVariable long id, @RequestParam Map<String, String> fields, RedirectAttributes flash) {
        Map<String, String> chosen = new HashMap<>();
        fields.forEach((field, value) -> {
            if (field.startsWith(STEP) && !value.isBlank()) {
                chosen.put(field.substring(STEP.length()), value);
            }
        });
        migrations.choose(id, chosen, MigrationFilter.of(fields.containsKey("late"), fields.get("team"), fields.get("excluded")));
        flash.addFlashAttribute("notice", "studio.migration.looked");
        return page(id);
    }

    @PostMapping("/designer/migrations/{id}/canary")
    String canary(@PathVariable long id) {
        migrations.canary(id);
        return page(id);
    }

    /** @param count how many cases, as typed */
    @PostMapping("/designer/migrations/{id}/run")
    String run(@PathVariable long id, @RequestParam(defaultValue = "") String count) {
        try {
            migrations.run(id, Long.parseLong(count.strip()));
        } catch (NumberFormatException e) {
            throw Problem.invalid("count", "studio.migration.problem.number");
        }
        return page(id);
    }

    @PostMapping("/designer/migrations/{id}/pause")
    String pause(@PathVariable long id) {
        migrations.pause(id);
        return page(id);
    }

    @PostMapping("/designer/migrations/{id}/stop")
    String stop(@PathVariable long id) {
        migrations.stop(id);
        return page(id);
    }

    @PostMapping("/designer/migrations/{id}/retry")
    String retry(@PathVariable long id, RedirectAttributes flash) {
        flash.addFlashAttribute("noticeArgs", new Object[] {migrations.retry(id)});
        flash.addFlashAttribute("notice", "studio.migration.retried");
        return page(id);
    }

    @PostMapping("/designer/migrations/{id}/reverse")
    String reverse(@PathVariable long id) {
        return page(migrations.reverse(id));
    }

    private static String page(long id) {
        return "redirect:/designer/migrations/" + id;
    }
}
