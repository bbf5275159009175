package org.redress.studio.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.redress.organisation.Organisation;
import org.redress.studio.CaseMigrations;
import org.redress.studio.CaseMigrations.Plan;
import org.redress.studio.CaseOutcome;
import org.redress.studio.Changes;
import org.redress.studio.Migration;
import org.redress.studio.MigrationCase;
import org.redress.studio.Migrations;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Migrations to read: what runs on which version, one migration with its plan and its cases, its report as a workbook. */
@Controller
class MigrationPages {

    private static final int PAGE = 50;

    private final Migrations migrations;
    private final Changes changes;
    private final CaseMigrations engine;
    private final MigrationWords words;
    private final MigrationWorkbook workbook;
    private final Organisation organisation;

    MigrationPages(Migrations migrations, Changes changes, CaseMigrations engine, MigrationWords words, MigrationWorkbook workbook, Organisation organisation) {
        this.migrations = migrations;
        this.changes = changes;
        this.engine = engine;
        this.words = words;
        this.workbook = workbook;
        this.organisation = organisation;
    }

    /** A step of the old version that has no equal. @param unmapped whether cases stand there and would stay */
    record OpenLine(String id, String name, String kind, long standing, @Nullable String chosen, boolean unmapped, List<ChoiceLine> choices) {
    }

    record ChoiceLine(String id, String name) {
    }

    record MistakeLine(String name, String why) {
    }

    /** A version with running cases, and the versions it could go to: the newest first. */
    record VersionLine(String process, String name, int version, @Nullable String tag, long cases, int newest) {
    }

    @GetMapping("/designer/migrations")
    String list(Model model, Locale locale) {
        versions(null, model, locale);
        return "studio/migrations";
    }

    /** The step of a change: cases that run on older versions than the one it has released. */
    @GetMapping("/designer/changes/{id}/migrate")
    String ofChange(@PathVariable long id, Model model, Locale locale) {
        model.addAttribute("change", changes.find(id));
        versions(id, model, locale);
        return "studio/migrations";
    }

    private void versions(@Nullable Long change, Model model, Locale locale) {
        List<CaseMigrations.Running> running = engine.running();
        List<VersionLine> older = running.stream().filter(version -> !version.newest()).map(version -> new VersionLine(version.process(), version.name().in(locale),
                version.version(), version.tag(), version.cases(), running.stream().filter(other -> other.newest() && other.process().equals(version.process()))
                        .mapToInt(CaseMigrations.Running::version).findFirst().orElse(version.version()))).toList();
        model.addAttribute("changeId", change);
        model.addAttribute("older", older);
        model.addAttribute("migrations", migrations.newest(change));
    }

    /** @param after place of the last case of the page before; @param only outcome that is shown, null for all */
    @GetMapping("/designer/migrations/{id}")
    String show(@PathVariable long id, @RequestParam(defaultValue = "0") int after, @RequestParam(required = false) @Nullable CaseOutcome only, Model model,
            Locale locale) {
        Migration migration = migrations.get(id);
        model.addAttribute("change", migration.change() == null ? null : changes.find(migration.change()));
        fill(migration, model);
        plan(migration, model, locale);
        List<MigrationCase> found = migrations.cases(id, after, PAGE + 1, only);
        List<MigrationCase> shown = found.subList(0, Math.min(PAGE, found.size()));
        String here = "/designer/migrations/" + id + "?";
        String filter = only == null ? "" : "only=" + only + "&";
        model.addAttribute("only", only);
        model.addAttribute("cases", shown.stream().map(one -> words.line(one, locale)).toList());
        model.addAttribute("first", after == 0 ? null : here + filter);
        model.addAttribute("next", found.size() <= PAGE ? null : here + filter + "after=" + shown.get(PAGE - 1).place());
        return "studio/migration";
    }

    private void plan(Migration migration, Model model, Locale locale) {
        Plan plan = engine.plan(migration.route());
        model.addAttribute("equal", plan.equal().size());
        model.addAttribute("open", plan.open().stream().map(step -> new OpenLine(step.id(), step.name().in(locale), step.kind(), step.standing(), step.chosen(),
                step.standing() > 0 && step.chosen() == null,
                step.choices().stream().map(choice -> new ChoiceLine(choice.id(), choice.name().in(locale))).toList())).toList());
        model.addAttribute("mistakes", plan.mistakes().stream().map(mistake -> new MistakeLine(mistake.name().in(locale), words.why(mistake.why(), locale))).toList());
        model.addAttribute("teams", organisation.teams().stream().map(team -> new ChoiceLine(team.code(), team.name().in(locale))).toList());
        model.addAttribute("excluded", String.join("\n", migration.filter().excluded().stream().sorted().toList()));
        model.addAttribute("name", engine.running().stream().filter(each -> each.process().equals(migration.process())).findFirst()
                .map(each -> each.name().in(locale)).orElse(migration.process()));
    }

    private void fill(Migration migration, Model model) {
        Map<CaseOutcome, Long> counts = migrations.counts(migration.id());
        model.addAttribute("migration", migration);
        model.addAttribute("counts", counts);
        model.addAttribute("waiting", counts.getOrDefault(CaseOutcome.WAITING, 0L));
        model.addAttribute("movedCount", counts.getOrDefault(CaseOutcome.MOVED, 0L));
        model.addAttribute("left", migrations.left(migration));
        model.addAttribute("total", counts.values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute("unmoved", migration.state().working() || !counts.containsKey(CaseOutcome.MOVED) ? 0L : migrations.unmoved(migration.id()));
        model.addAttribute("reverse", migrations.reverseOf(migration.id()).orElse(null));
    }

    @GetMapping("/designer/migrations/{id}/progress")
    String progress(@PathVariable long id, Model model, HttpServletResponse response) {
        Migration migration = migrations.get(id);
        fill(migration, model);
        if (!migration.state().working()) {
            // what became of each case stands in the rest of the page
            response.setHeader("HX-Refresh", "true");
        }
        return "studio/migration :: progress";
    }

    @GetMapping("/designer/migrations/{id}.xlsx")
    void report(@PathVariable long id, HttpServletResponse response, Locale locale) throws IOException {
        Migration migration = migrations.get(id);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"migration-" + id + ".xlsx\"");
        workbook.write(migration, response.getOutputStream(), locale);
    }
}
