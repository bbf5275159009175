package org.redress.studio.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.redress.shared.Problem;
import org.redress.studio.Change;
import org.redress.studio.Changes;
import org.redress.studio.Drafts;
import org.redress.studio.ModelsRefused;
import org.redress.studio.Release;
import org.redress.studio.Releases;
import org.redress.studio.RunningModels;
import org.redress.studio.StudioSettings;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /designer/changes/{id}/release}: asks for the release of a change, and shows what became of it. */
@Controller
@RequestMapping("/designer/changes/{id}/release")
class ReleasePage {

    private final Changes changes;
    private final Drafts drafts;
    private final Releases releases;
    private final RunningModels running;
    private final CompareViews views;
    private final ReleaseView view;
    private final FindingLines findings;
    private final StudioSettings settings;
    private final MessageSource messages;
    private final Clock clock;

    ReleasePage(Changes changes, Drafts drafts, Releases releases, RunningModels running, CompareViews views, ReleaseView view, FindingLines findings,
            StudioSettings settings, MessageSource messages, Clock clock) {
        this.changes = changes;
        this.drafts = drafts;
        this.releases = releases;
        this.running = running;
        this.views = views;
        this.view = view;
        this.findings = findings;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable long id, Model model, Locale locale) {
        Change change = changes.find(id);
        return fill(change, model, new WishForm(change.note(), "", "", ""), locale);
    }

    @PostMapping
    Object submit(@PathVariable long id, @RequestParam(defaultValue = "") String note, @RequestParam(defaultValue = "") String versionTag,
            @RequestParam(defaultValue = "") String notBefore, @RequestParam(defaultValue = "") String notAfter, Model model, Locale locale) {
        WishForm form = new WishForm(note, versionTag, notBefore, notAfter);
        try {
            Release release = releases.submit(id, form.wish(clock.getZone()));
            return "redirect:" + release.path();
        } catch (ModelsRefused refused) {
            model.addAttribute("findings", findings.of(refused.findings(), locale));
            return again(id, form, model, Map.of(), locale);
        } catch (Problem problem) {
            if (problem.status() != HttpStatus.UNPROCESSABLE_ENTITY.value()) {
                throw problem;
            }
            Map<String, String> errors = new LinkedHashMap<>();
            problem.fields().forEach(field -> errors.putIfAbsent(field.field(), String.valueOf(messages.getMessage(field.key(), field.args().toArray(), field.key(), locale))));
            return again(id, form, model, errors, locale);
        }
    }

    /** A file that was released meanwhile: whoever mends it keeps the draft, as made on what is in force now, or gives it up. */
    @PostMapping("/rebase")
    String rebase(@PathVariable long id, @RequestParam String file, @RequestParam boolean keep) {
        if (keep) {
            drafts.rebased(id, file);
        } else {
            drafts.leave(id, file);
        }
        return "redirect:/designer/changes/" + id + "/release";
    }

    private ModelAndView again(long id, WishForm form, Model model, Map<String, String> errors, Locale locale) {
        model.addAttribute("errors", errors);
        return new ModelAndView(fill(changes.find(id), model, form, locale), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private String fill(Change change, Model model, WishForm form, Locale locale) {
        model.addAttribute("change", change);
        model.addAttribute("form", form);
        model.addAttribute("fourEyes", settings.fourEyes());
        model.addAttribute("files", change.isOpen() ? views.of(running.inForce(), changes.setOf(change.id()), locale) : List.of());
        model.addAttribute("overtaken", change.isOpen() ? changes.overtaken(change.id()) : List.of());
        Optional<Release> last = releases.ofChange(change.id());
        last.ifPresent(release -> view.fill(model, release));
        return "studio/release-change";
    }
}
