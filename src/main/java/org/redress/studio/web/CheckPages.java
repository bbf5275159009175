package org.redress.studio.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Problem;
import org.redress.shared.web.ProblemSentences;
import org.redress.studio.Change;
import org.redress.studio.Changes;
import org.redress.studio.Finding;
import org.redress.studio.Finding.Weight;
import org.redress.studio.FindingTexts;
import org.redress.studio.ModelChecks;
import org.redress.studio.ModelSet;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /designer/changes/{id}/check}: what gate, engine and house say about a change, as a page, and while somebody types. */
@Controller
@RequestMapping("/designer/changes/{id}/check")
class CheckPages {

    private static final int MOST_MEBIBYTES = 4;
    private static final int MOST_BYTES = MOST_MEBIBYTES << 20;

    private final Changes changes;
    private final ModelChecks checks;
    private final FindingTexts texts;
    private final ProblemSentences sentences;
    private final Clock clock;

    CheckPages(Changes changes, ModelChecks checks, FindingTexts texts, ProblemSentences sentences, Clock clock) {
        this.changes = changes;
        this.checks = checks;
        this.texts = texts;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** One line of the problem list of an editor. */
    record Line(String file, String element, String layer, String weight, String text) {
    }

    /** A finding on the page. @param href where it can be mended */
    record Entry(String element, Finding.Layer layer, Weight weight, String text, String href) {
    }

    /** What was found in one file. @param removed whether the file is to go */
    record Group(String file, boolean removed, List<Entry> entries) {

        public long errors() {
            return entries.stream().filter(entry -> entry.weight() == Weight.ERROR).count();
        }

        public long warnings() {
            return entries.size() - errors();
        }
    }

    @GetMapping
    String page(@PathVariable long id, Model model, Locale locale) {
        Change change = changes.find(id);
        Set<String> files = changes.files(id);
        ModelSet set = changes.setOf(id);
        List<Finding> findings = checks.check(set, files);
        Set<String> shown = new TreeSet<>(files);
        findings.forEach(finding -> shown.add(finding.file()));
        model.addAttribute("change", change);
        model.addAttribute("files", files);
        model.addAttribute("around", set.files().size());
        model.addAttribute("groups", shown.stream().map(file -> new Group(file, !set.files().containsKey(file), findings.stream()
                .filter(finding -> finding.file().equals(file)).map(finding -> entry(id, files, finding, locale)).toList())).toList());
        model.addAttribute("errors", findings.stream().filter(finding -> finding.weight() == Weight.ERROR).count());
        model.addAttribute("warnings", findings.stream().filter(finding -> finding.weight() == Weight.WARNING).count());
        model.addAttribute("checkedAt", clock.instant());
        return "studio/check";
    }

    /**
     * While somebody types: nothing is kept.
     *
     * @param file which one of the change is meant; all of them without it
     */
    @PostMapping
    ResponseEntity<?> check(@PathVariable long id, @RequestParam(required = false) @Nullable String file, HttpServletRequest request, Locale locale) throws IOException {
        try {
            return ResponseEntity.ok(lines(id, file, request, locale));
        } catch (Problem problem) { // who asks is a script, and shows the sentence in the list
            return ResponseEntity.status(problem.status()).body(Map.of("detail", sentences.of(problem, locale)));
        }
    }

    private List<Line> lines(long id, @Nullable String file, HttpServletRequest request, Locale locale) throws IOException {
        ModelSet set = changes.setOf(id);
        Set<String> files = changes.files(id);
        if (file != null) {
            if (!files.contains(file) && !set.files().containsKey(file)) {
                throw Problem.notFound("studio.check.problem.noFile", file);
            }
            byte[] content = content(request);
            set = content.length == 0 ? set : set.with(Map.of(file, content));
            files = Set.of(file);
        }
        List<Line> lines = new ArrayList<>();
        for (Finding finding : checks.check(set, files)) {
            lines.add(new Line(finding.file(), finding.element(), finding.layer().name(), finding.weight().name(), texts.text(finding, locale)));
        }
        return lines;
    }

    private static byte[] content(HttpServletRequest request) throws IOException {
        try (InputStream body = request.getInputStream()) {
            byte[] content = body.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw Problem.tooLarge("studio.check.problem.tooLarge", MOST_MEBIBYTES);
            }
            return content;
        }
    }

    /** What is not in the change is opened there first. */
    private Entry entry(long change, Set<String> files, Finding finding, Locale locale) {
        String href = files.contains(finding.file()) ? ModelAddress.edit(change, finding.file()) : "/designer/changes/" + change;
        return new Entry(finding.element(), finding.layer(), finding.weight(), texts.text(finding, locale), href);
    }
}
