package org.redress.studio.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.studio.ModelChecks;
import org.redress.studio.ModelSet;
import org.redress.studio.Release;
import org.redress.studio.ReleaseBook;
import org.redress.studio.Releases;
import org.redress.studio.RunningModels;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /designer/releases}: every release with its files and what it changed; requests are decided here. */
@Controller
@RequestMapping("/designer/releases")
class ReleasesPages {

    private static final int PAGE = 50;

    private final Releases releases;
    private final ReleaseBook book;
    private final RunningModels running;
    private final ModelChecks checks;
    private final CompareViews views;
    private final ReleaseView view;
    private final FindingLines findings;

    ReleasesPages(Releases releases, ReleaseBook book, RunningModels running, ModelChecks checks, CompareViews views, ReleaseView view, FindingLines findings) {
        this.releases = releases;
        this.book = book;
        this.running = running;
        this.checks = checks;
        this.views = views;
        this.view = view;
        this.findings = findings;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable Long before, Model model) {
        List<Release> found = releases.list(before, PAGE + 1);
        List<Release> page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("releases", page);
        model.addAttribute("next", found.size() > PAGE ? page.get(PAGE - 1).id() : null);
        model.addAttribute("inForce", book.inForce().map(Release::id).orElse(0L));
        model.addAttribute("different", running.shipped().differences(running.inForce()).size());
        return "studio/releases";
    }

    @GetMapping("/{number}")
    String show(@PathVariable int number, Model model, Locale locale) {
        return fill(releases.number(number), model, locale);
    }

    @GetMapping("/requests/{id}")
    String request(@PathVariable long id, Model model, Locale locale) {
        Release release = releases.find(id);
        return release.isReleased() ? "redirect:" + release.path() : fill(release, model, locale);
    }

    @PostMapping("/requests/{id}/approve")
    String approve(@PathVariable long id, RedirectAttributes flash) {
        Release release = releases.approve(id);
        flash.addFlashAttribute("notice", "studio.release.done." + release.state());
        return "redirect:" + release.path();
    }

    @PostMapping("/requests/{id}/refuse")
    String refuse(@PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return "redirect:" + releases.refuse(id, reason).path();
    }

    @PostMapping("/requests/{id}/withdraw")
    String withdraw(@PathVariable long id) {
        return "redirect:" + releases.withdraw(id).path();
    }

    @PostMapping("/{number}/back")
    String back(@PathVariable int number, @RequestParam(defaultValue = "") String note) {
        return "redirect:" + releases.back(number, note).path();
    }

    @GetMapping("/{number}/diagram")
    ResponseEntity<byte[]> diagram(@PathVariable int number, @RequestParam String file, @RequestParam String side) {
        return Side.answer(sides(releases.number(number)), side, file);
    }

    @GetMapping("/requests/{id}/diagram")
    ResponseEntity<byte[]> diagramOfRequest(@PathVariable long id, @RequestParam String file, @RequestParam String side) {
        return Side.answer(sides(releases.find(id)), side, file);
    }

    @GetMapping("/{number}/files.zip")
    ResponseEntity<byte[]> files(@PathVariable int number) {
        Release release = releases.number(number);
        return ModelZip.answer("redress-release-" + number, book.files(release.id()));
    }

    private String fill(Release release, Model model, Locale locale) {
        view.fill(model, release);
        Map<String, ModelSet> sides = sides(release);
        ModelSet own = sides.get("after");
        model.addAttribute("files", views.of(sides.get("before"), own, locale));
        model.addAttribute("all", own.files());
        model.addAttribute("changed", book.changed(release.id()));
        model.addAttribute("current", book.inForce().map(found -> found.id() == release.id()).orElse(false));
        model.addAttribute("findings", release.state().isOpen() ? findings.of(checks.check(own, book.changed(release.id())), locale) : List.of());
        model.addAttribute("diagram", "/designer/releases/" + (release.isReleased() ? release.number() : "requests/" + release.id()) + "/diagram");
        return "studio/release";
    }

    private Map<String, ModelSet> sides(Release release) {
        ModelSet own = book.files(release.id());
        return Map.of("before", release.basedOn() == null ? ModelSet.of(Map.of()) : book.files(release.basedOn()), "after", own);
    }
}
