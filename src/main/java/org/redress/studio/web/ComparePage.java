package org.redress.studio.web;

import java.util.Locale;
import java.util.Map;

import org.redress.studio.Change;
import org.redress.studio.ChangeState;
import org.redress.studio.Changes;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /designer/changes/{id}/compare}: what the change does to what runs. */
@Controller
@RequestMapping("/designer/changes/{id}/compare")
class ComparePage {

    private final Changes changes;
    private final Releases releases;
    private final ReleaseBook book;
    private final RunningModels running;
    private final CompareViews views;

    ComparePage(Changes changes, Releases releases, ReleaseBook book, RunningModels running, CompareViews views) {
        this.changes = changes;
        this.releases = releases;
        this.book = book;
        this.running = running;
        this.views = views;
    }

    @GetMapping
    String show(@PathVariable long id, Model model, Locale locale) {
        Change change = changes.find(id);
        Map<String, ModelSet> sides = sides(change);
        model.addAttribute("change", change);
        model.addAttribute("files", views.of(sides.get("before"), sides.get("after"), locale));
        model.addAttribute("overtaken", change.isOpen() ? changes.overtaken(id) : java.util.Set.of());
        model.addAttribute("diagram", "/designer/changes/" + id + "/compare/diagram");
        return "studio/compare";
    }

    @GetMapping("/diagram")
    ResponseEntity<byte[]> diagram(@PathVariable long id, @RequestParam String file, @RequestParam String side) {
        return Side.answer(sides(changes.find(id)), side, file);
    }

    /** A change that was released is compared with what was in force before it. */
    private Map<String, ModelSet> sides(Change change) {
        if (change.state() == ChangeState.RELEASED) {
            Release release = releases.ofChange(change.id()).orElseThrow();
            ModelSet after = book.files(release.id());
            return Map.of("before", release.basedOn() == null ? after : book.files(release.basedOn()), "after", after);
        }
        return Map.of("before", running.inForce(), "after", changes.setOf(change.id()));
    }
}
