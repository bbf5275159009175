package org.redress.studio.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;
import org.redress.shared.Problem;
import org.redress.shared.web.ProblemSentences;
import org.redress.studio.Changes;
import org.redress.studio.Drafts;
import org.redress.studio.ModelKind;
import org.redress.studio.ModelLayout;
import org.redress.studio.ModelSet;
import org.redress.studio.NewModels;
import org.redress.studio.StudioHome;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /designer/changes/{id}/edit}: which files a change touches; models come in and go out as plain files. */
@Controller
@RequestMapping("/designer/changes/{id}")
class ChangeFilesPages {

    private final Changes changes;
    private final Drafts drafts;
    private final ModelLayout layout;
    private final StudioHome home;
    private final ProblemSentences sentences;

    ChangeFilesPages(Changes changes, Drafts drafts, ModelLayout layout, StudioHome home, ProblemSentences sentences) {
        this.changes = changes;
        this.drafts = drafts;
        this.layout = layout;
        this.home = home;
        this.sentences = sentences;
    }

    @GetMapping("/edit")
    String show(@PathVariable long id, Model model) {
        return fill(model, id, List.of());
    }

    /** A file that runs is taken into the change. */
    @PostMapping("/files")
    String add(@PathVariable long id, @RequestParam String file) {
        drafts.add(id, file, null);
        return "redirect:" + ModelAddress.edit(id, file);
    }

    @PostMapping("/new")
    Object begin(@PathVariable long id, @RequestParam ModelKind kind, @RequestParam(defaultValue = "") String model,
            @RequestParam(defaultValue = "") String nameEn, @RequestParam(defaultValue = "") String nameZh, Model page, Locale locale) {
        String file = kind.file(model.strip());
        try {
            if (changes.setOf(id).files().containsKey(file)) {
                throw Problem.invalid("model", "studio.problem.taken", file);
            }
            if (kind != ModelKind.FORM && (nameEn.isBlank() || nameZh.isBlank())) {
                throw Problem.invalid("nameEn", "studio.problem.names");
            }
            drafts.add(id, file, NewModels.of(kind, model.strip(), new Bilingual(nameEn.strip(), nameZh.strip())));
            return "redirect:" + ModelAddress.edit(id, file);
        } catch (Problem problem) {
            if (problem.status() != HttpStatus.UNPROCESSABLE_ENTITY.value()) {
                throw problem;
            }
            page.addAttribute("typed", Map.of("kind", kind, "model", model, "nameEn", nameEn, "nameZh", nameZh));
            return unprocessable(fill(page, id, List.of(sentences.of(problem, locale))), page);
        }
    }

    /** Files from elsewhere; a good one comes in although another is refused, and each refusal is told. */
    @PostMapping("/import")
    Object take(@PathVariable long id, @RequestParam(required = false) @Nullable List<MultipartFile> files, Model model, Locale locale,
            RedirectAttributes flash) throws IOException {
        List<String> refused = new ArrayList<>();
        int taken = 0;
        List<MultipartFile> sent = files == null ? List.of() : files.stream().filter(file -> !file.isEmpty()).toList();
        if (sent.isEmpty() || sent.size() > Drafts.MOST_FILES) {
            refused.add(sentences.of(Problem.badRequest("studio.problem.chooseFiles", Drafts.MOST_FILES), locale));
            sent = List.of();
        }
        for (MultipartFile file : sent) {
            String name = String.valueOf(file.getOriginalFilename());
            try {
                take(id, name, file);
                taken++;
            } catch (Problem problem) {
                refused.add(name + ": " + sentences.of(problem, locale));
            }
        }
        if (!refused.isEmpty()) {
            return unprocessable(fill(model, id, refused), model);
        }
        flash.addFlashAttribute("notice", "studio.files.imported");
        flash.addFlashAttribute("noticeArgs", new Object[] {taken});
        return "redirect:/designer/changes/" + id + "/edit";
    }

    /** Where a file belongs is told by the model in it: names of files change on their way. */
    private void take(long id, String name, MultipartFile sent) throws IOException {
        if (sent.getSize() > Drafts.MOST_BYTES) {
            throw Problem.tooLarge("studio.problem.tooLarge", Drafts.MOST_BYTES >> 20);
        }
        ModelKind kind = ModelKind.of(name).orElseThrow(() -> Problem.invalid("files", "studio.problem.fileKind"));
        byte[] content = sent.getBytes();
        String file = kind.file(layout.idOf(name, content));
        if (changes.files(id).contains(file)) {
            if (drafts.save(id, file, content, drafts.find(id, file).revision(), true).aside() != null) {
                throw Problem.conflict("studio.problem.held", file);
            }
        } else {
            drafts.add(id, file, content);
        }
    }

    /** What the change touches as plain files, or with {@code all} the whole set, as the repository has them. */
    @GetMapping("/export.zip")
    ResponseEntity<byte[]> export(@PathVariable long id, @RequestParam(defaultValue = "false") boolean all) {
        ModelSet set = changes.setOf(id);
        Set<String> wanted = all ? set.files().keySet() : changes.files(id);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : set.files().entrySet()) {
                if (wanted.contains(file.getKey())) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue());
                    zip.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written outside memory", e);
        }
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("redress-change-" + id + ".zip").build().toString())
                .body(bytes.toByteArray());
    }

    private static ModelAndView unprocessable(String view, Model model) {
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private String fill(Model model, long id, List<String> refused) {
        ModelSet set = changes.setOf(id);
        Set<String> touched = changes.files(id);
        model.addAttribute("change", changes.find(id));
        model.addAttribute("files", drafts.of(id));
        model.addAttribute("names", home.names(set));
        model.addAttribute("overtaken", changes.overtaken(id));
        model.addAttribute("others", set.files().keySet().stream().filter(file -> !touched.contains(file)).toList());
        model.addAttribute("kinds", ModelKind.values());
        model.addAttribute("refused", refused);
        return "studio/edit";
    }
}
