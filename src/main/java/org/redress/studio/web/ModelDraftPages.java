package org.redress.studio.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.shared.web.ProblemSentences;
import org.redress.studio.Change;
import org.redress.studio.Changes;
import org.redress.studio.Draft;
import org.redress.studio.DraftVersion;
import org.redress.studio.Drafts;
import org.redress.studio.ModelContents;
import org.redress.studio.ModelKind;
import org.redress.studio.StudioHome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /designer/changes/{id}/edit/{kind}/{model}}: one draft with its editor, its text and its versions. */
@Controller
@RequestMapping("/designer/changes/{id}/edit/{kind}/{model}")
class ModelDraftPages {

    private final Changes changes;
    private final Drafts drafts;
    private final ModelContents contents;
    private final StudioHome home;
    private final ProblemSentences sentences;
    private final CurrentActor actor;
    private final Clock clock;

    ModelDraftPages(Changes changes, Drafts drafts, ModelContents contents, StudioHome home, ProblemSentences sentences, CurrentActor actor, Clock clock) {
        this.changes = changes;
        this.drafts = drafts;
        this.contents = contents;
        this.home = home;
        this.sentences = sentences;
        this.actor = actor;
        this.clock = clock;
    }

    /** Who opens it in order to change it holds it from now on, unless somebody else does. */
    @GetMapping
    String show(@PathVariable long id, @PathVariable String kind, @PathVariable String model, Model page) {
        String file = ModelAddress.file(kind, model);
        Draft draft = actor.get().hasAny("PROCESS_DESIGNER") ? drafts.hold(id, file) : drafts.find(id, file);
        return fill(page, draft, null, "");
    }

    /** Saves the text, for who works without scripts; what cannot be saved is shown again beside what is there now. */
    @PostMapping
    Object save(@PathVariable long id, @PathVariable String kind, @PathVariable String model, @RequestParam String content, @RequestParam int revision,
            Model page, Locale locale, RedirectAttributes flash) {
        String file = ModelAddress.file(kind, model);
        try {
            Drafts.Saved saved = drafts.save(id, file, content.getBytes(StandardCharsets.UTF_8), revision, true);
            if (saved.aside() != null) {
                page.addAttribute("aside", saved.aside());
                return new ModelAndView(fill(page, saved.draft(), content, ""), page.asMap(), HttpStatus.CONFLICT);
            }
        } catch (Problem problem) {
            if (problem.status() != HttpStatus.UNPROCESSABLE_ENTITY.value()) {
                throw problem;
            }
            return new ModelAndView(fill(page, drafts.find(id, file), content, sentences.of(problem, locale)), page.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        flash.addFlashAttribute("notice", "studio.draft.saved");
        return here(id, file);
    }

    @PostMapping("/take-over")
    String takeOver(@PathVariable long id, @PathVariable String kind, @PathVariable String model, RedirectAttributes flash) {
        String file = ModelAddress.file(kind, model);
        drafts.takeOver(id, file);
        flash.addFlashAttribute("notice", "studio.draft.takenOver");
        return here(id, file);
    }

    @PostMapping("/versions/{version}/restore")
    String restore(@PathVariable long id, @PathVariable String kind, @PathVariable String model, @PathVariable long version, RedirectAttributes flash) {
        String file = ModelAddress.file(kind, model);
        drafts.restore(id, file, version);
        flash.addFlashAttribute("notice", "studio.draft.restored");
        return here(id, file);
    }

    /** The file is to go from the set of models. */
    @PostMapping("/take-out")
    String takeOut(@PathVariable long id, @PathVariable String kind, @PathVariable String model, RedirectAttributes flash) {
        drafts.takeOut(id, ModelAddress.file(kind, model));
        flash.addFlashAttribute("notice", "studio.draft.takenOut");
        return "redirect:/designer/changes/" + id + "/edit";
    }

    /** The change leaves the file alone. */
    @PostMapping("/leave")
    String leave(@PathVariable long id, @PathVariable String kind, @PathVariable String model, RedirectAttributes flash) {
        drafts.leave(id, ModelAddress.file(kind, model));
        flash.addFlashAttribute("notice", "studio.draft.left");
        return "redirect:/designer/changes/" + id + "/edit";
    }

    @PostMapping("/rebased")
    String rebased(@PathVariable long id, @PathVariable String kind, @PathVariable String model, RedirectAttributes flash) {
        String file = ModelAddress.file(kind, model);
        drafts.rebased(id, file);
        flash.addFlashAttribute("notice", "studio.draft.rebased");
        return here(id, file);
    }

    private String fill(Model page, Draft draft, @Nullable String typed, String error) {
        Change change = changes.find(draft.change());
        String holder = draft.holder(clock.instant());
        ModelKind kind = ModelKind.of(draft.file()).orElseThrow();
        String now = draft.content() == null ? "" : new String(contents.find(draft.content()), StandardCharsets.UTF_8);
        boolean designer = actor.get().hasAny("PROCESS_DESIGNER");
        page.addAttribute("change", change);
        page.addAttribute("draft", draft);
        page.addAttribute("here", ModelAddress.edit(draft.change(), draft.file()));
        page.addAttribute("kind", kind);
        page.addAttribute("name", home.names(changes.setOf(draft.change())).get(kind.id(draft.file())));
        page.addAttribute("holder", holder);
        page.addAttribute("mine", designer && change.isOpen() && actor.get().username().equals(holder));
        page.addAttribute("designer", designer);
        page.addAttribute("now", now);
        page.addAttribute("text", typed == null ? now : typed);
        page.addAttribute("versions", drafts.versions(draft.change(), draft.file()).stream().filter(version -> isShown(version)).toList());
        page.addAttribute("overtaken", change.isOpen() && changes.overtaken(draft.change()).contains(draft.file()));
        page.addAttribute("error", error);
        return "studio/draft";
    }

    /** What could not be saved is its author's own. */
    private boolean isShown(DraftVersion version) {
        return !version.aside() || version.author().equals(actor.get().username());
    }

    private static String here(long id, String file) {
        return "redirect:" + ModelAddress.edit(id, file);
    }
}
