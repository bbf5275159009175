package org.redress.studio.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.redress.studio.ModelSet;
import org.redress.studio.ReleaseBook;
import org.redress.studio.RunningModels;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /designer/releases/current}: where what runs differs from what came with the product, and both ways out: into the repository, or as a change. */
@Controller
@RequestMapping("/designer/releases/current")
class DifferencesPage {

    private final RunningModels running;
    private final ReleaseBook book;
    private final CompareViews views;

    DifferencesPage(RunningModels running, ReleaseBook book, CompareViews views) {
        this.running = running;
        this.book = book;
        this.views = views;
    }

    @GetMapping("/differences")
    String show(Model model, Locale locale) {
        model.addAttribute("release", book.inForce().orElseThrow());
        model.addAttribute("files", views.of(running.shipped(), running.inForce(), locale));
        model.addAttribute("diagram", "/designer/releases/current/diagram");
        return "studio/differences";
    }

    @GetMapping("/diagram")
    ResponseEntity<byte[]> diagram(@RequestParam String file, @RequestParam String side) {
        return Side.answer(Map.of("before", running.shipped(), "after", running.inForce()), side, file);
    }

    /** @param changed only the files that differ from what came with the product */
    @GetMapping("/export.zip")
    ResponseEntity<byte[]> export(@RequestParam(defaultValue = "false") boolean changed) {
        ModelSet inForce = running.inForce();
        return ModelZip.answer("redress-models", changed ? different(inForce) : inForce);
    }

    private ModelSet different(ModelSet inForce) {
        Map<String, byte[]> files = new HashMap<>();
        running.shipped().differences(inForce).stream().filter(inForce.files()::containsKey).forEach(file -> files.put(file, inForce.files().get(file)));
        return ModelSet.of(files);
    }
}
